import { afterAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../../server/access/actor.ts';
import { watchHandler } from '../../server/deadlines/watch/keep-watch.ts';
import type { DossierRecord } from '../../server/dossiers/records.ts';
import { type Job, jobSpec } from '../../server/jobs/records.ts';
import { execute } from '../../server/runtime/execute.ts';
import { buildCalendar, local } from '../support/build-calendar.ts';
import { buildDesk, buildDossier, buildTask, CODE, type Desk, RECEIVED } from '../support/build-desk.ts';

/** Ten working days after the reception, and the morning on which the delay is foreseen. */
const DUE = local('2026-06-15 09:00');
const FORESEEN = local('2026-06-12 07:00');
const LATE = local('2026-06-16 09:00');

let desk: Desk;
afterAll(() => desk?.close());

async function open(dossier: DossierRecord, options: Parameters<typeof buildDesk>[0] = {}): Promise<void> {
  await desk?.close();
  desk = buildDesk(options);
  await desk.put(dossier);
  await execute(desk.runtime, { code: CODE, actor: systemActor, act: () => undefined });
}

/** A dossier that has just been worked on, so that its alarm waits. */
async function watched(changes: Partial<DossierRecord> = {}, options: Parameters<typeof buildDesk>[0] = {}) {
  await open(buildDossier(changes), options);
}

const alarmOf = async () => (await desk.read()).watch?.alarm;

/** Its alarm goes off at that moment, whenever it was set for. */
async function ring(at: string, id?: string): Promise<void> {
  desk.moveTo(at);
  const alarm = id ?? (await alarmOf())!.job;
  const job = (await desk.runtime.store.collection<Job>(jobSpec).get(alarm))!;
  const done = { op: 'delete', collection: jobSpec.name, id: alarm } as const;
  await watchHandler(desk.runtime)({ job, attempt: 1, now: at, done });
}

const types = async () => (await desk.told()).map(({ type }) => type);

describe('an alarm', () => {
  it('tells the marks that are reached, in order, and waits for the next', async () => {
    await watched({}, { policies: { reminders: [5, 3] } });

    await ring(local('2026-06-10 09:00'));

    expect(await desk.told()).toMatchObject([
      { seq: 1, type: 'due-soon', after: { dueAt: DUE } },
      { seq: 2, type: 'due-soon', after: { dueAt: DUE } },
    ]);
    expect(await alarmOf()).toMatchObject({ at: FORESEEN });
    expect((await desk.read()).watch!.reached).toEqual([`reminder-5:${DUE}`, `reminder-3:${DUE}`]);
  });

  it('that goes off too early tells nothing and waits again', async () => {
    await watched();

    await ring(local('2026-06-12 06:59'));

    expect(await types()).toEqual([]);
    expect(await alarmOf()).toMatchObject({ at: FORESEEN });
  });

  it('that was set anew meanwhile leaves the telling to the newer one', async () => {
    await watched();
    const old = (await alarmOf())!;
    await execute(desk.runtime, {
      code: CODE,
      actor: systemActor,
      act: ({ dossier }) => {
        dossier.watch!.alarm = { ...old, job: 'deadline.watch:newer' };
      },
    });

    await ring(LATE, old.job);

    expect(await types()).toEqual([]);
  });

  it('tells everything that was missed once, each with its own due moment', async () => {
    const openTasks = [buildTask({ dueAt: local('2026-06-05 09:00') })];
    await watched({ openTasks });

    await ring(LATE);

    expect((await types()).filter((type) => !type.startsWith('document'))).toEqual([
      'task-due-soon',
      'task-overdue',
      'delay-foreseen',
      'overdue',
    ]);
    expect(await alarmOf()).toBeUndefined();
  });
});

describe('a delay that is foreseen', () => {
  it('drafts the extension for the head of the resolving body to sign (R091, R092)', async () => {
    await watched();

    await ring(FORESEEN);

    expect(await desk.told()).toMatchObject([
      { type: 'delay-foreseen', after: { dueAt: DUE } },
      { type: 'document-drafted', after: { kind: 'extension' } },
    ]);
    expect((await desk.read()).drafts).toEqual({
      extension: {
        name: 'extension-1',
        version: 1,
        title: expect.any(String),
        dueAt: DUE,
        draft: {
          proposedDueAt: local('2026-06-18 09:00'),
          signer: { unit: 'so-xd', unitName: 'Đơn vị so-xd', names: ['Người giam-doc (mẫu)'] },
        },
        details: {
          reason: 'Hồ sơ chưa giải quyết xong',
          appointment: { newDueAt: local('2026-06-18 09:00') },
          extension: { times: 1, progress: 'Đang xử lý' },
          signer: { name: 'Người giam-doc (mẫu)', title: 'Giám đốc' },
        },
      },
    });
  });

  it('names where the dossier lies, as the beginning of the reason', async () => {
    const { unitName: _, ...nowhere } = buildTask({ id: `${CODE}-2`, name: 'Trình ký' });
    await watched({ openTasks: [buildTask(), nowhere] });

    await ring(FORESEEN);

    expect((await desk.read()).drafts!.extension!.details.reason).toBe(
      'Hồ sơ đang ở bước “Thẩm định” tại Đơn vị so-xd-cap-phep, “Trình ký”',
    );
  });

  it('drafts the apology where the due date may be moved no more', async () => {
    await watched({ clock: { ...buildDossier().clock!, extensions: 1 } });

    await ring(FORESEEN);

    expect(Object.keys((await desk.read()).drafts!)).toEqual(['apology']);
  });

  it('drafts nothing where no new day can be told', async () => {
    await watched();
    desk.keepCalendar(buildCalendar({ years: [2025] }));

    await ring(FORESEEN);

    expect((await desk.read()).drafts).toBeUndefined();
  });
});

describe('who must sign', () => {
  const signer = async (changes: Partial<DossierRecord>, heads?: Parameters<typeof buildDesk>[0]) => {
    await watched(changes, heads);
    await ring(FORESEEN);
    return (await desk.read()).drafts!.extension!;
  };
  const { units } = buildDossier();
  const atCounter = buildTask({ unit: 'mot-cua', role: 'counter' });

  it.each<[string, Partial<DossierRecord>, string]>([
    ['of the resolving body once it has the dossier', { openTasks: [buildTask()] }, 'so-xd'],
    ['of the counter while the dossier lies there', { openTasks: [atCounter] }, 'mot-cua'],
    [
      'of the resolving body when one step of two lies there',
      { openTasks: [atCounter, buildTask()] },
      'so-xd',
    ],
    [
      'of the counter when the result is returned elsewhere',
      { units: { ...units, returning: 'phuong' } },
      'mot-cua',
    ],
  ])('is the head %s (S2 Đ.25.1)', async (_, changes, unit) => {
    expect((await signer(changes)).draft.signer.unit).toBe(unit);
  });

  it('is left open where nobody is head, and a head without a title has none', async () => {
    const nobody = await signer({}, { heads: [] });
    expect(nobody.draft.signer).toEqual({
      unit: 'so-xd-cap-phep',
      unitName: 'Đơn vị so-xd-cap-phep',
      names: [],
    });
    expect(nobody.details.signer).toBeUndefined();

    expect((await signer({ openTasks: [atCounter] })).details.signer).toEqual({
      name: 'Người truong-mot-cua (mẫu)',
    });

    const unknown = await signer({ units: { ...units, competent: 'da-giai-the' } });
    expect(unknown.draft.signer).toEqual({ unit: 'da-giai-the', unitName: 'da-giai-the', names: [] });
  });
});

describe('a due date that has passed', () => {
  it('withdraws the extension that nobody signed and drafts the apology (R094)', async () => {
    await watched();
    await ring(FORESEEN);

    await ring(LATE);

    expect((await types()).slice(2)).toEqual(['overdue', 'draft-withdrawn', 'document-drafted']);
    expect(await desk.told('overdue')).toMatchObject([{ after: { dueAt: DUE } }]);
    expect(Object.keys((await desk.read()).drafts!)).toEqual(['apology']);
  });

  it('withdraws it where no notice was asked for too: what is late is extended no more (DL19)', async () => {
    await watched({}, { policies: { extensionNoticeDays: 0 } });
    await ring(FORESEEN);

    await ring(LATE);

    expect(Object.keys((await desk.read()).drafts!)).toEqual(['apology']);
  });
});

describe('other marks are told with what they are about:', () => {
  const registered = () => {
    const { clock: _clock, acceptedAt: _accepted, openDueAt: _due, ...rest } = buildDossier();
    return { ...rest, status: 'registered' as const, statusCode: 1 };
  };

  it('a dossier that was not answered (R051)', async () => {
    await open(registered());

    await ring(LATE);

    expect(await desk.told()).toMatchObject([
      { type: 'intake-late', after: { dueAt: local('2026-06-02 09:00') } },
    ]);
  });

  it('one that has not left the counter (R061)', async () => {
    await watched({ status: 'accepted', openTasks: [buildTask({ unit: 'mot-cua', role: 'counter' })] });

    await ring(local('2026-06-02 09:00'));

    expect(await desk.told()).toMatchObject([
      { type: 'transfer-late', after: { dueAt: local('2026-06-01 17:00'), unit: 'mot-cua' } },
    ]);
  });

  it('an applicant who has not completed it (R077)', async () => {
    const until = local('2026-06-05 17:00');
    const hold = { operation: 'request-supplement' as const, at: RECEIVED, actor: 'chuyenvien', until };
    await watched({
      status: 'supplement_requested',
      hold,
      clock: { ...buildDossier().clock!, state: 'paused' },
    });

    await ring(LATE);

    expect(await desk.told()).toMatchObject([{ type: 'supplement-late', after: { dueAt: until } }]);
  });

  const dueAt = local('2026-06-05 09:00');
  const about = (task: ReturnType<typeof buildTask>) => ({
    element: 'ThamDinh',
    elementName: 'Thẩm định',
    after: {
      task: task.id,
      unit: task.unit,
      unitName: task.unitName,
      role: task.role,
      assignee: 'u1',
      dueAt,
    },
  });

  it.each([
    ['a step of the resolving body', 'so-xd-cap-phep', 'task-overdue'],
    ['a step of a consulted agency (R014)', 'so-tc-gia', 'consultation-overdue'],
  ])('%s', async (_, unit, late) => {
    const task = buildTask({ dueAt, unit, assignee: 'u1' });
    await watched({ openTasks: [task] });

    await ring(local('2026-06-06 09:00'));

    expect(await desk.told()).toMatchObject([
      { type: 'task-due-soon', ...about(task) },
      { type: late, ...about(task) },
    ]);
  });
});
