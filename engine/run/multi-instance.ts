import type { MultiInstance, Trigger } from '../compile/program.ts';
import type { Expression } from '../feel/expression.ts';
import type { Json, Variables } from '../types.ts';
import { cancel } from './cancel.ts';
import { raise } from './incidents.ts';
import { belongingTo, close, edit, nodeOf, open, type Run, within } from './run.ts';
import type { Occurrence, Turns } from './state.ts';
import { visibleAt, write } from './variables.ts';

/** Most instances of one activity. */
const MAX_INSTANCES = 10_000;

/** Begins the instances of a multi-instance or the first turn of a loop, at its open body. */
export function startTurns(run: Run, id: string): void {
  const body = edit(run, id);
  const node = nodeOf(run, body);
  body.turns = { begun: 0, done: 0, cancelled: 0 };
  if (node.loop) nextTurn(run, id);
  else startInstances(run, id, node.multi!);
}

/** One instance has completed (it is closed already); `variables` is what it saw. */
export function instanceDone(
  run: Run,
  id: string,
  { occurrence, variables }: { occurrence: Occurrence; variables: Variables },
): void {
  const node = nodeOf(run, run.state.open[id]!);
  const turns = editTurns(run, id);
  turns.done++;
  if (node.loop) {
    nextTurn(run, id);
    return;
  }
  const multi = node.multi!;
  if (multi.outputElement && turns.results) {
    const index = Number(occurrence.variables!['loopCounter']) - multi.firstCounter;
    const { value } = multi.outputElement.evaluate(variables, run.at);
    turns.results = turns.results.map((result, at) => (at === index ? value : result));
  }
  throwBehaviour(run, id, multi);
  // after the thrown events: one of them may end the activity
  run.queue.push({ do: 'turns', id });
}

/** Looks again at conditions that an incident left undecided. */
export function decideTurns(run: Run, id: string): void {
  const node = nodeOf(run, run.state.open[id]!);
  const turns = run.state.open[id]!.turns!;
  if (node.loop) {
    nextTurn(run, id);
    return;
  }
  const multi = node.multi!;
  if (turns.total === undefined) {
    startInstances(run, id, multi);
    return;
  }
  const isEnough = multi.completion ? decide(run, id, multi.completion) : false;
  if (isEnough === undefined) return;
  if (isEnough) {
    const rest = belongingTo(run, id).filter((other) => run.state.open[other]!.role !== 'boundary');
    for (const other of rest) cancel(run, other);
    endTurns(run, id);
  } else if (multi.sequential && turns.begun < turns.total) beginInstance(run, id, multi);
  else if (turns.done + turns.cancelled >= turns.total) endTurns(run, id);
}

function startInstances(run: Run, id: string, multi: MultiInstance): void {
  const items = countInstances(run, id, multi);
  if (items === undefined) return;
  const turns = editTurns(run, id);
  turns.total = items.length;
  if (multi.collection) turns.items = items;
  if (multi.outputCollection) turns.results = items.map(() => null);
  if (items.length === 0) endTurns(run, id);
  else if (multi.sequential) beginInstance(run, id, multi);
  else for (let count = 0; count < items.length; count++) beginInstance(run, id, multi);
}

/** The items, or as many nulls as the cardinality says; an incident when neither can be told. */
function countInstances(run: Run, id: string, multi: MultiInstance): Json[] | undefined {
  const expression = (multi.collection ?? multi.cardinality)!;
  const { value } = expression.evaluate(visibleAt(run, id), run.at);
  const items = multi.collection && Array.isArray(value) ? value : undefined;
  const count = items
    ? items.length
    : multi.collection && typeof value !== 'number'
      ? -1
      : Number(value ?? -1);
  if (Number.isInteger(count) && count >= 0 && count <= MAX_INSTANCES)
    return items ?? new Array<Json>(count).fill(null);
  if (count > MAX_INSTANCES)
    raise(run, id, { code: 'loop.too-many', phase: 'loop', text: String(MAX_INSTANCES) });
  else raise(run, id, { code: 'loop.undecided', phase: 'loop', text: expression.source });
  return undefined;
}

function beginInstance(run: Run, id: string, multi: MultiInstance): void {
  const body = run.state.open[id]!;
  const turns = editTurns(run, id);
  const variables: Variables = { loopCounter: turns.begun + multi.firstCounter };
  if (turns.items) {
    const [item, ...rest] = multi.sequential ? turns.items : [turns.items[turns.begun]!];
    if (multi.elementVariable) variables[multi.elementVariable] = item ?? null;
    if (multi.sequential) turns.items = rest;
    else if (turns.begun + 1 === turns.total) delete turns.items;
  }
  if (multi.outputVariable && !(multi.outputVariable in variables)) variables[multi.outputVariable] = null;
  turns.begun++;
  begin(run, id, { body, variables });
}

/** `loopCondition` true means again; before the first turn it is asked only with testBefore (BPMN 2.0.2, 10.3.8). */
function nextTurn(run: Run, id: string): void {
  const body = run.state.open[id]!;
  const loop = nodeOf(run, body).loop!;
  const turns = editTurns(run, id);
  const maximum = loop.maximum?.constant;
  const isAsked = loop.condition !== undefined && (loop.testBefore || turns.done > 0);
  if (typeof maximum === 'number' && turns.done >= maximum) {
    endTurns(run, id);
    return;
  }
  const again = isAsked ? decide(run, id, loop.condition!) : true;
  if (again === undefined) return;
  if (!again) {
    endTurns(run, id);
    return;
  }
  turns.begun++;
  begin(run, id, { body, variables: { loopCounter: turns.begun } });
}

function begin(run: Run, id: string, { body, variables }: { body: Occurrence; variables: Variables }): void {
  const instance = open(run, {
    element: body.element,
    role: 'ready',
    ...within(body.in),
    of: id,
    variables: { ...body.variables, ...variables },
  });
  run.queue.push({ do: 'begin', id: instance });
}

function endTurns(run: Run, id: string): void {
  const body = run.state.open[id]!;
  const node = nodeOf(run, body);
  const name = node.multi?.outputCollection;
  if (name) write(run, body.in, { [name]: body.turns!.results! });
  for (const other of belongingTo(run, id)) cancel(run, other);
  close(run, id);
  run.queue.push({ do: 'finish', node, occurrence: body, ...within(body.in) });
}

/** A Boolean without warnings, or an incident at the body. */
function decide(run: Run, id: string, expression: Expression): boolean | undefined {
  const { value, warnings } = expression.evaluate(visibleAt(run, id), run.at);
  if (typeof value === 'boolean' && warnings.length === 0) return value;
  raise(run, id, { code: 'condition.undecided', phase: 'loop', text: expression.source });
  return undefined;
}

/** Events that a multi-instance throws as its instances complete (BPMN 2.0.2, 13.3.7, table 10.29). */
function throwBehaviour(run: Run, id: string, multi: MultiInstance): void {
  const turns = run.state.open[id]!.turns!;
  const events: (Trigger | undefined)[] = [];
  if (multi.behavior === 'none') events.push(multi.noneEvent);
  if (multi.behavior === 'one' && turns.done === 1) events.push(multi.oneEvent);
  if (multi.behavior === 'complex')
    for (const { condition, event } of multi.complex)
      if (condition.evaluate(visibleAt(run, id), run.at).value === true) events.push(event);
  for (const trigger of events) if (trigger) run.queue.push({ do: 'throw-at', id, trigger });
}

export function editTurns(run: Run, id: string): Turns {
  const body = edit(run, id);
  body.turns = { ...body.turns! };
  return body.turns;
}
