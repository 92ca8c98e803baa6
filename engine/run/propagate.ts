import type { Node, Trigger } from '../compile/program.ts';
import type { Variables } from '../types.ts';
import { cancel, cancelInside } from './cancel.ts';
import { receive } from './receive.ts';
import { leave, leaveBy } from './route.ts';
import { emit, nodeOf, open, openOf, type Run, within } from './run.ts';
import { armStarts } from './scopes.ts';

type Catching = Extract<Trigger, { type: 'error' | 'escalation' }>;

export interface Thrown {
  type: 'error' | 'escalation';
  code: string;
  /** other names of the same error: its name, its id */
  aliases?: string[];
  message?: string;
}

/**
 * Takes an error or escalation outwards to the nearest catcher: boundary events of the activity it
 * comes from, then event sub-processes of the scope, then the scope's own boundaries, and so on.
 * Answers whether something caught it.
 */
export function propagate(
  run: Run,
  thrown: Thrown,
  from: { activity?: string | undefined; scope: string | undefined },
): boolean {
  if (from.activity !== undefined && catchAtActivity(run, thrown, from.activity)) return true;
  let scope = from.scope;
  let skip: Node | undefined;
  for (;;) {
    if (catchInScope(run, thrown, { scope, skip })) return true;
    if (scope === undefined) return false;
    const occurrence = run.state.open[scope]!;
    const node = nodeOf(run, occurrence);
    // what an event sub-process throws, it does not catch itself
    skip = node.kind === 'eventSubProcess' ? node : undefined;
    if (catchAtActivity(run, thrown, scope)) return true;
    scope = occurrence.in;
  }
}

/** A boundary event of an open activity goes off: the activity ends if the event interrupts. */
export function fireBoundary(
  run: Run,
  boundary: Node,
  {
    host,
    scope,
    type,
    details,
  }: {
    host: string;
    scope: string | undefined;
    type: 'timer' | 'catch';
    details?: Record<string, unknown>;
  },
): void {
  emit(run, 'enter', boundary.id);
  emit(run, type, boundary.id, details);
  if (boundary.isInterrupting) cancel(run, host);
  leave(run, boundary, scope);
}

/** The start event of an event sub-process goes off. An interrupting one ends what its scope was doing. */
export function fireStart(
  run: Run,
  start: Node,
  {
    scope,
    type,
    variables,
    details,
  }: {
    scope: string | undefined;
    type: 'timer' | 'catch';
    variables?: Variables;
    details?: Record<string, unknown>;
  },
): string {
  const subProcess = start.scope.node!;
  if (start.isInterrupting) {
    cancelInside(run, scope);
    if (scope === undefined) run.state['interrupted'] = true;
    else run.state.open[scope] = { ...run.state.open[scope]!, interrupted: true };
  }
  if (variables) receive(run, start, { scope, payload: variables });
  emit(run, 'enter', subProcess.id);
  const id = open(run, { element: subProcess.id, role: 'scope', ...within(scope) });
  armStarts(run, id, subProcess.body!);
  emit(run, 'enter', start.id);
  emit(run, type, start.id, details);
  leaveBy(run, start, { flows: start.outgoing, scope: id });
  return id;
}

/** The activity an occurrence belongs to as a whole: a multi-instance's body for one of its instances. */
export function hostOf(run: Run, id: string): string {
  const { of } = run.state.open[id]!;
  return openOf(run, of)?.role === 'multi' ? of! : id;
}

function catchAtActivity(run: Run, thrown: Thrown, activity: string): boolean {
  const host = hostOf(run, activity);
  const occurrence = run.state.open[host]!;
  const found = pick(nodeOf(run, occurrence).boundaries, thrown);
  if (!found) return false;
  const scope = occurrence.in;
  receive(run, found.node, { scope, payload: carried(thrown, found.trigger) });
  fireBoundary(run, found.node, { host, scope, type: 'catch', details: detailsOf(thrown) });
  return true;
}

function catchInScope(
  run: Run,
  thrown: Thrown,
  { scope, skip }: { scope: string | undefined; skip: Node | undefined },
): boolean {
  // an event sub-process that has taken its scope over is the last: the others have stopped listening
  const isTaken = scope === undefined ? run.state['interrupted'] : run.state.open[scope]!.interrupted;
  if (isTaken) return false;
  const body = scope === undefined ? run.program.scope : nodeOf(run, run.state.open[scope]!).body!;
  const starts = body.eventSubProcesses
    .filter((each) => each !== skip)
    .flatMap((each) => each.body!.nodes.filter((node) => node.kind === 'startEvent'));
  const found = pick(starts, thrown);
  if (!found) return false;
  fireStart(run, found.node, {
    scope,
    type: 'catch',
    variables: carried(thrown, found.trigger),
    details: detailsOf(thrown),
  });
  return true;
}

/** The catcher of exactly this code, else one that catches all. */
function pick(nodes: Node[], thrown: Thrown): { node: Node; trigger: Catching } | undefined {
  const names = [thrown.code, ...(thrown.aliases ?? [])].filter((name) => name !== '');
  const catchers = nodes.flatMap((node) =>
    node.triggers.flatMap((trigger) => (isOf(trigger, thrown.type) ? [{ node, trigger }] : [])),
  );
  return (
    catchers.find(({ trigger }) => trigger.code !== '' && trigger.code === thrown.code) ??
    catchers.find(({ trigger }) => trigger.aliases.some((alias) => names.includes(alias))) ??
    catchers.find(({ trigger }) => trigger.code === '')
  );
}

function isOf(trigger: Trigger, type: Thrown['type']): trigger is Catching {
  return trigger.type === type;
}

function carried(thrown: Thrown, trigger: Catching): Variables {
  const variables: Variables = {};
  if (trigger.codeVariable) variables[trigger.codeVariable] = thrown.code;
  if ('messageVariable' in trigger && trigger.messageVariable)
    variables[trigger.messageVariable] = thrown.message ?? '';
  return variables;
}

function detailsOf(thrown: Thrown): Record<string, unknown> {
  return { kind: thrown.type, ...(thrown.code && { code: thrown.code }) };
}
