/** Due dates of running dossiers counted again when the calendar has changed: previewed, approved, logged. */
import { type CompiledCalendar, isWorkingDay } from '../../../calendar/index.ts';
import { systemActor } from '../../access/actor.ts';
import type { Calendars } from '../../calendar/open-calendars.ts';
import type { CalendarChangeRecord } from '../../calendar/records.ts';
import { GENERAL } from '../../calendar/records.ts';
import { isoNow } from '../../clock.ts';
import type { ChangedDay } from '../../contract/bulk.ts';
import type { BulkKind, Looked } from '../../dossiers/bulk/bulk-kind.ts';
import { EVERYWHERE } from '../../dossiers/list-entries.ts';
import { tellDueChange } from '../../dossiers/move-status.ts';
import type { DossierRecord } from '../../dossiers/records.ts';
import { STATUSES } from '../../dossiers/statuses.ts';
import { problem } from '../../http/problem.ts';
import { execute } from '../../runtime/execute.ts';
import { loadContext } from '../../runtime/load-context.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { audit, record, type Turn } from '../../runtime/turn.ts';
import { localDay } from '../local-time.ts';
import { recountOf } from './recount-of.ts';

export interface RecountOrder {
  kind: 'recount';
  unit?: string;
}

/** What a row of the preview keeps; `reason` is written when it is read. */
export interface StoredRecount {
  code: string;
  procedure: string;
  isPaused: boolean;
  due: { before: string; after: string };
  tasks: { name: string; before: string; after: string }[];
  days: ChangedDay[];
}

export const recountKind = (calendars: Pick<Calendars, 'changes'>): BulkKind<RecountOrder> => ({
  ability: ['update', 'Calendar'],
  look: async (runtime, { order, cursor }) => {
    const { codes, next } = await codesOf(runtime, order, cursor);
    const dossiers = (await runtime.dossiers.getMany(codes)).map(({ doc }) => doc);
    const concerned = dossiers.filter(
      ({ units }) => order.unit === undefined || units.receiving === order.unit,
    );
    const changes = (await calendars.changes.find({ limit: CHANGES })).items.map(({ doc }) => doc);
    const found = await Promise.all(concerned.map((dossier) => previewOf(runtime, dossier, changes)));
    return { looked: dossiers.length, found: found.flatMap((each) => each ?? []), ...(next && { next }) };
  },
  apply: async (runtime, { code, by, reason, decision, also }) => {
    await execute(runtime, { code, actor: by, also, act: (turn) => recount(turn, { reason, decision }) });
  },
});

async function previewOf(
  runtime: Runtime,
  dossier: DossierRecord,
  changes: CalendarChangeRecord[],
): Promise<Looked['found'][number] | undefined> {
  const context = await loadContext(runtime, dossier, systemActor);
  const act = { at: isoNow(runtime.clock), reason: '', actor: systemActor.id };
  const recounted = recountOf(dossier, { context, ...act });
  if (!recounted) return undefined;
  const { code, procedure, clock } = dossier;
  const preview: StoredRecount = {
    code,
    procedure: procedure.name,
    isPaused: clock?.state === 'paused',
    due: recounted.due,
    tasks: recounted.tasks.map(({ name, before, after }) => ({ name, before, after })),
    days: daysBehind(dossier, recounted.due, { changes, calendar: context.calendar }),
  };
  return { code, preview };
}

function recount(turn: Turn, { reason, decision }: { reason: string; decision?: string | undefined }): void {
  const { dossier, context, at, actor } = turn;
  const why = decision ? `${reason} (${decision})` : reason;
  const found = recountOf(dossier, { context, at, reason: why, actor: actor.id });
  if (!found) throw problem('dossier.nothing-to-recount', 409, { values: { code: dossier.code } });
  dossier.clock = found.clock;
  for (const task of dossier.openTasks) {
    const limitAt = found.limits.get(task.id);
    if (limitAt === undefined) continue;
    // cut back to the promise by tellDueChange, which follows
    task.dueAt = limitAt;
    delete task.limitAt;
    turn.touched.add(task.id);
  }
  record(turn, { type: 'recounted', reason: why, after: { due: found.due, tasks: found.tasks } });
  tellDueChange(turn, found.due.before, why);
  audit(turn, 'dossier.recount', `${found.due.before} -> ${found.due.after}`);
}

/** Replacements of calendar years there will ever be, and more. */
const CHANGES = 1000;
const DAYS_NAMED = 10;

/** Days that changed after the dossier was last counted, between its first day and its due date, as they are now. */
function daysBehind(
  { clock, units }: DossierRecord,
  due: { before: string; after: string },
  { changes, calendar }: { changes: CalendarChangeRecord[]; calendar: CompiledCalendar },
): ChangedDay[] {
  const countedAt = clock!.changes.findLast(({ what }) => what === 'start' || what === 'recount')!.at;
  const [first, last] = [localDay(clock!.countedFrom), localDay([due.before, due.after].sort()[1]!)];
  const days = changes
    .filter((change) => change.at >= countedAt && [GENERAL, units.receiving].includes(change.calendar))
    .flatMap((change) => change.days)
    .filter(({ date }) => date >= first && date <= last)
    // A day that was changed to and fro is told as it ended.
    .filter(({ date, change }) => (change === 'off') === !isWorkingDay(calendar, date));
  return [...new Map(days.map((day) => [day.date, day])).values()]
    .sort((one, other) => (one.date < other.date ? -1 : 1))
    .slice(0, DAYS_NAMED);
}

const PAGE = 100;
/** Statuses in which the clock stands still: their dossiers have no due date in the lists. */
const PAUSED = [
  ...new Set(
    Object.values(STATUSES)
      .filter(({ clock }) => clock === 'paused')
      .map(({ code }) => code),
  ),
];

/** Running dossiers by due date, then those that wait, a status at a time. The cursor is `<source>|<key of the list>`. */
async function codesOf(
  { list }: Pick<Runtime, 'list'>,
  { unit }: RecountOrder,
  cursor = '0|',
): Promise<{ codes: string[]; next?: string }> {
  const place = unit ?? EVERYWHERE;
  const source = Number.parseInt(cursor, 10);
  const after = cursor.slice(cursor.indexOf('|') + 1);
  const status = PAUSED[source - 1];
  const key = status === undefined ? 'dueOrder' : 'order';
  const { items } = await list.find({
    where: { place, ...(status !== undefined && { statusCode: status }), [key]: { gt: after } },
    sort: ['place', ...(status === undefined ? [] : ['statusCode']), key].map((field) => ({
      field,
      direction: 'asc' as const,
    })),
    limit: PAGE,
  });
  const last = items.length === PAGE && items.at(-1)?.doc[key];
  const next = last ? `${source}|${last}` : source < PAUSED.length ? `${source + 1}|` : undefined;
  return { codes: items.map(({ doc }) => doc.code), ...(next && { next }) };
}
