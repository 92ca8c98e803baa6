import type { Flow, Node } from '../compile/program.ts';
import { close, edit, nodeOf, open, openIn, type Run, within } from './run.ts';

/** Adds a token to those that wait at a node in one scope; answers the id of the wait. */
export function gather(
  run: Run,
  node: Node,
  { scope, flow }: { scope: string | undefined; flow?: Flow | undefined },
): string {
  const found = openIn(run, scope).find((key) => {
    const occurrence = run.state.open[key]!;
    return occurrence.role === 'join' && occurrence.element === node.id;
  });
  const id = found ?? open(run, { element: node.id, role: 'join', ...within(scope), tokens: {} });
  const join = edit(run, id);
  const key = flow?.id ?? '';
  join.tokens = { ...join.tokens, [key]: (join.tokens![key] ?? 0) + 1 };
  return id;
}

/** Takes one token from each of these flows away; the wait ends when none is left. */
export function consume(run: Run, id: string, flows: readonly string[]): void {
  const join = edit(run, id);
  const tokens = { ...join.tokens };
  for (const flow of flows) {
    const left = (tokens[flow] ?? 0) - 1;
    if (left > 0) tokens[flow] = left;
    else delete tokens[flow];
  }
  join.tokens = tokens;
  if (Object.keys(tokens).length === 0 && !join.fired) close(run, id);
}

/**
 * Whether an inclusive join may fire: no token elsewhere in its scope can still reach an empty incoming
 * flow, unless that token can also reach a flow that has its token already (BPMN 2.0.2, 13.4.3).
 */
export function isComplete(run: Run, id: string): boolean {
  const join = run.state.open[id]!;
  const node = nodeOf(run, join);
  const full = node.incoming.filter((flow) => (join.tokens![flow.id] ?? 0) > 0);
  return !mayStillArrive(run, id, { wanted: node.incoming, full });
}

/** Whether a token may still come to one of the flows wanted by a join that is not full. */
export function mayStillArrive(
  run: Run,
  id: string,
  { wanted, full }: { wanted: readonly Flow[]; full: readonly Flow[] },
): boolean {
  const join = run.state.open[id]!;
  const reach = nodeOf(run, join).reach!;
  const canReach = (flows: readonly Flow[], node: Node) => flows.some((flow) => reach.get(flow)!.has(node));
  return tokensIn(run, join.in).some((node) => canReach(wanted, node) && !canReach(full, node));
}

/** Where the tokens of a scope stand; a join's own reach nothing without passing it. */
function tokensIn(run: Run, scope: string | undefined): Node[] {
  const nodes = new Set<Node>();
  for (const key of openIn(run, scope)) {
    const occurrence = run.state.open[key]!;
    // an event that is armed holds no token of its own
    if (occurrence.role === 'boundary' || occurrence.role === 'arm') continue;
    const node = nodeOf(run, occurrence);
    // what a compensation runs beside the flow brings no token
    if (!node.isHandler) nodes.add(node);
  }
  for (const work of run.later) if ('node' in work && work.in === scope) nodes.add(work.node);
  return [...nodes];
}
