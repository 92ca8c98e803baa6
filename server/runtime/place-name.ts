/** What a place of a process is called: any node, not only a step. */
import { type GraphNode, graphOf, type ProcessGraph } from '../../engine/index.ts';
import type { CompiledVersion } from './ports.ts';

type Name = { vi: string; en: string };

/** Its own name; of one drawn without, what it stands behind or on; its id when nothing else is known. */
export function placeName({ processes }: Pick<CompiledVersion, 'processes'>, element: string): Name {
  const whole = processes[element];
  if (whole) return { vi: whole.name || element, en: whole.name || element };
  const nodes = Object.values(processes).flatMap((process) => nodesOf(graphOf(process)));
  const node = nodes.find(({ id }) => id === element);
  if (node?.name) return { vi: node.name, en: node.name };
  const host = nodes.find(({ id }) => id === node?.host);
  if (host?.name) return { vi: `Sự kiện tại “${host.name}”`, en: `Event at “${host.name}”` };
  const before = nodes.find(({ name, next }) => name && next.includes(element));
  return before
    ? { vi: `Điểm sau “${before.name}”`, en: `Point after “${before.name}”` }
    : { vi: element, en: element };
}

const nodesOf = ({ nodes }: ProcessGraph): GraphNode[] =>
  nodes.flatMap((node) => [node, ...(node.body ? nodesOf(node.body) : [])]);
