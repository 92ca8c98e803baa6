/** How long a process takes at most when every step takes all its time: for comparing the sum with a legal limit. */
import { type Node, programOf, type Scope } from '../compile/program.ts';
import type { Process, StepInfo } from '../types.ts';

/**
 * The heaviest way from the start to an end: parallel branches by the longest of them, alternatives by the worst,
 * loops passed once, called processes by the time of the calling step.
 * @param weigh what a step counts, in any unit; a sub-process without time of its own counts its inside
 * @returns 0 for a process that no way leads through
 */
export function longestWay(process: Process, weigh: (step: StepInfo) => number): number {
  const steps = new Map(process.steps.map((step) => [step.id, step]));
  const own = (node: Node): number => {
    const step = steps.get(node.id);
    const weight = step ? weigh(step) : 0;
    return weight === 0 && node.body ? Math.max(0, longestIn(node.body, own)) : weight;
  };
  return Math.max(0, longestIn(programOf(process).scope, own));
}

/** No way to an end. */
const NOWHERE = Number.NEGATIVE_INFINITY;

function longestIn(scope: Scope, weightOf: (node: Node) => number): number {
  const known = new Map<Node, number>();
  const underWay = new Set<Node>();
  const longestFrom = (node: Node): number => {
    // Met again on the way: the loop has been passed once.
    if (underWay.has(node)) return NOWHERE;
    const before = known.get(node);
    if (before !== undefined) return before;
    underWay.add(node);
    const next = followers(node);
    const rest = next.length === 0 ? 0 : Math.max(...next.map(longestFrom));
    underWay.delete(node);
    const total = weightOf(node) + rest;
    known.set(node, total);
    return total;
  };
  return Math.max(NOWHERE, ...scope.entries.map(longestFrom));
}

const followers = (node: Node): Node[] => [
  ...node.outgoing.map(({ target }) => target),
  ...node.boundaries.flatMap(({ outgoing }) => outgoing.map(({ target }) => target)),
  ...(node.linkTarget ? [node.linkTarget] : []),
];
