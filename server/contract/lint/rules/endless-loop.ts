import type { ProcessGraph } from '../../../../engine/index.ts';
import { allNodes, type LintRule } from '../lint-model.ts';

/** From every node an end can be reached: a loop without an exit never lets a dossier go. Stands on the loop's first node. */
export const endlessLoop: LintRule = ({ graph }) =>
  [graph, ...allNodes(graph).flatMap(({ body }) => (body ? [body] : []))].flatMap((scope) =>
    firstOfEachLoop(scope).map(({ id, name }) => ({
      code: 'publish.endless-loop',
      severity: 'error',
      element: id,
      message: {
        vi: `Vòng lặp qua "${name}" không có lối ra.`,
        en: `The loop through "${name}" has no way out.`,
      },
    })),
  );

function firstOfEachLoop({ nodes }: ProcessGraph) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const reachable = (from: string): Set<string> => {
    const seen = new Set<string>();
    const queue = [...(byId.get(from)?.next ?? [])];
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const borders = nodes.filter(({ host }) => host === id).map((border) => border.id);
      queue.push(...(byId.get(id)?.next ?? []), ...borders);
    }
    return seen;
  };
  const told = new Set<string>();
  return nodes.filter(({ id }) => {
    const ahead = reachable(id);
    const isLoop = ahead.has(id);
    const hasExit = [...ahead].some((other) => byId.get(other)?.next.length === 0);
    if (!isLoop || hasExit || told.has(id)) return false;
    for (const other of ahead) told.add(other);
    return true;
  });
}
