import type { Node } from '../compile/program.ts';
import type { Variables } from '../types.ts';
import { completeActivity } from './activity.ts';
import { cancel } from './cancel.ts';
import { fireBoundary, fireStart } from './propagate.ts';
import { receive } from './receive.ts';
import { leave } from './route.ts';
import { belongingTo, close, edit, emit, nodeOf, open, type Run, within } from './run.ts';
import { visibleAt } from './variables.ts';
import { rearm } from './waits.ts';

/** What an open wait has been waiting for has happened. `payload` becomes variables. */
export function trigger(run: Run, id: string, payload: Variables = {}): void {
  const occurrence = run.state.open[id]!;
  const node = nodeOf(run, occurrence);
  const kind = node.triggers[occurrence.trigger ?? 0]?.type;
  const type = kind === 'timer' ? 'timer' : 'catch';
  const details = { occurrence: id, ...(type === 'catch' && { kind }) };
  switch (occurrence.role) {
    case 'boundary': {
      receive(run, node, { scope: occurrence.in, payload });
      if (node.isInterrupting) used(run, id);
      fireBoundary(run, node, { host: occurrence.of!, scope: occurrence.in, type, details });
      if (!node.isInterrupting) spend(run, id, node);
      return;
    }
    case 'start':
      if (node.isInterrupting) used(run, id);
      fireStart(run, node, { scope: occurrence.in, type, variables: payload, details });
      if (!node.isInterrupting) spend(run, id, node);
      return;
    case 'arm':
      winRace(run, id, payload);
      return;
    default:
      passCatch(run, id, { payload, type, details });
  }
}

/** A non-interrupting event may go off again: subscriptions stay, timers only when they repeat. */
function spend(run: Run, id: string, node: Node): void {
  const wanted = node.triggers[run.state.open[id]!.trigger ?? 0]!;
  if (wanted.type === 'timer' && !rearm(run, id, wanted)) used(run, id);
}

/** Closes a wait that has had its event; who keeps subscriptions is told, who fired a timer knows. */
function used(run: Run, id: string): void {
  const occurrence = run.state.open[id]!;
  const wanted = nodeOf(run, occurrence).triggers[occurrence.trigger ?? 0]?.type;
  if (wanted === 'message' || wanted === 'signal')
    run.effects.push({ type: 'unsubscribe', occurrence: id, element: occurrence.element });
  close(run, id);
}

/** An intermediate catch event or receive task goes on. */
function passCatch(
  run: Run,
  id: string,
  {
    payload,
    type,
    details,
  }: { payload: Variables; type: 'timer' | 'catch'; details: Record<string, unknown> },
): void {
  const occurrence = run.state.open[id]!;
  const node = nodeOf(run, occurrence);
  emit(run, type, node.id, details);
  if (node.kind === 'receiveTask') {
    run.effects.push({ type: 'unsubscribe', occurrence: id, element: node.id });
    completeActivity(run, id, payload);
    return;
  }
  receive(run, node, { scope: occurrence.in, payload });
  used(run, id);
  leave(run, node, occurrence.in);
}

/** The first event of a race decides where the token goes; the others are withdrawn, or all are needed. */
function winRace(run: Run, id: string, payload: Variables): void {
  const occurrence = run.state.open[id]!;
  const node = nodeOf(run, occurrence);
  const race = run.state.open[occurrence.of!]!;
  const gateway = nodeOf(run, race);
  const kind = node.triggers[occurrence.trigger ?? 0]?.type;
  const type = kind === 'timer' ? 'timer' : 'catch';
  used(run, id);
  if (node.needsAllTriggers && belongingTo(run, occurrence.of!).length > 0) {
    emit(run, type, node.id, { occurrence: id, ...(type === 'catch' && { kind }) });
    receive(run, node, { scope: occurrence.in, payload });
    return;
  }
  for (const other of belongingTo(run, occurrence.of!)) cancel(run, other);
  close(run, occurrence.of!);
  if (gateway !== node) {
    const flow = gateway.outgoing.find((each) => each.target === node);
    emit(run, 'leave', gateway.id);
    if (flow) emit(run, 'take', flow.id, { from: gateway.id, to: node.id });
    emit(run, 'enter', node.id);
  }
  if (node.kind === 'receiveTask') {
    const task = open(run, { element: node.id, role: 'catch', ...within(occurrence.in) });
    emit(run, type, node.id, { occurrence: task, kind });
    completeActivity(run, task, payload);
    return;
  }
  emit(run, type, node.id, { occurrence: id, ...(type === 'catch' && { kind }) });
  receive(run, node, { scope: occurrence.in, payload });
  leave(run, node, occurrence.in);
}

/** Conditional events whose condition has become true since data last changed go off. */
export function triggerConditions(run: Run): void {
  for (const id of Object.keys(run.state.open)) {
    const occurrence = run.state.open[id];
    if (occurrence?.held === undefined) continue;
    const wanted = nodeOf(run, occurrence).triggers[occurrence.trigger ?? 0];
    if (wanted?.type !== 'conditional') continue;
    // data that are not there yet are an answer here: the condition has not come true
    const holds = wanted.condition.evaluate(visibleAt(run, id), run.at).value === true;
    if (holds === occurrence.held) continue;
    edit(run, id).held = holds;
    if (holds) trigger(run, id);
  }
}
