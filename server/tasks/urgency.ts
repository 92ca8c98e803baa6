/** How pressing an open task is, as ranges of what orders the inbox, so that counting is an index walk. */
import { addWorking, WORKING_DAY_MINUTES } from '../../calendar/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Urgency } from '../contract/tasks.ts';
import { endOfLocalDay } from '../deadlines/local-time.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TaskRecord } from './records.ts';

/** A range of `order`: an instant, or an instant and an id. */
export interface Span {
  gt?: string;
  gte?: string;
  lt?: string;
}

export type Spans = Record<Urgency, Span>;

/** Overdue before now; today until midnight; soon within one working day (R097); the rest later. */
export async function urgencySpans({ calendars }: Runtime, now: string, actor: Actor): Promise<Spans> {
  const calendar = await calendars.of(actor.unit ?? actor.positions[0]?.unit ?? '');
  const tonight = endOfLocalDay(now);
  const tomorrow = addWorking({ calendar, from: now, minutes: WORKING_DAY_MINUTES }).at;
  const soon = [tonight, tomorrow].sort()[1];
  return {
    overdue: { lt: now },
    today: { gte: now, lt: `${tonight}|~` },
    soon: { gte: `${tonight}|~`, lt: `${soon}|~` },
    later: { gte: `${soon}|~` },
  };
}

/** Which span a due instant falls into. */
export function urgencyOf({ order }: Pick<TaskRecord, 'order'>, spans: Spans): Urgency {
  if (order < spans.overdue.lt!) return 'overdue';
  if (order < spans.today.lt!) return 'today';
  return order < spans.soon.lt! ? 'soon' : 'later';
}
