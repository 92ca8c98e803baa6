import type { StepInfo } from '../../../../engine/types.ts';
import type { LintRule } from '../lint-model.ts';

const CLOSING_ACTIONS = ['return', 'refuse', 'finish'];
const CLOSING_PAPERS = ['refusal', 'stop-notice', 'result', 'return-slip'];
/** Not received, withdrawn, stopped, resolved, returned (domain 4.1). */
const CLOSING_STATUSES = [3, 7, 8, 9, 10];

/** Every path ends in a result, a refusal or a stop (domain 6.4): no end is reached past all steps that make one. */
export const openEnd: LintRule = ({ steps, graph }) => {
  const closing = new Set(steps.filter(closes).map(({ id }) => id));
  if (closing.size === 0) return [];
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const reached = new Set<string>();
  const queue = [...graph.entries];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (reached.has(id) || closing.has(id)) continue;
    reached.add(id);
    const borders = graph.nodes.filter(({ host }) => host === id).map((border) => border.id);
    queue.push(...(nodes.get(id)?.next ?? []), ...borders);
  }
  return graph.nodes
    .filter(({ id, kind, triggers }) => kind === 'endEvent' && reached.has(id) && triggers.length === 0)
    .map(({ id, name }) => ({
      code: 'publish.open-end',
      severity: 'warning',
      element: id,
      message: {
        vi: `Có đường đến điểm kết thúc "${name}" mà không trả kết quả, từ chối hay dừng giải quyết.`,
        en: `A path reaches the end "${name}" without a result, a refusal or a stop.`,
      },
    }));
};

/** The intake may refuse too, but goes on as a rule: what only may close does not close by itself. */
const closes = ({ actions, documents, status }: StepInfo): boolean =>
  CLOSING_STATUSES.includes(status ?? 0) ||
  documents.some((kind) => CLOSING_PAPERS.includes(kind)) ||
  (actions.some((action) => CLOSING_ACTIONS.includes(action)) && !actions.includes('request-supplement'));
