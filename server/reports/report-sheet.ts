/** A report, or the register, as a sheet: the columns of Biểu II.06a/VPCP/KSTT and of Sổ theo dõi hồ sơ. */
import type { Localised } from '../contract/common.ts';
import type { RegisterRow, Report, ReportName, ReportRow } from '../contract/reports.ts';
import { localDay, localMinutes } from '../deadlines/local-time.ts';
import { NAME_COLUMN, REPORT_TEXTS, REPORT_TITLES } from './texts.ts';
import type { Sheet } from './workbook.ts';

type Language = 'vi' | 'en';

interface Column<T> {
  header: Localised;
  width?: number;
  value(row: T): string | number;
}

const number = (
  vi: string,
  en: string,
  value: (row: ReportRow) => number | undefined,
): Column<ReportRow> => ({
  header: { vi, en },
  value: (row) => value(row) ?? '',
});

const COLUMNS: Column<ReportRow>[] = [
  number('Tiếp nhận: tổng', 'Received: total', ({ received }) => received.total),
  number('Trong kỳ: trực tuyến', 'In period: online', ({ received }) => received.online),
  number('Trong kỳ: trực tiếp', 'In period: counter', ({ received }) => received.direct),
  number('Trong kỳ: BCCI', 'In period: post', ({ received }) => received.postal),
  number('Từ kỳ trước', 'Carried over', ({ received }) => received.carriedOver),
  number('Đã giải quyết: tổng', 'Resolved: total', ({ resolved }) => resolved.total),
  number('Trước hạn', 'Early', ({ resolved }) => resolved.early),
  number('Đúng hạn', 'On time', ({ resolved }) => resolved.onTime),
  number('Quá hạn', 'Late', ({ resolved }) => resolved.late),
  number('Đang giải quyết: tổng', 'Pending: total', ({ pending }) => pending.total),
  number('Trong hạn', 'In time', ({ pending }) => pending.inTime),
  number('Đang quá hạn', 'Overdue', ({ pending }) => pending.overdue),
  number('Tạm dừng', 'Suspended', ({ suspended }) => suspended),
  number('Dừng, rút', 'Stopped', ({ stopped }) => stopped),
  number('Tỷ lệ giải quyết (%)', 'Resolved (%)', ({ resolutionRate }) => resolutionRate),
  number('Tỷ lệ đúng hạn (%)', 'On time (%)', ({ onTimeRate }) => onTimeRate),
];

export function reportSheet(report: Report, name: ReportName, language: Language): Sheet {
  const line = (row: ReportRow, index: number | '') => [
    index,
    row.name,
    ...COLUMNS.map(({ value }) => value(row)),
  ];
  return {
    name: REPORT_TITLES[name][language],
    heading: [REPORT_TITLES[name][language].toLocaleUpperCase('vi'), period(report, language)],
    columns: [
      { header: language === 'vi' ? 'TT' : 'No.', width: 6 },
      { header: NAME_COLUMN[report.by][language], width: 44 },
      ...COLUMNS.map(({ header }) => ({ header: header[language] })),
    ],
    rows: [...report.rows.map((row, index) => line(row, index + 1)), line(report.total, '')],
  };
}

const REGISTER: Column<RegisterRow>[] = [
  { header: { vi: 'Mã hồ sơ', en: 'Code' }, width: 26, value: ({ code }) => code },
  {
    header: { vi: 'Tên thủ tục hành chính', en: 'Procedure' },
    width: 44,
    value: ({ procedure }) => procedure,
  },
  { header: { vi: 'Số lượng hồ sơ (bộ)', en: 'Sets' }, width: 10, value: ({ setCount }) => setCount },
  { header: { vi: 'Tên cá nhân, tổ chức', en: 'Applicant' }, width: 28, value: ({ applicant }) => applicant },
  {
    header: { vi: 'Địa chỉ, số điện thoại', en: 'Address, telephone' },
    width: 40,
    value: ({ contact }) => contact,
  },
  {
    header: { vi: 'Cơ quan chủ trì giải quyết', en: 'Resolved by' },
    width: 34,
    value: ({ resolver }) => resolver,
  },
  { header: { vi: 'Nhận hồ sơ', en: 'Received' }, width: 18, value: ({ receivedAt }) => moment(receivedAt) },
  { header: { vi: 'Hẹn trả kết quả', en: 'Due' }, width: 18, value: ({ dueAt }) => moment(dueAt) },
  { header: { vi: 'Trả kết quả', en: 'Returned' }, width: 18, value: ({ returnedAt }) => moment(returnedAt) },
  {
    header: { vi: 'Phương thức nhận kết quả', en: 'Collected' },
    width: 24,
    value: ({ method }) => REPORT_TEXTS.methods[method].vi,
  },
  { header: { vi: 'Người nhận', en: 'Handed to' }, width: 24, value: ({ returnedTo = '' }) => returnedTo },
];

export function registerSheet(
  rows: AsyncIterable<RegisterRow>,
  span: { from: string; to: string },
  language: Language,
): Sheet {
  return {
    name: REPORT_TITLES.register[language],
    heading: [REPORT_TITLES.register[language].toLocaleUpperCase('vi'), period(span, language)],
    columns: [
      { header: language === 'vi' ? 'TT' : 'No.', width: 6 },
      ...REGISTER.map(({ header, width = 14 }) => ({ header: header[language], width })),
    ],
    rows: numbered(rows),
  };
}

async function* numbered(rows: AsyncIterable<RegisterRow>) {
  let index = 0;
  for await (const row of rows) {
    index += 1;
    yield [index, ...REGISTER.map(({ value }) => value(row))];
  }
}

const period = ({ from, to }: { from: string; to: string }, language: Language): string =>
  REPORT_TEXTS.period[language].replace('{from}', dayText(from)).replace('{to}', dayText(to));

const dayText = (day: string): string => day.split('-').reverse().join('/');

function moment(instant: string | undefined): string {
  if (!instant) return '';
  const minutes = localMinutes(instant);
  const clock = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return `${clock} ${dayText(localDay(instant))}`;
}
