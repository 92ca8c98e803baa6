import type { Node } from '../compile/program.ts';
import { programOf } from '../compile/program.ts';
import type { Command, Process, ProcessState } from '../types.ts';
import { armBoundaries } from './activity.ts';
import { cancel } from './cancel.ts';
import { CommandRefused } from './command-refused.ts';
import { editTurns } from './multi-instance.ts';
import { beginRun, emit, open, openOf, type Run, within } from './run.ts';
import { armStarts } from './scopes.ts';
import type { Occurrence } from './state.ts';

type Jump = Extract<Command, { type: 'jump' }>;

/** What a jump would end. */
export interface JumpPreview {
  cancels: { occurrence: string; element: string; role: string }[];
}

/** Ends what is open at `from` (element or occurrence ids; everything when absent) and enters `to`. */
export function jump(run: Run, command: Jump): void {
  const target = targetOf(run, command);
  const around = scopesAround(target);
  for (const id of leaving(run, command, around)) {
    const of = run.state.open[id]?.of;
    if (openOf(run, of)?.turns) editTurns(run, of!).cancelled++;
    cancel(run, id);
  }
  let scope: string | undefined;
  for (const node of around) scope = scopeAt(run, node, scope) ?? openScope(run, node, scope);
  run.queue.push({ do: 'arrive', node: target, ...within(scope) });
}

/** Tells beforehand what a jump ends. Throws `CommandRefused` as the jump itself would. */
export function previewJump(process: Process, state: ProcessState, command: Omit<Jump, 'type'>): JumpPreview {
  const run = beginRun(programOf(process), state, '');
  const full: Jump = { type: 'jump', ...command };
  const ids = leaving(run, full, scopesAround(targetOf(run, full)));
  const before = run.state.open;
  run.state.open = { ...before };
  for (const id of ids) cancel(run, id);
  return {
    cancels: Object.keys(before)
      .filter((id) => !Object.hasOwn(run.state.open, id))
      .map((id) => ({ occurrence: id, element: before[id]!.element, role: before[id]!.role })),
  };
}

function targetOf(run: Run, { to }: Jump): Node {
  const node = run.program.nodes.get(to);
  if (!node) throw new CommandRefused('unknown-element', `no element ${to}`);
  if (node.kind === 'boundaryEvent' || node.kind === 'eventSubProcess' || node.isHandler)
    throw new CommandRefused('wrong-kind', `${to} takes no token`);
  if (scopesAround(node).some((each) => each.kind === 'eventSubProcess' || each.multi || each.loop))
    throw new CommandRefused(
      'wrong-kind',
      `${to} stands inside something that only its own trigger or turn opens`,
    );
  return node;
}

/** Sub-processes around a node, outermost first. */
function scopesAround(node: Node): Node[] {
  const around: Node[] = [];
  for (let outer = node.scope.node; outer; outer = outer.scope.node) around.unshift(outer);
  return around;
}

/** Occurrences that a jump ends: never an open scope around the target, but what is open in it. */
function leaving(run: Run, { from }: Jump, around: Node[]): string[] {
  const kept = new Set<string>();
  let scope: string | undefined;
  for (const node of around) {
    scope = scopeAt(run, node, scope);
    if (scope === undefined) break;
    kept.add(scope);
  }
  const ids = Object.keys(run.state.open).filter((id) => {
    const occurrence = run.state.open[id]!;
    if (kept.has(id) || isAttached(run, occurrence, kept)) return false;
    return from ? from.includes(id) || from.includes(occurrence.element) : true;
  });
  if (from && ids.length === 0)
    throw new CommandRefused('unknown-occurrence', 'nothing is open where the jump starts');
  const gone = withEmptied(run, new Set(ids), kept);
  return Object.keys(run.state.open).filter((id) => gone.has(id));
}

/** Beside what ends, whatever holds nothing any more then and so would never end: sub-processes, repeated work, races. */
function withEmptied(run: Run, gone: Set<string>, kept: Set<string>): Set<string> {
  const hasLeft = new Map<string, boolean>();
  // what is inside was opened later
  for (const [id, { role, in: scope, of }] of Object.entries(run.state.open).toReversed()) {
    if (role === 'start' || role === 'boundary') continue;
    if (hasLeft.get(id) === false && !kept.has(id)) gone.add(id);
    const isGone = gone.has(id) || (of !== undefined && gone.has(of));
    for (const holder of [scope, of])
      if (holder !== undefined) hasLeft.set(holder, !isGone || hasLeft.get(holder) === true);
  }
  return gone;
}

/** Armed events of a scope that stays stay with it. */
function isAttached(run: Run, occurrence: Occurrence, kept: Set<string>): boolean {
  if (occurrence.role === 'start') return occurrence.in === undefined || kept.has(occurrence.in);
  if (occurrence.role !== 'boundary') return false;
  return kept.has(occurrence.of!) || run.state.open[occurrence.of!] === undefined;
}

function scopeAt(run: Run, node: Node, outer: string | undefined): string | undefined {
  return Object.keys(run.state.open).find((id) => {
    const occurrence = run.state.open[id]!;
    return occurrence.role === 'scope' && occurrence.element === node.id && occurrence.in === outer;
  });
}

function openScope(run: Run, node: Node, outer: string | undefined): string {
  emit(run, 'enter', node.id);
  const id = open(run, { element: node.id, role: 'scope', ...within(outer) });
  armBoundaries(run, id, node);
  armStarts(run, id, node.body!);
  return id;
}
