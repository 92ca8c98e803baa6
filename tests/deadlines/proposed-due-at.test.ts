import { afterAll, expect, it } from '@jest/globals';
import type { Limit } from '../../calendar/index.ts';
import { proposedDueAt } from '../../server/deadlines/watch/proposed-due-at.ts';
import { buildCalendar, local } from '../support/build-calendar.ts';
import { buildDesk, buildDossier } from '../support/build-desk.ts';

const desk = buildDesk();
afterAll(() => desk.close());

const days = (amount: number): Limit => ({ amount, unit: 'working-days' });

async function proposed(at: string, limit = days(10), extensions = 0): Promise<string | undefined> {
  desk.moveTo(local(at));
  const dossier = buildDossier({}, limit);
  dossier.clock!.extensions = extensions;
  return proposedDueAt(await desk.turn(dossier));
}

it.each<[string, string, Limit, number, string]>([
  ['as late as the law lets it move (R093, DL21)', '2026-06-12 07:00', days(10), 0, '2026-06-18 09:00'],
  ['still so when it is late, but not that late', '2026-06-16 09:00', days(10), 0, '2026-06-18 09:00'],
  ['as many days from now when that day is past', '2026-06-18 09:00', days(10), 0, '2026-06-23 09:00'],
  ['as many days from now when it was extended before', '2026-06-12 07:00', days(10), 1, '2026-06-16 17:00'],
  ['a day from now for a limit of which a third is none', '2026-06-02 09:00', days(2), 0, '2026-06-03 09:00'],
])('a draft proposes a day %s', async (_, at, limit, extensions, expected) => {
  expect(await proposed(at, limit, extensions)).toBe(local(expected));
});

it('nothing where no date was promised', async () => {
  const dossier = buildDossier();
  delete dossier.clock;

  expect(proposedDueAt(await desk.turn(dossier))).toBeUndefined();
});

it('nothing while the calendar of that time is not entered, and any other fault is told', async () => {
  desk.moveTo(local('2026-12-31 16:00'));
  desk.keepCalendar(buildCalendar({ years: [2026] }));
  const dossier = buildDossier();

  expect(proposedDueAt(await desk.turn(dossier))).toBeUndefined();
  const broken = {
    ...dossier.clock!,
    limit: { amount: Number.POSITIVE_INFINITY, unit: 'working-days' as const },
  };
  const turn = await desk.turn({ ...dossier, clock: broken });
  expect(() => proposedDueAt(turn)).toThrow(RangeError);
});
