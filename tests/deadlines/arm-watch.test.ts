import { afterAll, describe, expect, it } from '@jest/globals';
import { armWatch, unreached, WATCH_JOB } from '../../server/deadlines/watch/arm-watch.ts';
import type { DossierRecord, DraftRecord } from '../../server/dossiers/records.ts';
import { local } from '../support/build-calendar.ts';
import { buildDesk, buildDossier, buildTask, CODE, RECEIVED } from '../support/build-desk.ts';

/** Ten working days after the reception, and the morning on which the delay is foreseen. */
const DUE = local('2026-06-15 09:00');
const FORESEEN = local('2026-06-12 07:00');

const desk = buildDesk({ policies: { reminders: [5] } });
afterAll(() => desk.close());

/** What stands on a dossier after the watch was set at that moment, and what is written with it. */
async function armed(changes: Partial<DossierRecord> = {}, at = RECEIVED) {
  desk.moveTo(at);
  const turn = await desk.turn(buildDossier(changes));
  armWatch(turn);
  return { turn, watch: turn.dossier.watch!, writes: turn.writes };
}

const stopped = { ...buildDossier().clock!, state: 'stopped' as const };
const paused = { ...stopped, state: 'paused' as const };
const dueAt = (dueAt: string) => ({ ...buildDossier().clock!, dueAt });
const alarm = { job: `${WATCH_JOB}:${CODE}:7`, at: local('2026-06-02 09:00') };

describe('the alarm of a dossier', () => {
  it('is one job, for the next mark that lies ahead', async () => {
    const { watch, writes } = await armed();

    const job = `deadline.watch:${CODE}:1`;
    expect(watch).toEqual({ reached: [], dueAt: DUE, alarm: { job, at: local('2026-06-08 09:00') } });
    expect(writes).toMatchObject([
      {
        op: 'insert',
        collection: 'jobs',
        id: job,
        doc: { type: 'deadline.watch', nextAt: local('2026-06-08 09:00'), payload: { dossier: CODE } },
      },
    ]);
  });

  it('is left alone where it stands right', async () => {
    const standing = { reached: [], dueAt: DUE, alarm: { ...alarm, at: local('2026-06-08 09:00') } };

    const { watch, writes } = await armed({ watch: standing });

    expect([watch.alarm, writes]).toEqual([standing.alarm, []]);
  });

  it('is set anew for another moment, and the old one cancelled', async () => {
    const { watch, writes } = await armed({ watch: { reached: [], alarm } });

    expect(watch.alarm).toEqual({ job: `deadline.watch:${CODE}:1`, at: local('2026-06-08 09:00') });
    expect(writes.map(({ op, id }) => [op, id])).toEqual([
      ['delete', alarm.job],
      ['insert', `deadline.watch:${CODE}:1`],
    ]);
  });

  it.each([
    ['paused', paused],
    ['over', stopped],
  ])('is taken away when the clock is %s', async (_, clock) => {
    const { watch, writes } = await armed({ clock, watch: { reached: [], alarm } });

    expect(watch).toEqual({ reached: [] });
    expect(writes.map(({ op }) => op)).toEqual(['delete']);
  });

  it('waits for the first mark that was not told yet', async () => {
    const { watch, turn } = await armed({ watch: { reached: [`reminder-5:${DUE}`], dueAt: DUE } });

    expect(watch.alarm!.at).toBe(FORESEEN);
    expect(unreached(turn).map(({ kind }) => kind)).toEqual(['foreseen', 'overdue']);
  });
});

describe('what was told already', () => {
  it('is forgotten of steps that are closed, and of nothing else', async () => {
    const open = buildTask({ id: `${CODE}-2`, dueAt: DUE });
    const kept = [`task-soon-8:${CODE}-2`, `foreseen:${CODE}-1`, `overdue:${DUE}`];

    const { watch } = await armed({
      openTasks: [open],
      watch: { reached: [`task-soon-8:${CODE}-1`, ...kept, `task-overdue:${CODE}-1`], dueAt: DUE },
    });

    expect(watch.reached).toEqual(kept);
  });

  const earlier = local('2026-06-10 09:00');
  const told = (reached: string[]) => ({ reached, dueAt: earlier });

  it('is not told again when a late dossier is due at another moment of the past', async () => {
    const { watch } = await armed({ watch: told([`overdue:${earlier}`]) }, local('2026-06-16 09:00'));

    expect(watch.reached).toEqual([`overdue:${earlier}`, `foreseen:${DUE}`, `overdue:${DUE}`]);
    expect(watch).toMatchObject({ dueAt: DUE });
    expect(watch.alarm!.at).toBe(local('2026-06-08 09:00'));
  });

  it.each<[string, DossierRecord['watch'], string]>([
    ['a dossier that was not late', told([`foreseen:${earlier}`]), local('2026-06-16 09:00')],
    ['a due date that lies ahead now', told([`overdue:${earlier}`]), local('2026-06-14 09:00')],
    ['a due date that is now', told([`overdue:${earlier}`]), DUE],
    ['a dossier seen for the first time', { reached: ['overdue:undefined'] }, local('2026-06-16 09:00')],
  ])('says nothing of the new due date of %s', async (_, watch, at) => {
    const before = [...watch!.reached];

    const after = await armed({ watch }, at);

    expect(after.watch.reached).toEqual(before);
    expect(after.watch.dueAt).toBe(DUE);
  });

  it('stands while the clock does: the due date is looked at when it runs on', async () => {
    const watch = told([`overdue:${earlier}`]);

    expect((await armed({ clock: paused, watch }, local('2026-06-16 09:00'))).watch).toEqual(watch);
  });
});

describe('a draft about a due date', () => {
  const draft = (about?: string): DraftRecord => ({
    name: 'extension-1',
    version: 1,
    title: 'Phiếu',
    details: {},
    draft: { signer: { unit: 'so-xd', unitName: 'Sở', names: [] } },
    ...(about && { dueAt: about }),
  });
  const AT = local('2026-06-11 09:00');
  const OLD = local('2026-06-10 09:00');

  it.each<[string, Partial<DossierRecord>, string | undefined, boolean]>([
    ['stays while that due date holds', {}, DUE, false],
    ['stays when it is about no date', { clock: stopped }, undefined, false],
    ['is void once the due date lies further ahead', {}, OLD, true],
    [
      'stays when the due date moved within the past',
      { clock: dueAt(local('2026-06-10 15:00')) },
      OLD,
      false,
    ],
    ['stays when the due date moved to this moment', { clock: dueAt(AT) }, OLD, false],
    ['stays while the clock is paused', { clock: paused }, OLD, false],
    ['is void when the dossier is resolved', { clock: stopped }, DUE, true],
  ])('%s', async (_, changes, about, isVoid) => {
    const { turn } = await armed({ ...changes, drafts: { extension: draft(about) } }, AT);

    expect(turn.dossier.drafts).toEqual(isVoid ? {} : { extension: draft(about) });
    expect(turn.entries.map(({ type }) => type)).toEqual(isVoid ? ['draft-withdrawn'] : []);
  });

  it('is void where no date is promised any more', async () => {
    const dossier = buildDossier({ drafts: { apology: draft(DUE) } });
    delete dossier.clock;
    const turn = await desk.turn(dossier);

    armWatch(turn);

    expect(turn.dossier.drafts).toEqual({});
    expect(turn.dossier.watch).toEqual({ reached: [] });
  });
});
