import type { Node } from '../compile/program.ts';
import { behaviours } from '../elements/index.ts';
import { completeActivity, enterActivity, finish, takeInput } from './activity.ts';
import { cancel, cancelInside } from './cancel.ts';
import { compensationSubProcess, nextRecord } from './compensation.ts';
import { endInstance } from './end-instance.ts';
import { hold, raise } from './incidents.ts';
import { decideTurns } from './multi-instance.ts';
import { fireBoundary, fireStart, hostOf } from './propagate.ts';
import { leave } from './route.ts';
import { close, edit, emit, isEnded, nodeOf, openIn, type Run, type Work } from './run.ts';
import type { Occurrence, UndoRecord } from './state.ts';
import { throwTrigger } from './throw-trigger.ts';
import { triggerConditions } from './trigger.ts';
import { visibleAt } from './variables.ts';

/** Moves of tokens in one command; a process that needs more branches without end. */
const MAX_MOVES = 100_000;
/** Visits of one node in one scope, or turns of one loop, in one command: more, and it runs in a circle. */
const MAX_VISITS = 1_000;

/**
 * Moves all tokens until every one of them waits. Order: conditional events as soon as data change;
 * tokens in motion; then scopes that may be done; joins that wait for nothing more; last the throwing
 * events, so that a catch in a parallel branch is already listening.
 */
export function settle(run: Run): void {
  while (!isEnded(run)) {
    if (run.hasNewData && run.program.hasConditions) {
      run.hasNewData = false;
      triggerConditions(run);
    } else if (run.queue.length > 0) moveNext(run);
    else if (run.checks.size > 0) checkScope(run);
    else if (!settleJoins(run)) {
      const work = run.later.shift();
      if (!work) return;
      perform(run, work);
    }
  }
}

/** First come, first moved. */
function moveNext(run: Run): void {
  const work = run.queue.shift()!;
  if (run.moves++ > MAX_MOVES || isCircling(run, work)) stopEndless(run, work);
  else perform(run, work);
}

function isCircling(run: Run, work: Work): boolean {
  if (run.moves < MAX_VISITS) return false;
  const of = work.do === 'begin' ? run.state.open[work.id]?.of : undefined;
  const isTurn = of !== undefined && run.state.open[of]?.turns?.total === undefined;
  if (work.do !== 'arrive' && !isTurn) return false;
  const key = work.do === 'arrive' ? `${work.in ?? ''}/${work.node.id}` : of!;
  const visits = (run.visits.get(key) ?? 0) + 1;
  run.visits.set(key, visits);
  return visits > MAX_VISITS;
}

function perform(run: Run, work: Work): void {
  switch (work.do) {
    case 'arrive':
      behaviours[work.node.kind].arrive(run, work);
      return;
    case 'begin':
      beginInstance(run, work.id);
      return;
    case 'leave':
      leave(run, work.node, work.in);
      return;
    case 'throw':
      behaviours[work.node.kind].throw!(run, work);
      return;
    case 'finish':
      finish(run, work.occurrence);
      return;
    case 'turns':
      if (run.state.open[work.id]) decideTurns(run, work.id);
      return;
    case 'throw-at':
      throwAt(run, work);
      return;
    case 'undo':
      if (run.state.open[work.id]) undoNext(run, work.id);
  }
}

function beginInstance(run: Run, id: string): void {
  const occurrence = run.state.open[id];
  if (!occurrence || !takeInput(run, id)) return;
  const node = nodeOf(run, occurrence);
  behaviours[node.kind].begin!(run, id, node);
}

function throwAt(run: Run, { id, trigger }: Extract<Work, { do: 'throw-at' }>): void {
  const body = run.state.open[id];
  if (body) throwTrigger(run, trigger, { node: nodeOf(run, body), scope: body.in, activity: id });
}

/** Every token still in motion is held where it is, so that none is lost. */
function stopEndless(run: Run, work: Work): void {
  const moving = [work, ...run.queue, ...run.later];
  run.queue = [];
  run.later = [];
  for (const each of moving) {
    const phase = each.do === 'arrive' || each.do === 'throw' ? 'arrive' : 'leave';
    if ('node' in each) hold(run, { node: each.node, scope: each.in, code: 'loop.endless', text: '', phase });
    else if (run.state.open[each.id])
      raise(run, each.id, { code: 'loop.endless', phase: each.do === 'begin' ? 'begin' : 'loop', text: '' });
  }
}

