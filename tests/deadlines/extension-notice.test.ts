import { expect, it } from '@jest/globals';
import type { Limit } from '../../calendar/index.ts';
import { procedurePolicies } from '../../server/contract/catalogue.ts';
import { extensionNotice, lengthInDays } from '../../server/deadlines/extension-notice.ts';

const hours = (amount: number): Limit => ({ amount, unit: 'working-hours' });
const days = (amount: number): Limit => ({ amount, unit: 'working-days' });
const sameDay: Limit = { amount: 5, unit: 'same-day' };

it.each<[string, Limit, number | undefined, number]>([
  ['a day ahead where the procedure says nothing', days(5), undefined, 1],
  ['not at all of a limit of one day', days(1), undefined, 0],
  ['as many days ahead as the procedure says', days(5), 3, 3],
  ['not at all of a limit as long as its notice', days(3), 3, 0],
  ['a day ahead of nine hours', hours(9), undefined, 1],
  ['not at all of eight hours', hours(8), undefined, 0],
  ['not at all of the same day', sameDay, undefined, 0],
])('an extension is decided %s (DL19)', (_, limit, extensionNoticeDays, notice) => {
  const policies = procedurePolicies.parse({ extensionNoticeDays });

  expect(extensionNotice(limit, policies)).toBe(notice);
});

it('a limit has the length its procedure counts: eight hours are a day, the same day is one (DL01, DL09)', () => {
  const limits: Limit[] = [hours(24), days(3), { amount: 15, unit: 'calendar-days' }, sameDay];

  expect(limits.map(lengthInDays)).toEqual([3, 3, 15, 1]);
});
