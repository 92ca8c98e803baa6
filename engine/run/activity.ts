import type { Node } from '../compile/program.ts';
import type { Variables } from '../types.ts';
import { cancel } from './cancel.ts';
import { recordDone } from './compensation.ts';
import { raise } from './incidents.ts';
import { instanceDone, startTurns } from './multi-instance.ts';
import { leave } from './route.ts';
import { belongingTo, close, edit, emit, nodeOf, open, openOf, type Run, within } from './run.ts';
import type { Occurrence } from './state.ts';
import { mapped, visibleAt, write, writeLocal } from './variables.ts';
import { await_, isAwaited } from './waits.ts';

/** A token enters an activity: its events are armed, then it begins, once or in turns. */
export function enterActivity(
  run: Run,
  node: Node,
  { scope, undo, variables }: { scope: string | undefined; undo?: string; variables?: Variables | undefined },
): void {
  emit(run, 'enter', node.id);
  const isRepeated = node.multi !== undefined || node.loop !== undefined;
  const occurrence: Occurrence = { element: node.id, role: isRepeated ? 'multi' : 'ready', ...within(scope) };
  if (undo !== undefined) occurrence.of = undo;
  if (variables) occurrence.variables = variables;
  const id = open(run, occurrence);
  armBoundaries(run, id, node);
  if (isRepeated) startTurns(run, id);
  else run.queue.push({ do: 'begin', id });
}

/** Opens the waits of the boundary events that something outside must trigger. */
export function armBoundaries(run: Run, host: string, node: Node): void {
  for (const boundary of node.boundaries) armBoundary(run, host, boundary);
}

export function armBoundary(run: Run, host: string, boundary: Node): void {
  boundary.triggers.forEach((trigger, index) => {
    if (!isAwaited(trigger)) return;
    const scope = run.state.open[host]!.in;
    const id = open(run, { element: boundary.id, role: 'boundary', of: host, ...within(scope) });
    await_(run, id, boundary, index);
  });
}

/** Input mappings of an instance that begins; false when one of them is an incident. */
export function takeInput(run: Run, id: string): boolean {
  const node = nodeOf(run, run.state.open[id]!);
  if (node.inputs.length === 0) return true;
  const result = mapped(node.inputs, visibleAt(run, id), run.at);
  if ('fault' in result) {
    raise(run, id, { code: 'mapping.failed', phase: 'begin', text: result.fault });
    return false;
  }
  writeLocal(run, id, result.values);
  return true;
}

/** An instance of an activity is done: its output is taken over, then the token goes on. */
export function completeActivity(run: Run, id: string, output: Variables = {}): void {
  const occurrence = edit(run, id);
  const node = nodeOf(run, occurrence);
  if (!takeOutput(run, id, output)) return;
  emit(run, 'complete', node.id, { occurrence: id });
  recordDone(run, id);
  const body = openOf(run, occurrence.of);
  if (body?.role === 'multi') {
    const variables = visibleAt(run, id);
    disarm(run, id, node);
    close(run, id);
    instanceDone(run, occurrence.of!, { occurrence, variables });
    return;
  }
  disarm(run, id, node);
  close(run, id);
  finish(run, occurrence);
}

/** All turns of a repeated activity are done, or a single one: the token leaves, or a compensation goes on. */
export function finish(run: Run, occurrence: Occurrence): void {
  const node = nodeOf(run, occurrence);
  if (openOf(run, occurrence.of)?.role === 'undo') {
    emit(run, 'leave', node.id);
    run.queue.push({ do: 'undo', id: occurrence.of! });
    return;
  }
  leave(run, node, occurrence.in);
}

/** Ends the waits of an activity's boundary events, when it is over in the regular way. */
function disarm(run: Run, id: string, node: Node): void {
  if (node.boundaries.length === 0) return;
  for (const other of belongingTo(run, id)) cancel(run, other);
}

function takeOutput(run: Run, id: string, output: Variables): boolean {
  const occurrence = run.state.open[id]!;
  const node = nodeOf(run, occurrence);
  const own = ownOutput(node, occurrence, output);
  writeLocal(run, id, own);
  const result = mapped(node.outputs, { ...visibleAt(run, id), ...output }, run.at);
  if ('fault' in result) {
    edit(run, id).output = output;
    raise(run, id, { code: 'mapping.failed', phase: 'end', text: result.fault });
    return false;
  }
  write(run, occurrence.in, { ...(node.mergesOutput ? without(output, own) : {}), ...result.values });
  return true;
}

/** What stays with the instance: the result a multi-instance collects. */
function ownOutput(node: Node, occurrence: Occurrence, output: Variables): Variables {
  const own = node.multi ? (occurrence.variables ?? {}) : {};
  return Object.fromEntries(Object.entries(output).filter(([name]) => Object.hasOwn(own, name)));
}

function without(output: Variables, own: Variables): Variables {
  return Object.fromEntries(Object.entries(output).filter(([name]) => !Object.hasOwn(own, name)));
}
