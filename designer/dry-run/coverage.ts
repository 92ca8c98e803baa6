/** How much of what is drawn some dry run has been through. */
import { graphOf, type ProcessGraph } from '../../engine/index.ts';
import type { Process } from '../../engine/types.ts';

export interface Coverage {
  /** elements a token passes through */
  all: number;
  covered: number;
  /** those that no run has reached, in the order of the process */
  missing: { id: string; name: string }[];
}

export function coverageOf(process: Process, covered: ReadonlySet<string>): Coverage {
  const nodes = nodesOf(graphOf(process));
  const missing = nodes.filter(({ id }) => !covered.has(id));
  return { all: nodes.length, covered: nodes.length - missing.length, missing };
}

const nodesOf = ({ nodes }: ProcessGraph): { id: string; name: string }[] =>
  nodes.flatMap(({ id, name, body }) => [{ id, name: name || id }, ...(body ? nodesOf(body) : [])]);
