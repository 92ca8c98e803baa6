import type { Node } from '../compile/program.ts';
import { edit, nodeOf, open, openOf, type Run, within } from './run.ts';
import type { Occurrence, UndoRecord } from './state.ts';

/** Remembers a completing activity when something can undo it, in its scope. */
export function recordDone(run: Run, id: string): void {
  const occurrence = run.state.open[id]!;
  const node = nodeOf(run, occurrence);
  if (node.isHandler) return;
  const inner = occurrence.done;
  if (!node.handler && !inner?.length && !compensationSubProcess(node)) return;
  const record: UndoRecord = { element: node.id };
  if (inner?.length) record.inner = inner;
  if (occurrence.role === 'scope' && occurrence.variables) record.variables = occurrence.variables;
  setRecords(run, occurrence.in, [...recordsOf(run, occurrence.in), record]);
}

/**
 * Opens a compensation that undoes completed activities in reverse order: all that its scope
 * remembers, or those of one element. Answers its id.
 */
export function openUndo(
  run: Run,
  {
    node,
    scope,
    activity,
    after,
  }: {
    node: Node;
    scope: string | undefined;
    activity?: string | undefined;
    after: NonNullable<Occurrence['after']>;
  },
): string {
  const home = activity === undefined ? ownHome(run, scope) : homeOf(run, scope, activity);
  const records = recordsOf(run, home);
  const chosen = activity === undefined ? records : records.filter((record) => record.element === activity);
  setRecords(
    run,
    home,
    records.filter((record) => !chosen.includes(record)),
  );
  return open(run, { element: node.id, role: 'undo', ...within(scope), done: chosen, after });
}

/** Takes the last record of a compensation, its inside spread out where nothing undoes it as a whole. */
export function nextRecord(run: Run, id: string): UndoRecord | undefined {
  const undo = edit(run, id);
  for (;;) {
    const record = undo.done!.at(-1);
    if (!record) return undefined;
    undo.done = undo.done!.slice(0, -1);
    const node = run.program.nodes.get(record.element);
    if (!node) continue;
    if (node.handler || compensationSubProcess(node)) return record;
    undo.done = [...undo.done, ...(record.inner ?? [])];
  }
}

/** The event sub-process in an activity that undoes it. */
export function compensationSubProcess(node: Node): Node | undefined {
  return node.body?.eventSubProcesses.find(isCompensating);
}

/** Whether an event sub-process starts by compensation. */
function isCompensating(node: Node): boolean {
  return node.body!.nodes.some(
    (inner) =>
      inner.kind === 'startEvent' && inner.triggers.some((trigger) => trigger.type === 'compensation'),
  );
}

function recordsOf(run: Run, scope: string | undefined): UndoRecord[] {
  return (scope === undefined ? run.state : run.state.open[scope]!).done ?? [];
}

function setRecords(run: Run, scope: string | undefined, records: UndoRecord[]): void {
  const holder = scope === undefined ? run.state : edit(run, scope);
  if (records.length > 0) holder.done = records;
  else delete holder.done;
}

/** The scope whose activities a compensation without a named activity undoes. */
function ownHome(run: Run, scope: string | undefined): string | undefined {
  const occurrence = openOf(run, scope);
  if (!occurrence) return undefined;
  const node = nodeOf(run, occurrence);
  const isHandling = node.kind === 'eventSubProcess' && !isCompensating(node) && !occurrence.done?.length;
  return isHandling ? occurrence.in : scope;
}

/** The nearest scope around that remembers the activity. */
function homeOf(run: Run, scope: string | undefined, activity: string): string | undefined {
  for (let id = scope; id !== undefined; id = run.state.open[id]!.in)
    if (recordsOf(run, id).some((record) => record.element === activity)) return id;
  return undefined;
}
