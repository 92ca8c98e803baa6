import type { Flow, Node } from './program.ts';

/**
 * Gives every inclusive and complex join, for each incoming flow, the nodes from which that flow can
 * be reached by sequence flows without passing the join itself (BPMN 2.0.2, 13.4.3): a token on
 * any of them may still arrive there. Boundary events count as ways out of their activity.
 */
export function markReach(nodes: Node[]): void {
  for (const node of nodes) {
    if (node.kind !== 'inclusiveGateway' && node.kind !== 'complexGateway') continue;
    if (node.incoming.length < 2) continue;
    node.reach = new Map(node.incoming.map((flow) => [flow, nodesReaching(flow, node)]));
  }
}

function nodesReaching(flow: Flow, join: Node): Set<Node> {
  const found = new Set<Node>();
  const pending = [flow.source];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node === join || found.has(node)) continue;
    found.add(node);
    pending.push(...node.incoming.map((each) => each.source), ...linksTo(node));
    if (node.host) pending.push(node.host);
  }
  return found;
}

/** Link events that lead here. */
function linksTo(node: Node): Node[] {
  return node.kind === 'catchEvent' ? node.scope.nodes.filter((other) => other.linkTarget === node) : [];
}
