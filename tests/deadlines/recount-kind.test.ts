import { afterAll, expect, it } from '@jest/globals';
import { compileCalendar } from '../../calendar/index.ts';
import { systemActor } from '../../server/access/actor.ts';
import { auditSpec, unsealedSpec } from '../../server/access/records.ts';
import { type CalendarChangeRecord, calendarChangeSpec } from '../../server/calendar/records.ts';
import { recountKind } from '../../server/deadlines/recount/recount-kind.ts';
import type { DossierRecord } from '../../server/dossiers/records.ts';
import { holidays, local, officeWeek } from '../support/build-calendar.ts';
import { buildDesk, buildDossier, buildStep, buildTask, CODE, type Desk } from '../support/build-desk.ts';

const DUE = local('2026-06-15 09:00');
const LATER = local('2026-06-16 09:00');
const order = { kind: 'recount' as const };

let desk: Desk;
afterAll(() => desk?.close());

const change = (changes: Partial<CalendarChangeRecord> = {}): CalendarChangeRecord => ({
  calendar: 'general',
  year: 2026,
  at: local('2026-06-02 09:00'),
  by: { id: 'u1', name: 'Văn phòng' },
  decidedBy: '',
  days: [{ date: '2026-06-10', name: 'nghỉ thêm', change: 'off' }],
  ...changes,
});

/** Dossiers on a calendar on which 10/06 has become a day off, with the changes that say so. */
async function open(
  dossiers: DossierRecord[],
  changes = [change()],
): Promise<ReturnType<typeof recountKind>> {
  await desk?.close();
  desk = buildDesk({ steps: [buildStep('ThamDinh', { duration: { iso: 'P9D', counts: 'working' } })] });
  const off = { date: '2026-06-10', name: 'nghỉ thêm', kind: 'holiday' as const, source: '' };
  const exceptions = [...holidays[2026]!, off];
  desk.keepCalendar(
    compileCalendar({ id: 'x', name: '', years: [{ year: 2026, week: officeWeek, exceptions }] }),
  );
  const kept = desk.runtime.store.collection(calendarChangeSpec);
  for (const dossier of dossiers) await desk.put(dossier);
  await desk.runtime.store.commit(
    changes.map((doc, index) => ({ op: 'insert', collection: calendarChangeSpec.name, id: `${index}`, doc })),
  );
  desk.moveTo(local('2026-06-03 09:00'));
  return recountKind({ changes: kept });
}

const looked = async (kind: ReturnType<typeof recountKind>, asked: { unit?: string } = {}, cursor?: string) =>
  kind.look(desk.runtime, { order: { ...order, ...asked }, by: systemActor, cursor });

it('a look previews both dates of the dossier and of its steps, and the days behind it', async () => {
  const kind = await open([buildDossier({ openTasks: [buildTask({ dueAt: local('2026-06-12 09:00') })] })]);

  expect(await looked(kind)).toEqual({
    looked: 1,
    next: '1|',
    found: [
      {
        code: CODE,
        preview: {
          code: CODE,
          procedure: 'Cấp phép (mẫu)',
          isPaused: false,
          due: { before: DUE, after: LATER },
          tasks: [{ name: 'Thẩm định', before: local('2026-06-12 09:00'), after: local('2026-06-15 09:00') }],
          days: [{ date: '2026-06-10', name: 'nghỉ thêm', change: 'off' }],
        },
      },
    ],
  });
  expect(kind.ability).toEqual(['update', 'Calendar']);
});

it.each<[string, Partial<CalendarChangeRecord>, boolean]>([
  ['of the unit that took it in', { calendar: 'mot-cua' }, true],
  ['of another unit', { calendar: 'phuong' }, false],
  ['made before it was counted', { at: local('2026-06-01 08:59') }, false],
  ['made as it was counted', { at: local('2026-06-01 09:00') }, true],
  ['that was taken back since', { days: [{ date: '2026-06-11', name: '', change: 'off' }] }, false],
  ['before its first day', { days: [{ date: '2026-05-31', name: '', change: 'off' }] }, false],
  ['after its due date', { days: [{ date: '2026-06-20', name: '', change: 'off' }] }, false],
  ['on its new due date', { days: [{ date: '2026-06-16', name: '', change: 'hours' }] }, true],
  ['on its first day', { days: [{ date: '2026-06-01', name: '', change: 'hours' }] }, true],
])('a change %s is named as its reason only where it is one', async (_, changes, isNamed) => {
  const kind = await open([buildDossier()], [change(changes)]);

  const [found] = (await looked(kind)).found;

  expect((found!.preview as { days: object[] }).days).toHaveLength(isNamed ? 1 : 0);
});

