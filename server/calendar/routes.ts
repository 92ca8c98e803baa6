/** Working time over HTTP: years, and a due date worked out with its sum. */
import { z } from 'zod';
import { addElapsed, dueDate, proposeHolidays } from '../../calendar/index.ts';
import { askerOf } from '../access/asker.ts';
import type { Organisation } from '../access/organisation.ts';
import { isoNow } from '../clock.ts';
import {
  calendarChange,
  calendarChangeQuery,
  calendarQuery,
  calendarYear,
  dueAnswer,
  dueRequest,
} from '../contract/calendar.ts';
import { page } from '../contract/common.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { Language } from '../http/messages.ts';
import { problem } from '../http/problem.ts';
import type { Calendars } from './open-calendars.ts';
import { putCalendarYear } from './put-calendar-year.ts';
import { GENERAL } from './records.ts';

export const calendarRoutes = (
  calendars: Calendars,
  organisation: Pick<Organisation, 'unit'>,
): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/calendar',
    summary: 'Lịch làm việc một năm: giờ trong tuần và các ngày khác thường',
    tag: 'Lịch làm việc',
    auth: 'session',
    ability: ['read', 'Calendar'],
    query: calendarQuery,
    response: calendarYear,
    handler: async ({ query }) => {
      await refuseUnknownUnit(organisation, query.unit);
      const year = query.year ?? Number(isoNow(calendars.clock).slice(0, 4));
      const found = await calendars.yearOf(year, query.unit);
      if (!found) throw problem('calendar.year-missing', 404, { values: { year } });
      const { calendar: _calendar, ...shown } = found;
      return shown;
    },
  }),
  endpoint({
    method: 'put',
    path: '/calendar/:year',
    summary: 'Nhập hoặc thay lịch một năm, của tỉnh hoặc giờ riêng của một đơn vị (unit)',
    tag: 'Lịch làm việc',
    auth: 'session',
    ability: ['update', 'Calendar'],
    params: z.object({ year: z.coerce.number().int().min(2000).max(2200) }),
    query: calendarQuery.pick({ unit: true }),
    body: calendarYear,
    response: calendarYear,
    handler: async (context) => {
      const { params, query, body } = context;
      if (body.year !== params.year) {
        throw problem('request.invalid-body', 422, {
          errors: [{ pointer: '/year', code: 'calendar.year-differs' }],
        });
      }
      await refuseUnknownUnit(organisation, query.unit);
      await putCalendarYear(calendars, { year: body, unit: query.unit, by: askerOf(context) });
      return body;
    },
  }),
  endpoint({
    method: 'get',
    path: '/calendar/proposal',
    summary: 'Đề xuất các ngày nghỉ của một năm theo luật, để người có thẩm quyền đối chiếu và xác nhận',
    tag: 'Lịch làm việc',
    auth: 'session',
    ability: ['update', 'Calendar'],
    query: calendarQuery.required({ year: true }).pick({ year: true }),
    response: calendarYear,
    handler: async ({ query: { year } }) => {
      const week = await calendars.newestWeek();
      return { year, week, exceptions: proposeHolidays({ year, week }), decidedBy: '' };
    },
  }),
  endpoint({
    method: 'get',
    path: '/calendar/changes',
    summary: 'Những lần thay đổi lịch: ai, khi nào, căn cứ, ngày nào đổi; mới nhất trước',
    tag: 'Lịch làm việc',
    auth: 'session',
    ability: ['read', 'Calendar'],
    query: calendarChangeQuery,
    response: page(calendarChange),
    handler: async ({ query: { unit = GENERAL, limit, cursor } }) => {
      const { items, next } = await calendars.changes.find({
        where: { calendar: unit },
        sort: ['calendar', 'at'].map((field) => ({ field, direction: 'desc' as const })),
        limit,
        ...(cursor && { cursor }),
      });
      const shown = items.map(({ doc: { calendar, ...change } }) => ({
        ...change,
        ...(calendar !== GENERAL && { unit: calendar }),
      }));
      return { items: shown, ...(next && { next }) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/calendar/due',
    summary: 'Tính thời hạn từ một thời điểm, kèm từng bước tính',
    tag: 'Lịch làm việc',
    auth: 'session',
    ability: ['read', 'Calendar'],
    body: dueRequest,
    response: dueAnswer,
    handler: async ({ body, language }) => {
      await refuseUnknownUnit(organisation, body.unit);
      return dueAnswerOf(calendars, body, language);
    },
  }),
];

/** Hours of a unit that does not exist would silently be the general ones (R098). @throws Problem calendar.unknown-unit */
async function refuseUnknownUnit(organisation: Pick<Organisation, 'unit'>, unit: string | undefined) {
  if (unit === undefined || (await organisation.unit(unit))) return;
  throw problem('calendar.unknown-unit', 422, {
    values: { unit },
    errors: [{ pointer: '/unit', code: 'calendar.unknown-unit' }],
  });
}

async function dueAnswerOf(calendars: Calendars, body: z.output<typeof dueRequest>, language: Language) {
  const { from, hours, days, kind, unit } = body;
  if (kind === 'calendar' && hours !== undefined) {
    const { at: dueAt, explain } = addElapsed({ from, hours, language });
    return { dueAt, explain };
  }
  const limit =
    hours !== undefined
      ? ({ amount: hours, unit: 'working-hours' } as const)
      : ({ amount: days!, unit: kind === 'working' ? 'working-days' : 'calendar-days' } as const);
  const calendar = await calendars.of(unit);
  const { dueAt, explain } = dueDate({ calendar, receivedAt: from, limit, language });
  return { dueAt, explain };
}