/** Ends the next scope that may be done, when no token is left in it. */
function checkScope(run: Run): void {
  const [key] = run.checks;
  run.checks.delete(key!);
  const scope = key === '' ? undefined : key;
  if (scope !== undefined && run.state.open[scope]?.role !== 'scope') return;
  if (scope !== undefined && continueAdHoc(run, scope)) return;
  if (!isBusy(run, scope)) endScope(run, scope);
}

/** Whether a token is left in a scope; called when none is in motion. */
function isBusy(run: Run, scope: string | undefined): boolean {
  if (run.later.some((work) => 'node' in work && work.in === scope)) return true;
  for (const id in run.state.open) {
    const occurrence = run.state.open[id]!;
    if (occurrence.in === scope && occurrence.role !== 'start') return true;
  }
  return false;
}

function endScope(run: Run, scope: string | undefined): void {
  for (const id of openIn(run, scope)) cancel(run, id);
  if (scope === undefined) {
    endInstance(run, 'completed');
    return;
  }
  const occurrence = run.state.open[scope]!;
  const node = nodeOf(run, occurrence);
  if (node.kind !== 'eventSubProcess') {
    completeActivity(run, scope);
    return;
  }
  emit(run, 'complete', node.id, { occurrence: scope });
  close(run, scope);
  finish(run, occurrence);
}

/** An ad-hoc sub-process looks at its completion condition whenever an activity in it is done. */
function continueAdHoc(run: Run, scope: string): boolean {
  const occurrence = run.state.open[scope]!;
  const adHoc = nodeOf(run, occurrence).body!.adHoc;
  if (!adHoc) return false;
  const isDone = adHoc.completion?.evaluate(visibleAt(run, scope), run.at).value === true;
  if (isDone) {
    delete edit(run, scope).pending;
    if (adHoc.cancelRemaining) cancelInside(run, scope);
    return false;
  }
  const [next, ...rest] = occurrence.pending ?? [];
  const node = next === undefined ? undefined : run.program.nodes.get(next);
  if (!node || isBusy(run, scope)) return false;
  edit(run, scope).pending = rest;
  run.queue.push({ do: 'arrive', node, in: scope });
  return true;
}

/** Inclusive and complex joins fire once no more tokens can come; true when one did. */
function settleJoins(run: Run): boolean {
  for (const id of Object.keys(run.state.open)) {
    const occurrence = run.state.open[id]!;
    if (occurrence.role !== 'join') continue;
    const node = nodeOf(run, occurrence);
    if (behaviours[node.kind].settle?.(run, id, node)) return true;
  }
  return false;
}

/** A compensation undoes its next activity, or ends. */
function undoNext(run: Run, id: string): void {
  const record = nextRecord(run, id);
  if (record) {
    undo(run, id, record);
    return;
  }
  const occurrence = run.state.open[id]!;
  close(run, id);
  endUndo(run, occurrence);
}

function undo(run: Run, id: string, record: UndoRecord): void {
  const node = run.program.nodes.get(record.element)!;
  const scope = run.state.open[id]!.in;
  if (node.handler) {
    enterActivity(run, node.handler, { scope, undo: id, variables: record.variables });
    return;
  }
  const subProcess = compensationSubProcess(node)!;
  const start = subProcess.body!.nodes.find((inner) => inner.kind === 'startEvent')!;
  const opened = fireStart(run, withoutInterrupting(start), {
    scope,
    type: 'catch',
    details: { kind: 'compensation' },
  });
  const occurrence = edit(run, opened);
  occurrence.of = id;
  if (record.inner) occurrence.done = record.inner;
  if (record.variables) occurrence.variables = record.variables;
}

function withoutInterrupting(start: Node): Node {
  return { ...start, isInterrupting: false };
}

function endUndo(run: Run, { element, in: scope, after }: Occurrence): void {
  const node = run.program.nodes.get(element)!;
  if (after === 'leave') {
    leave(run, node, scope);
    return;
  }
  run.checks.add(scope ?? '');
  if (after !== 'cancel') return;
  const host = hostOf(run, scope!);
  const { in: outer, element: transaction } = run.state.open[host]!;
  const boundary = run.program.nodes
    .get(transaction)!
    .boundaries.find((each) => each.triggers.some((trigger) => trigger.type === 'cancel'));
  if (boundary)
    fireBoundary(run, boundary, { host, scope: outer, type: 'catch', details: { kind: 'cancel' } });
  else {
    // cancelled, it has not succeeded: its own way out is not taken
    cancel(run, host);
    run.checks.add(outer ?? '');
  }
}
