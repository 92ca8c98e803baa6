/** What the sums say, in Vietnamese and English. */
import type { DayRun } from './day-run.ts';
import { dayOf, formatClockTime, isoWeekday, minuteOfDay, toDay } from './local-time.ts';
import type { CalendarException, ExceptionKind, Language } from './types.ts';

export interface Sentences {
  /** `09:00 thứ Năm 20/08/2026` */
  moment(localMinute: number): string;
  start(localMinute: number): string;
  due(localMinute: number): string;
  worked(run: DayRun, total: number): string;
  off(run: DayRun): string;
  receivedOutsideHours(arrived: number, received: number): string;
  sameDay(received: number): string;
  sameDayLate(received: number): string;
  calendarDays(firstDay: number, lastDay: number): string;
  movedOn(day: number, exception: CalendarException | undefined): string;
  elapsed(from: number, hours: number): string;
  waitedNothing: string;
  waitedDays(granted: number, waited: number): string;
  waitedTime(minutes: number): string;
}

export const sentences = (language: Language): Sentences => TEXTS[language];

const WEEKDAYS: Record<Language, string[]> = {
  vi: ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const KINDS: Record<Language, Record<ExceptionKind, string>> = {
  vi: {
    holiday: 'nghỉ lễ',
    compensation: 'nghỉ bù',
    'swap-off': 'nghỉ hoán đổi',
    'swap-work': 'làm việc bù',
  },
  en: {
    holiday: 'public holiday',
    compensation: 'compensatory day off',
    'swap-off': 'swapped day off',
    'swap-work': 'swapped working day',
  },
};

const TEXTS: Record<Language, Sentences> = {
  vi: {
    moment: (minute) => `${clock(minute)} ${day('vi', dayOf(minute))}`,
    start: (minute) => `Bắt đầu tính từ ${TEXTS.vi.moment(minute)}.`,
    due: (minute) => `Hết hạn: ${TEXTS.vi.moment(minute)}.`,
    worked: (run, total) =>
      `${capital(days('vi', run))}: ${exceptionOf('vi', run.plan.exception)}${
        run.last === run.first ? spansOf(run) : `${run.last - run.first + 1} ngày làm việc`
      } = ${hours('vi', run.minutes)}; cộng dồn ${hours('vi', total)}.`,
    off: (run) => `${capital(days('vi', run))}: ${reasonOff('vi', run.plan.exception)}, không tính.`,
    receivedOutsideHours: (arrived, received) =>
      `Nộp lúc ${TEXTS.vi.moment(arrived)}, ngoài giờ làm việc: tính là tiếp nhận lúc ${TEXTS.vi.moment(received)}.`,
    sameDay: (received) =>
      `Tiếp nhận lúc ${TEXTS.vi.moment(received)}, không quá 15:00: trả trong ngày làm việc.`,
    sameDayLate: (received) =>
      `Tiếp nhận lúc ${TEXTS.vi.moment(received)}, sau 15:00: trả trong ngày làm việc tiếp theo.`,
    calendarDays: (first, last) =>
      `Ngày đầu (${day('vi', first)}) không tính; ngày thứ ${last - first} là ${day('vi', last)}.`,
    movedOn: (date, exception) =>
      `${capital(day('vi', date))}: ${reasonOff('vi', exception)}, chuyển sang ngày kế tiếp.`,
    elapsed: (from, amount) =>
      `Tính liên tục ${hours('vi', amount * 60)} từ ${TEXTS.vi.moment(from)}, kể cả ngoài giờ làm việc và ngày nghỉ.`,
    waitedNothing: 'Không có thời gian chờ phải cộng thêm; ngày hẹn trả giữ nguyên.',
    waitedDays: (granted, waited) =>
      `Đã chờ ${waited} ngày, cộng thêm vào thời hạn: ${granted} + ${waited} = ${granted + waited} ngày.`,
    waitedTime: (minutes) => `Đã chờ ${hours('vi', minutes)} làm việc, cộng thêm vào ngày hẹn trả.`,
  },
  en: {
    moment: (minute) => `${clock(minute)} on ${day('en', dayOf(minute))}`,
    start: (minute) => `Counted from ${TEXTS.en.moment(minute)}.`,
    due: (minute) => `Due: ${TEXTS.en.moment(minute)}.`,
    worked: (run, total) =>
      `${days('en', run)}: ${exceptionOf('en', run.plan.exception)}${
        run.last === run.first ? spansOf(run) : `${run.last - run.first + 1} working days`
      } = ${hours('en', run.minutes)}; total ${hours('en', total)}.`,
    off: (run) => `${days('en', run)}: ${reasonOff('en', run.plan.exception)}, not counted.`,
    receivedOutsideHours: (arrived, received) =>
      `Filed at ${TEXTS.en.moment(arrived)}, outside office hours: counts as received at ${TEXTS.en.moment(received)}.`,
    sameDay: (received) =>
      `Received at ${TEXTS.en.moment(received)}, by 15:00: returned the same working day.`,
    sameDayLate: (received) =>
      `Received at ${TEXTS.en.moment(received)}, after 15:00: returned the next working day.`,
    calendarDays: (first, last) =>
      `The first day (${day('en', first)}) is not counted; day ${last - first} is ${day('en', last)}.`,
    movedOn: (date, exception) => `${day('en', date)}: ${reasonOff('en', exception)}, moved to the next day.`,
    elapsed: (from, amount) =>
      `${hours('en', amount * 60)} without a break from ${TEXTS.en.moment(from)}, also outside office hours and on days off.`,
    waitedNothing: 'There was no wait to add; the due date stays.',
    waitedDays: (granted, waited) =>
      `A wait of ${waited} day(s) is added to the limit: ${granted} + ${waited} = ${granted + waited} days.`,
    waitedTime: (minutes) => `A wait of ${hours('en', minutes)} of working time is added to the due date.`,
  },
};

const clock = (localMinute: number): string => formatClockTime(minuteOfDay(localMinute));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function day(language: Language, dayNumber: number): string {
  const [year, month, date] = toDay(dayNumber).split('-');
  return `${WEEKDAYS[language][isoWeekday(dayNumber)]} ${date}/${month}/${year}`;
}

function days(language: Language, run: DayRun): string {
  if (run.first === run.last) return day(language, run.first);
  const [from, to] = [day(language, run.first), day(language, run.last)];
  return language === 'vi' ? `từ ${from} đến ${to}` : `${from} to ${to}`;
}

/** `6 giờ`, `6 giờ 30 phút`, `45 phút` */
function hours(language: Language, minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  const [hour, minute] = language === 'vi' ? ['giờ', 'phút'] : ['h', 'min'];
  const parts = [whole > 0 ? `${whole} ${hour}` : '', rest > 0 ? `${rest} ${minute}` : ''];
  return parts.filter(Boolean).join(' ');
}

const spansOf = (run: DayRun): string =>
  run.counted.map(([from, to]) => `${formatClockTime(from)}–${formatClockTime(to)}`).join(', ');

function exceptionOf(language: Language, exception: CalendarException | undefined): string {
  return exception ? `${describe(language, exception)}, ` : '';
}

function reasonOff(language: Language, exception: CalendarException | undefined): string {
  if (exception) return describe(language, exception);
  return language === 'vi' ? 'nghỉ hằng tuần' : 'weekly day off';
}

/** `nghỉ lễ (Quốc khánh; nguồn: …)` */
function describe(language: Language, exception: CalendarException): string {
  const source = language === 'vi' ? 'nguồn' : 'source';
  const cited = exception.source ? `; ${source}: ${exception.source}` : '';
  return `${KINDS[language][exception.kind]} (${exception.name}${cited})`;
}
