/** Sets the watch at the end of every command, in its commit: one alarm a dossier, for the next mark (DL19, R097). */
import { withdrawDraft } from '../../documents/issue-document.ts';
import type { DossierRecord, WatchRecord } from '../../dossiers/records.ts';
import type { Turn } from '../../runtime/turn.ts';
import { foreseenKey, type Mark, marksOf, overdueKey } from './marks.ts';

export const WATCH_JOB = 'deadline.watch';

export interface WatchPayload {
  dossier: string;
}

/**
 * After it, an alarm waits if and only if a mark lies ahead, and drafts that nobody needs any more are void.
 * An alarm that stands where it should is left alone.
 */
export function armWatch(turn: Turn): void {
  const { dossier } = turn;
  const watch = followDue(turn);
  for (const [kind, { dueAt }] of Object.entries(dossier.drafts ?? {})) {
    if (dueAt !== undefined && isVoid(dossier, dueAt, turn.at)) withdrawDraft(turn, kind);
  }
  const next = unreached(turn)[0]?.at;
  if (next === watch.alarm?.at) return;
  if (watch.alarm) turn.writes.push(turn.context.jobs.cancel(watch.alarm.job));
  delete watch.alarm;
  if (next !== undefined) setAlarm(turn, watch, next);
}

/** Marks not yet told, soonest first; those of closed tasks are forgotten. */
export function unreached({ dossier, context }: Pick<Turn, 'dossier' | 'context'>): Mark[] {
  const { calendar, procedure } = context;
  const reached = new Set(dossier.watch?.reached);
  return marksOf(dossier, { calendar, policies: procedure.policies }).filter(({ key }) => !reached.has(key));
}

/** A due date that moved but lies in the past all the same is the same breach, and is not told again. */
function followDue({ dossier, at }: Turn): WatchRecord {
  dossier.watch ??= { reached: [] };
  const { watch, clock } = dossier;
  const open = new Set(dossier.openTasks.map(({ id }) => id));
  watch.reached = watch.reached.filter(
    (key) => !key.startsWith('task-') || open.has(key.slice(key.indexOf(':') + 1)),
  );
  if (clock?.state !== 'running' || watch.dueAt === clock.dueAt) return watch;
  const wasLate = watch.dueAt !== undefined && watch.reached.includes(overdueKey(watch.dueAt));
  if (wasLate && clock.dueAt < at) watch.reached.push(foreseenKey(clock.dueAt), overdueKey(clock.dueAt));
  watch.dueAt = clock.dueAt;
  return watch;
}

const isVoid = ({ clock }: DossierRecord, about: string, at: string): boolean =>
  !clock ||
  clock.state === 'stopped' ||
  (clock.state === 'running' && clock.dueAt !== about && clock.dueAt > at);

function setAlarm({ dossier, context, writes }: Turn, watch: WatchRecord, at: string): void {
  dossier.counts.jobs += 1;
  const job = `${WATCH_JOB}:${dossier.code}:${dossier.counts.jobs}`;
  const payload: WatchPayload = { dossier: dossier.code };
  writes.push(context.jobs.schedule({ id: job, type: WATCH_JOB, runAt: at, payload }));
  watch.alarm = { job, at };
}
