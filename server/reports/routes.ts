import { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { isoNow } from '../clock.ts';
import {
  publicStatistics,
  publicStatisticsQuery,
  REPORTS,
  type RegisterRow,
  registerPage,
  registerQuery,
  reportQuery,
  reportResource,
} from '../contract/reports.ts';
import { Answer, type Endpoint, endpoint } from '../http/endpoint.ts';
import { readPublicStatistics } from './public-statistics.ts';
import { readRegister } from './register.ts';
import { type Reports, readReport, spanOf } from './report.ts';
import { registerSheet, reportSheet } from './report-sheet.ts';
import { REPORT_TITLES } from './texts.ts';
import { type Sheet, workbook, XLSX } from './workbook.ts';

const tag = 'Thống kê';

/** Statistics and the register, on the screen and as workbooks; what is published of them. */
export const reportRoutes = (reports: Reports): Endpoint[] => [
  ...REPORTS.flatMap((report) => [
    endpoint({
      method: 'get',
      path: `/reports/${report}`,
      summary: REPORT_TITLES[report].vi,
      tag,
      auth: 'session',
      ability: ['read', 'Report'],
      query: reportQuery,
      response: reportResource,
      handler: ({ query, language }) => readReport(reports, { ...query, report, language }),
    }),
    endpoint({
      method: 'get',
      path: `/reports/${report}.xlsx`,
      summary: `${REPORT_TITLES[report].vi}: tệp Excel`,
      tag,
      auth: 'session',
      ability: ['read', 'Report'],
      query: reportQuery,
      response: z.unknown(),
      produces: [XLSX],
      handler: async ({ query, language }) => {
        const found = await readReport(reports, { ...query, report, language });
        return download(`${report}-${found.from}-${found.to}`, reportSheet(found, report, language));
      },
    }),
  ]),
  endpoint({
    method: 'get',
    path: '/reports/register',
    summary: REPORT_TITLES.register.vi,
    tag,
    auth: 'session',
    ability: ['read', 'Report'],
    query: registerQuery,
    response: registerPage,
    handler: ({ query, actor }) => readRegister(reports.runtime, { query, actor }),
  }),
  endpoint({
    method: 'get',
    path: '/reports/register.xlsx',
    summary: `${REPORT_TITLES.register.vi}: tệp Excel`,
    tag,
    auth: 'session',
    ability: ['read', 'Report'],
    query: registerQuery.pick({ from: true, to: true }),
    response: z.unknown(),
    produces: [XLSX],
    handler: async ({ query, actor, language }) => {
      const span = spanOf(query, isoNow(reports.runtime.clock));
      const rows = wholeRegister(reports, { span, actor });
      return download(`register-${span.from}-${span.to}`, registerSheet(rows, span, language));
    },
  }),
  endpoint({
    method: 'get',
    path: '/public/statistics',
    summary: 'Số liệu giải quyết hồ sơ được công khai',
    tag: 'Cổng công khai',
    auth: 'public',
    query: publicStatisticsQuery,
    response: publicStatistics,
    handler: ({ query }) => readPublicStatistics(reports, query.year),
  }),
];

const PAGE = 200;

async function* wholeRegister(
  { runtime }: Reports,
  { span, actor }: { span: { from: string; to: string }; actor: Actor },
): AsyncIterable<RegisterRow> {
  for (let cursor: string | undefined; ; ) {
    const page = await readRegister(runtime, { query: { ...span, limit: PAGE, cursor }, actor });
    yield* page.items;
    cursor = page.next;
    if (cursor === undefined) return;
  }
}

const download = async (name: string, sheet: Sheet): Promise<Answer> =>
  new Answer(200, await workbook(sheet), {
    'content-type': XLSX,
    'content-disposition': `attachment; filename="${name}.xlsx"`,
  });
