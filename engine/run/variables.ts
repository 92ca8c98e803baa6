import type { Mapping } from '../compile/program.ts';
import type { Json, Variables } from '../types.ts';
import { edit, type Run } from './run.ts';
import type { Occurrence } from './state.ts';

/** What an expression sees at an occurrence: its own variables over those of the scopes around it. */
export function visibleAt(run: Run, id: string | undefined): Variables {
  const layers: Variables[] = [];
  for (let at = id === undefined ? undefined : run.state.open[id]; at; ) {
    if (at.variables) layers.push(at.variables);
    const body = at.of === undefined ? undefined : run.state.open[at.of];
    if (body?.role === 'multi' || body?.turns) layers.push(counters(body));
    if (at.turns) layers.push(counters(at));
    at = at.in === undefined ? undefined : run.state.open[at.in];
  }
  if (layers.length === 0) return run.state.variables;
  return Object.assign({}, run.state.variables, ...layers.reverse());
}

/** Sets variables where they already live, looking outwards from a scope; new ones belong to the process. */
export function write(run: Run, scope: string | undefined, values: Variables): void {
  const names = Object.keys(values);
  if (names.length === 0) return;
  run.hasNewData = true;
  const rest: Variables = {};
  for (const name of names) {
    const home = homeOf(run, scope, name);
    if (home === undefined) rest[name] = values[name]!;
    else edit(run, home).variables = { ...run.state.open[home]!.variables, [name]: values[name]! };
  }
  if (Object.keys(rest).length > 0) run.state.variables = { ...run.state.variables, ...rest };
}

/** Sets variables of one occurrence alone. */
export function writeLocal(run: Run, id: string, values: Variables): void {
  if (Object.keys(values).length === 0) return;
  edit(run, id).variables = { ...run.state.open[id]!.variables, ...values };
}

/** The values of mappings; `fault` names the first that came to nothing. */
export function mapped(
  mappings: readonly Mapping[],
  context: Variables,
  at: string,
): { values: Variables } | { fault: string } {
  const values: Variables = {};
  for (const { target, source, isOptional } of mappings) {
    const { value, warnings } = source.evaluate({ ...context, ...values }, at);
    if (warnings.length > 0 && value === null) {
      if (isOptional) continue;
      return { fault: source.source };
    }
    place(values, target, { value, context });
  }
  return { values };
}

/** Puts a value at a path, keeping what the named variable already holds beside it. */
export function place(
  values: Variables,
  [name, ...path]: string[],
  { value, context }: { value: Json; context: Variables },
): void {
  if (name === undefined || name === '__proto__') return;
  if (path.length === 0) {
    values[name] = value;
    return;
  }
  const existing = values[name] ?? context[name];
  const inner: Variables =
    typeof existing === 'object' && existing !== null && !Array.isArray(existing) ? { ...existing } : {};
  place(inner, path, { value, context: {} });
  values[name] = inner;
}

function homeOf(run: Run, scope: string | undefined, name: string): string | undefined {
  for (let id = scope; id !== undefined; ) {
    const at: Occurrence | undefined = run.state.open[id];
    if (!at) return undefined;
    if (at.variables && Object.hasOwn(at.variables, name)) return id;
    id = at.in;
  }
  return undefined;
}

/** BPMN's names of a multi-instance's numbers, and Camunda's. */
function counters(body: Occurrence): Variables {
  const turns = body.turns;
  if (!turns) return {};
  const active = turns.begun - turns.done - turns.cancelled;
  return {
    loopCounter: turns.done,
    numberOfInstances: turns.total ?? turns.begun,
    numberOfActiveInstances: active,
    numberOfCompletedInstances: turns.done,
    numberOfTerminatedInstances: turns.cancelled,
    nrOfInstances: turns.total ?? turns.begun,
    nrOfActiveInstances: active,
    nrOfCompletedInstances: turns.done,
  };
}
