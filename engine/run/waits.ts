import type { Node, Trigger } from '../compile/program.ts';
import { parseCycle } from '../time/iso-cycle.ts';
import { addDuration, parseDuration, parseInstant } from '../time/iso-duration.ts';
import type { Due, Instant, Json, Variables } from '../types.ts';
import { raise } from './incidents.ts';
import { edit, emit, type Run } from './run.ts';
import { visibleAt } from './variables.ts';

type Timer = Extract<Trigger, { type: 'timer' }>;

/** Triggers that an open occurrence waits for; the others are looked for when they are thrown. */
export function isAwaited(trigger: Trigger): boolean {
  return ['timer', 'message', 'signal', 'conditional'].includes(trigger.type);
}

/** Begins to wait for a trigger of `node` at an open occurrence: timer, subscription or condition. */
export function await_(run: Run, id: string, node: Node, index: number): void {
  const trigger = node.triggers[index]!;
  const occurrence = edit(run, id);
  if (index > 0) occurrence.trigger = index;
  if (trigger.type === 'timer') schedule(run, id, trigger);
  else if (trigger.type === 'message' || trigger.type === 'signal') subscribe(run, id, trigger);
  else {
    occurrence.held = false;
    run.hasNewData = true;
  }
  if (run.state.open[id]!.incident) return;
  emit(run, 'wait', node.id, { occurrence: id, kind: trigger.type, ...dueOf(run, id) });
}

/** Arms the next firing of a cycle; answers false when the cycle is over. */
export function rearm(run: Run, id: string, trigger: Timer): boolean {
  const occurrence = run.state.open[id]!;
  if (trigger.kind !== 'cycle') return false;
  const left = occurrence.left === undefined ? undefined : occurrence.left - 1;
  if (left !== undefined && left <= 0) return false;
  const { value } = trigger.expression.evaluate(visibleAt(run, id), run.at);
  const cycle = typeof value === 'string' ? parseCycle(value) : undefined;
  if (!cycle) return false;
  // the next firing counts from when this one was due, so that a late one does not shift the rest
  const next = dueAfter(trigger, cycle.iso, occurrence.due ?? run.at);
  if (cycle.end && 'at' in next && next.at > cycle.end) return false;
  const copy = edit(run, id);
  if (left !== undefined) copy.left = left;
  if ('at' in next) copy.due = next.at;
  run.effects.push({ type: 'schedule-timer', occurrence: id, element: copy.element, due: next });
  emit(run, 'wait', copy.element, { occurrence: id, kind: 'timer', ...dueOf(run, id) });
  return true;
}

/** The value of an expression that names something: a text, or a number made one. */
export function nameOf(value: Json): string | undefined {
  if (typeof value === 'string' && value !== '') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

function schedule(run: Run, id: string, trigger: Timer): void {
  const { value } = trigger.expression.evaluate(visibleAt(run, id), run.at);
  const due = typeof value === 'string' ? dueOfText(run, id, { trigger, text: value }) : undefined;
  const occurrence = edit(run, id);
  if (!due) {
    raise(run, id, { code: 'timer.undecided', phase: 'wait', text: trigger.expression.source });
    return;
  }
  if ('at' in due) occurrence.due = due.at;
  run.effects.push({ type: 'schedule-timer', occurrence: id, element: occurrence.element, due });
}

function dueOfText(
  run: Run,
  id: string,
  { trigger, text }: { trigger: Timer; text: string },
): Due | undefined {
  if (trigger.kind === 'cycle') {
    const cycle = parseCycle(text);
    if (!cycle || cycle.repetitions === 0) return undefined;
    if (cycle.repetitions !== undefined) edit(run, id).left = cycle.repetitions;
    return cycle.start ? { at: cycle.start } : dueAfter(trigger, cycle.iso, run.at);
  }
  // a date where a duration is asked for, and the other way round, says plainly what it means
  const instant = parseInstant(text);
  if (instant) return { at: instant };
  return parseDuration(text) && dueAfter(trigger, text, run.at);
}

function dueAfter(trigger: Timer, iso: string, from: Instant): Due {
  if (trigger.counts === 'working') return { working: iso, from };
  if (trigger.counts === 'calendar') return { calendar: iso, from };
  return { at: addDuration(from, parseDuration(iso)!) };
}

function dueOf(run: Run, id: string): { due?: Instant } {
  const { due } = run.state.open[id]!;
  return due ? { due } : {};
}

function subscribe(run: Run, id: string, trigger: Extract<Trigger, { type: 'message' | 'signal' }>): void {
  const context = visibleAt(run, id);
  const name = nameOf(trigger.name.evaluate(context, run.at).value);
  const occurrence = edit(run, id);
  if (name === undefined) {
    raise(run, id, { code: 'name.undecided', phase: 'wait', text: trigger.name.source });
    return;
  }
  if (trigger.name.constant === undefined) occurrence.name = name;
  const correlation = trigger.type === 'message' ? correlationOf(run, trigger, context) : undefined;
  if (correlation !== undefined) occurrence.correlation = correlation;
  run.effects.push({
    type: 'subscribe',
    occurrence: id,
    element: occurrence.element,
    kind: trigger.type,
    name,
    ...(correlation !== undefined && { correlation }),
  });
}

/** The key of a message, where it has one that is not empty. */
export function correlationOf(
  run: Run,
  trigger: Extract<Trigger, { type: 'message' }>,
  context: Variables,
): Json | undefined {
  return trigger.correlation?.evaluate(context, run.at).value ?? undefined;
}
