import type { Flow, Node, Scope } from './program.ts';
import type { Report } from './report.ts';

/** Markings looked at before the search gives up without a finding. */
const MAX_MARKINGS = 3_000;
/** Tokens on one place beyond this end the search. */
const MAX_TOKENS = 3;
/** Scopes beyond this are not searched: the number of markings grows with every parallel branch. */
const MAX_NODES = 80;

/**
 * Reports parallel joins that tokens come to but that no run can complete: all courses a scope can take are
 * played through, every choice free and every event possible; where several ways may be taken, all are, for more tokens
 * complete no fewer joins. When there are too many courses, nothing is said.
 */
export function checkJoins(report: Report, scope: Scope): void {
  const isCounted = scope.nodes.some((node) => node.completionQuantity > 1);
  if (!scope.nodes.some(isJoin) || isCounted || scope.nodes.length > MAX_NODES) return;
  const seen = play(scope);
  if (!seen) return;
  for (const node of scope.nodes)
    if (seen.waited.has(node) && !seen.fired.has(node)) report.add('join.never-completes', node.id);
}

/** Where tokens are: flows of joins they wait on, and nodes they are at, each with a number. */
type Marking = Map<Flow | Node, number>;

function play(scope: Scope): { waited: Set<Node>; fired: Set<Node> } | undefined {
  const ids = new Map<Flow | Node, number>();
  for (const node of scope.nodes) for (const each of [node, ...node.outgoing]) ids.set(each, ids.size);
  const keyOf = (marking: Marking) =>
    [...marking]
      .map(([place, count]) => `${ids.get(place)}:${count}`)
      .sort()
      .join();
  const waited = new Set<Node>();
  const fired = new Set<Node>();
  const known = new Set<string>();
  const pending = beginnings(scope);
  for (let marking = pending.pop(); marking; marking = pending.pop()) {
    const key = keyOf(marking);
    if (known.has(key)) continue;
    known.add(key);
    if (known.size > MAX_MARKINGS) return undefined;
    for (const place of marking.keys()) {
      if ('target' in place) {
        waited.add(place.target);
        const { incoming } = place.target;
        if (incoming.every((flow) => marking!.has(flow))) fired.add(place.target);
      }
      for (const next of moves(marking, place)) {
        // tokens pile up: what follows is beyond counting
        if ([...next.values()].some((count) => count > MAX_TOKENS)) return undefined;
        pending.push(next);
      }
    }
  }
  return { waited, fired };
}

function beginnings(scope: Scope): Marking[] {
  const starts = scope.nodes.filter((node) => node.kind === 'startEvent' || node.instantiates);
  if (starts.length > 0) return starts.map((node) => new Map([[node, 1]]));
  return [new Map(scope.entries.map((node) => [node, 1]))];
}

/** What can happen next to one token. */
function moves(marking: Marking, place: Flow | Node): Marking[] {
  if ('target' in place) {
    const { target } = place;
    const isComplete = target.incoming.every((flow) => marking.has(flow));
    return isComplete ? [step(marking, { from: target.incoming, to: target.outgoing })] : [];
  }
  return ways(place).map((to) => step(marking, { from: [place], to }));
}

/** Sets of flows by which a token can leave a node. */
function ways(node: Node): (Flow | Node)[][] {
  if (node.linkTarget) return [[node.linkTarget]];
  const { outgoing } = node;
  const events = node.boundaries.flatMap((boundary) =>
    boundary.isInterrupting ? [[boundary]] : [[node, boundary]],
  );
  const isRace = node.kind === 'eventBasedGateway' && node.gateway !== 'parallel';
  if (node.kind === 'exclusiveGateway' || isRace) return outgoing.map((flow) => [flow]);
  return [outgoing, ...events];
}

function step(
  marking: Marking,
  { from, to }: { from: readonly (Flow | Node)[]; to: readonly (Flow | Node)[] },
): Marking {
  const next = new Map(marking);
  for (const place of from) {
    const left = next.get(place)! - 1;
    if (left > 0) next.set(place, left);
    else next.delete(place);
  }
  for (const way of to) {
    // tokens wait on the flow before a parallel join, elsewhere they are at the node
    const place = 'target' in way && !isJoin(way.target) ? way.target : way;
    next.set(place, (next.get(place) ?? 0) + 1);
  }
  return next;
}

function isJoin(node: Node): boolean {
  return node.kind === 'parallelGateway' && node.incoming.length > 1;
}
