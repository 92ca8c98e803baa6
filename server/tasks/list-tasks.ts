/**
 * The inbox: open tasks, soonest due first, with counts by urgency. Every list is a walk along one index for each
 * place a task can wait for this person in; nothing is scanned, however many tasks the province has.
 */
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { fold } from '../access/search-words.ts';
import { isoNow } from '../clock.ts';
import type { TaskPage, taskQuery, Urgency } from '../contract/tasks.ts';
import { seesAll } from '../dossiers/capacities.ts';
import { problem } from '../http/problem.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Condition, Query } from '../store/store.ts';
import type { TaskRecord } from './records.ts';
import { type Span, type Spans, urgencySpans } from './urgency.ts';
import { viewTask } from './view-task.ts';

export type TaskSearch = z.output<typeof taskQuery>;

/** One index walk: tasks where `field` has this value. */
interface Walk {
  field: 'holder' | 'openUnit' | 'open';
  value: string | boolean;
}

export async function listTasks(
  runtime: Runtime,
  { search, actor }: { search: TaskSearch; actor: Actor },
): Promise<TaskPage> {
  const now = isoNow(runtime.clock);
  const walks = walksOf(search.scope, actor);
  const spans = await urgencySpans(runtime, now, actor);
  const [items, counts] = await Promise.all([
    pageOf(runtime, walks, { search, span: search.due ? spans[search.due] : {} }),
    countEach(runtime, walks, { search, spans }),
  ]);
  const shown = items.slice(0, search.limit);
  const last = shown.at(-1);
  return {
    items: await Promise.all(
      shown.map(({ id, doc }) => viewTask(runtime, { id, doc }, { actor, now, spans })),
    ),
    ...(items.length > search.limit && last && { next: last.doc.order }),
    total: search.due ? counts[search.due] : counts.overdue + counts.today + counts.soon + counts.later,
    counts,
  };
}

/** Where a person's tasks wait: his own, those of his positions, those of his units, everybody's. */
function walksOf(scope: TaskSearch['scope'], actor: Actor): Walk[] {
  const holders = [
    ...actor.positions.map(({ unit, role }) => `position:${unit}|${role}`),
    ...[...new Set(actor.positions.map(({ unit }) => unit))].map((unit) => `position:${unit}|`),
  ].map((value): Walk => ({ field: 'holder', value }));
  switch (scope) {
    case 'mine':
      return [{ field: 'holder', value: `user:${actor.id}` }, ...holders];
    case 'claimable':
      return holders;
    case 'unit':
      return [...new Set(actor.positions.map(({ unit }) => unit))].map((value) => ({
        field: 'openUnit',
        value,
      }));
    case 'all':
      if (seesAll(actor)) return [{ field: 'open', value: true }];
      return walksOf('unit', actor);
  }
}

/** One more than asked for, so that the caller knows whether there is a next page. */
async function pageOf(
  { tasks }: Runtime,
  walks: Walk[],
  { search, span }: { search: TaskSearch; span: Span },
): Promise<{ id: string; doc: TaskRecord }[]> {
  const order = { ...span, ...(search.cursor && { gt: cursorOf(search.cursor) }) };
  const pages = await Promise.all(
    walks.map((walk) => tasks.find({ ...walkQuery(walk, { search, order }), limit: search.limit + 1 })),
  );
  return pages
    .flatMap(({ items }) => items)
    .sort((left, right) => (left.doc.order < right.doc.order ? -1 : 1));
}

/** A cursor is the `order` of the last task shown: an instant and an id. */
function cursorOf(cursor: string): string {
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z\|.+$/.test(cursor)) throw problem('store.bad-cursor', 400);
  return cursor;
}

async function countEach(
  { tasks }: Runtime,
  walks: Walk[],
  { search, spans }: { search: TaskSearch; spans: Spans },
): Promise<Record<Urgency, number>> {
  const count = async (span: Span) => {
    const counted = await Promise.all(
      walks.map((walk) => tasks.count({ where: walkQuery(walk, { search, order: span }).where ?? {} })),
    );
    return counted.reduce((total, each) => total + each, 0);
  };
  const [overdue, today, soon, later] = await Promise.all([
    count(spans.overdue),
    count(spans.today),
    count(spans.soon),
    count(spans.later),
  ]);
  return { overdue: overdue!, today: today!, soon: soon!, later: later! };
}

function walkQuery({ field, value }: Walk, { search, order }: { search: TaskSearch; order: Span }): Query {
  const where: Record<string, Condition> = { [field]: value };
  if (search.procedure) where.procedure = search.procedure;
  if (search.q?.trim()) where.search = { prefix: fold(search.q) };
  if (Object.keys(order).length > 0) where.order = order;
  const along = search.procedure && field === 'holder' ? [field, 'procedure', 'order'] : [field, 'order'];
  return { where, sort: along.map((path) => ({ field: path, direction: 'asc' as const })) };
}
