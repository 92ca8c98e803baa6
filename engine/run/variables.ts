import type { Mapping } from '../compile/program.ts';
import type { Json, Variables } from '../types.ts';
import { edit, openOf, type Run } from './run.ts';
import type { Turns } from './state.ts';

/** What an expression sees at an occurrence: its own variables over those of the scopes around it. */
export function visibleAt(run: Run, id: string | undefined): Variables {
  const layers: Variables[] = [];
  for (let at = openOf(run, id); at; at = openOf(run, at.in)) {
    if (at.variables) layers.push(at.variables);
    const turns = at.turns ?? openOf(run, at.of)?.turns;
    if (turns) layers.push(counters(turns));
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
  run.state.variables = { ...run.state.variables, ...rest };
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
  [name = '', ...path]: string[],
  { value, context }: { value: Json; context: Variables },
): void {
  if (name === '__proto__') return;
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
  for (let id = scope; id !== undefined; id = run.state.open[id]?.in)
    if (Object.hasOwn(run.state.open[id]?.variables ?? {}, name)) return id;
  return undefined;
}

/** BPMN's names of a multi-instance's numbers, and Camunda's. */
function counters(turns: Turns): Variables {
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
