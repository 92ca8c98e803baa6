import { afterAll, describe, expect, it } from '@jest/globals';
import { compileCalendar, pause, resume, stop } from '../../calendar/index.ts';
import { recountOf } from '../../server/deadlines/recount/recount-of.ts';
import type { DossierRecord } from '../../server/dossiers/records.ts';
import { buildCalendar, holidays, local, officeWeek } from '../support/build-calendar.ts';
import { buildDesk, buildDossier, buildStep, buildTask, CODE } from '../support/build-desk.ts';

const DUE = local('2026-06-15 09:00');
const act = (at: string) => ({ at: local(at), reason: 'lịch đổi', actor: 'vanphong' });

const desk = buildDesk({
  steps: [
    buildStep('ThamDinh', { duration: { iso: 'P3D', counts: 'working' } }),
    buildStep('TrinhKy', { duration: { iso: 'P30D', counts: 'working' } }),
    buildStep('ThuPhi'),
  ],
});
afterAll(() => desk.close());

const withDaysOff = (...dates: string[]) =>
  compileCalendar({
    id: 'an-giang',
    name: 'Lịch mẫu',
    years: [
      {
        year: 2026,
        week: officeWeek,
        exceptions: [
          ...holidays[2026]!,
          ...dates.map((date) => ({ date, name: 'nghỉ thêm', kind: 'holiday' as const, source: '' })),
        ],
      },
    ],
  });

async function recounted(dossier: DossierRecord, ...daysOff: string[]) {
  desk.keepCalendar(withDaysOff(...daysOff));
  const { context } = await desk.turn(dossier);
  return recountOf(dossier, { context, ...act('2026-06-02 09:00') });
}

const dueTask = buildTask({ dueAt: local('2026-06-04 09:00') });
const paused = (from: string, to: string) => {
  const clock = pause(buildDossier().clock!, { ...act(from), cause: 'payment' });
  return resume(clock, { ...act(to), calendar: buildCalendar() });
};

describe('a dossier counted again', () => {
  it('is due later by the day off, with its clock told why', async () => {
    const found = (await recounted(buildDossier(), '2026-06-10'))!;

    expect(found.due).toEqual({ before: DUE, after: local('2026-06-16 09:00') });
    expect(found.clock.changes.at(-1)).toMatchObject({
      what: 'recount',
      reason: 'lịch đổi',
      actor: 'vanphong',
    });
    expect(found.tasks).toEqual([]);
  });

  it('names the steps that are due at another moment', async () => {
    const openTasks = [dueTask, buildTask({ id: `${CODE}-2`, element: 'ThuPhi', dueAt: DUE })];
    const found = (await recounted(buildDossier({ openTasks }), '2026-06-03'))!;

    const after = local('2026-06-05 09:00');
    expect(found.tasks).toEqual([{ id: dueTask.id, name: 'Thẩm định', before: dueTask.dueAt, after }]);
    expect([...found.limits]).toEqual([[dueTask.id, after]]);
  });

  it('has no step due after itself, though the step’s own time would be longer', async () => {
    const long = buildTask({ element: 'TrinhKy', dueAt: DUE, limitAt: local('2026-07-13 09:00') });
    const found = (await recounted(buildDossier({ openTasks: [long] }), '2026-06-10'))!;

    expect(found.tasks).toMatchObject([{ before: DUE, after: local('2026-06-16 09:00') }]);
    expect(found.limits.get(long.id)).toBe(local('2026-07-14 09:00'));
  });

  it('gives a step back the waits since it was opened, and not those before', async () => {
    const clock = paused('2026-06-02 09:00', '2026-06-04 09:00');
    const dueAt = local('2026-06-08 09:00');
    const limit = async (openedAt: string) =>
      (await recounted(
        buildDossier({ clock, openTasks: [{ ...dueTask, openedAt, dueAt }] }),
        '2026-06-10',
      ))!.limits.get(dueTask.id);

    expect(await limit(local('2026-06-01 09:00'))).toBe(local('2026-06-08 09:00'));
    expect(await limit(local('2026-06-02 09:00'))).toBe(local('2026-06-09 09:00'));
    expect(await limit(local('2026-06-02 09:01'))).toBe(local('2026-06-05 09:01'));
  });

  it('counts no wait that goes on, and none of no working time', async () => {
    const going = pause(buildDossier().clock!, { ...act('2026-06-02 09:00'), cause: 'payment' });
    const night = paused('2026-06-01 17:30', '2026-06-02 06:30');
    for (const clock of [going, night]) {
      const found = (await recounted(buildDossier({ clock, openTasks: [dueTask] }), '2026-06-10'))!;
      expect(found.limits.get(dueTask.id)).toBe(dueTask.dueAt);
    }
  });

  it('is left alone where nothing moves, the clock has stopped or never began', async () => {
    const { clock, ...unpromised } = buildDossier({ openTasks: [dueTask] });
    const over = stop(clock!, act('2026-06-02 09:00'));

    expect(await recounted(buildDossier({ openTasks: [dueTask] }), '2026-06-22')).toBeUndefined();
    expect(
      await recounted(buildDossier({ clock: over, openTasks: [dueTask] }), '2026-06-03'),
    ).toBeUndefined();
    expect(await recounted(unpromised, '2026-06-03')).toBeUndefined();
  });

  it('says nothing of a step without a due moment', async () => {
    const found = (await recounted(buildDossier({ openTasks: [buildTask()] }), '2026-06-03'))!;

    expect(found.tasks).toEqual([]);
  });
});
