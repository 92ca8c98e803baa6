import type { Node, Trigger } from '../compile/program.ts';
import type { Variables } from '../types.ts';
import { endInstance } from './end-instance.ts';
import { propagate } from './propagate.ts';
import { emit, nodeOf, type Run } from './run.ts';
import { trigger as happen } from './trigger.ts';
import { visibleAt } from './variables.ts';
import { correlationOf, nameOf } from './waits.ts';

/** Throws a message, signal, error or escalation from an event or, with `activity`, from an open activity. */
export function throwTrigger(
  run: Run,
  trigger: Trigger,
  {
    node,
    scope,
    activity,
    onThrown,
  }: {
    node: Node;
    scope: string | undefined;
    activity?: string;
    /** told before anything catches it */
    onThrown?: () => void;
  },
): void {
  switch (trigger.type) {
    case 'message':
    case 'signal':
      throwNamed(run, trigger, { node, scope, onThrown });
      return;
    case 'error':
      emit(run, 'throw', node.id, { kind: 'error', code: trigger.code });
      onThrown?.();
      throwError(run, { code: trigger.code, aliases: trigger.aliases }, { activity, scope });
      return;
    case 'escalation':
      emit(run, 'throw', node.id, { kind: 'escalation', code: trigger.code });
      onThrown?.();
      throwEscalation(run, { code: trigger.code, aliases: trigger.aliases }, { node, activity, scope });
      return;
    default:
      return;
  }
}

/** An error that nothing catches ends the instance as failed. */
export function throwError(
  run: Run,
  error: { code: string; aliases?: string[]; message?: string },
  from: { activity?: string | undefined; scope: string | undefined },
): void {
  if (propagate(run, { type: 'error', ...error }, from)) return;
  const { code, message } = error;
  endInstance(run, 'failed', { code, ...(message !== undefined && { message }) });
}

/** An escalation that nothing catches here is told to the caller, and has no further effect. */
export function throwEscalation(
  run: Run,
  escalation: { code: string; aliases?: string[] },
  from: { node: Node; activity?: string | undefined; scope: string | undefined },
): void {
  if (propagate(run, { type: 'escalation', ...escalation }, from)) return;
  run.effects.push({ type: 'throw', element: from.node.id, kind: 'escalation', name: escalation.code });
}

/** A signal reaches everything that waits for it, here and, by the effect, in other instances. */
export function broadcast(run: Run, name: string, payload: Variables = {}): number {
  const waiting = Object.keys(run.state.open).filter((id) => {
    const occurrence = run.state.open[id]!;
    const wanted = nodeOf(run, occurrence).triggers[occurrence.trigger ?? 0];
    if (wanted?.type !== 'signal' || occurrence.incident || !isWaiting(occurrence.role)) return false;
    return (occurrence.name ?? wanted.name.constant) === name || wanted.aliases.includes(name);
  });
  for (const id of waiting) if (run.state.open[id]) happen(run, id, payload);
  return waiting.length;
}

/** Roles of occurrences that something from outside may trigger. */
export function isWaiting(role: string): boolean {
  return role === 'catch' || role === 'arm' || role === 'boundary' || role === 'start';
}

function throwNamed(
  run: Run,
  trigger: Extract<Trigger, { type: 'message' | 'signal' }>,
  { node, scope, onThrown }: { node: Node; scope: string | undefined; onThrown: (() => void) | undefined },
): void {
  const context = visibleAt(run, scope);
  const name = nameOf(trigger.name.evaluate(context, run.at).value) ?? trigger.name.source;
  const correlation = trigger.type === 'message' ? correlationOf(run, trigger, context) : undefined;
  emit(run, 'throw', node.id, { kind: trigger.type, name });
  onThrown?.();
  run.effects.push({
    type: 'throw',
    element: node.id,
    kind: trigger.type,
    name,
    payload: payloadOf(run, node, context),
    ...(correlation !== undefined && { correlation }),
  });
  if (trigger.type === 'signal') broadcast(run, name);
}

/** What the event's input mappings name; without any, nothing. */
function payloadOf(run: Run, node: Node, context: Variables): Variables {
  const payload: Variables = {};
  for (const { target, source } of node.inputs)
    payload[target.join('.')] = source.evaluate(context, run.at).value;
  return payload;
}