it('days are named once, in their order, as they were changed last', async () => {
  const day = (date: string, name: string) => ({ date, name, change: 'working' as const });
  const kind = await open(
    [buildDossier()],
    [
      change({ days: [day('2026-06-12', 'a'), day('2026-06-04', 'b')] }),
      change({ days: [day('2026-06-12', 'c')] }),
    ],
  );

  const [found] = (await looked(kind)).found;

  expect((found!.preview as { days: object[] }).days).toEqual([
    day('2026-06-04', 'b'),
    day('2026-06-12', 'c'),
  ]);
});

it('those that wait come after those that run, a status at a time', async () => {
  const { openDueAt: _, ...waiting } = buildDossier({
    code: `${CODE}-w`,
    status: 'suspended',
    statusCode: 8,
  });
  const paused = { ...waiting, clock: { ...waiting.clock!, state: 'paused' as const } };
  const kind = await open([buildDossier(), paused]);

  const seen: [string, boolean][] = [];
  let next: string | undefined;
  const pages: (string | undefined)[] = [];
  do {
    const page = await looked(kind, {}, next);
    seen.push(
      ...page.found.map(({ code, preview }): [string, boolean] => [
        code,
        (preview as { isPaused: boolean }).isPaused,
      ]),
    );
    next = page.next;
    pages.push(next);
  } while (next);

  expect(seen).toEqual([
    [CODE, false],
    [paused.code, true],
  ]);
  expect(pages).toEqual(['1|', '2|', '3|', '4|', undefined]);
});

it('a full page goes on after its last dossier', async () => {
  const many = Array.from({ length: 101 }, (_, index) =>
    buildDossier({ code: `H-${String(index).padStart(3, '0')}` }),
  );
  const kind = await open(many);

  const first = await looked(kind);
  const second = await looked(kind, {}, first.next);

  expect([first.looked, first.next]).toEqual([100, `0|${DUE}|H-099`]);
  expect([second.found.map(({ code }) => code), second.next]).toEqual([['H-100'], '1|']);
});

it('of one unit looks at what its counter took in alone', async () => {
  const kind = await open([buildDossier()]);

  expect(await looked(kind, { unit: 'mot-cua' })).toMatchObject({ looked: 1, found: [{ code: CODE }] });
  expect(await looked(kind, { unit: 'so-xd-cap-phep' })).toMatchObject({ looked: 1, found: [] });
  expect(await looked(kind, { unit: 'phuong' })).toMatchObject({ looked: 0, found: [] });
});

const approved = { order, code: CODE, by: systemActor, reason: 'Lịch nghỉ thay đổi', also: [] };

it.each([
  ['TB 12/TB', 'Lịch nghỉ thay đổi (TB 12/TB)'],
  [undefined, 'Lịch nghỉ thay đổi'],
])('applying it moves the dossier and its steps, and tells why (decision %s)', async (decision, reason) => {
  const before = local('2026-06-12 09:00');
  const openTasks = [
    buildTask({ dueAt: before, limitAt: LATER, version: 0 }),
    buildTask({ id: `${CODE}-2`, element: 'ThuPhi', dueAt: before }),
  ];
  const kind = await open([buildDossier({ openTasks })]);
  desk.runtime.store.collection(auditSpec);
  desk.runtime.store.collection(unsealedSpec);

  await kind.apply(desk.runtime, { ...approved, decision });

  const dossier = await desk.read();
  expect([dossier.clock!.dueAt, dossier.openDueAt, dossier.clock!.originalDueAt]).toEqual([
    LATER,
    LATER,
    DUE,
  ]);
  expect(dossier.openTasks.map(({ dueAt, limitAt }) => [dueAt, limitAt])).toEqual([
    [local('2026-06-15 09:00'), undefined],
    [before, undefined],
  ]);
  expect(await desk.told()).toMatchObject([
    { type: 'recounted', reason, after: { due: { before: DUE, after: LATER }, tasks: [{ before }] } },
    { type: 'due-changed', reason, before: DUE, after: LATER },
  ]);
  const { items } = await desk.runtime.store.collection(auditSpec).find({});
  expect(items).toMatchObject([{ doc: { what: 'dossier.recount', detail: `${DUE} -> ${LATER}` } }]);
  await expect(kind.apply(desk.runtime, approved)).rejects.toMatchObject({
    code: 'dossier.nothing-to-recount',
    status: 409,
    values: { code: CODE },
  });
});
