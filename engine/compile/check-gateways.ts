import type { Node } from './program.ts';
import type { Report } from './report.ts';

const CHOOSING = new Set<Node['kind']>(['exclusiveGateway', 'inclusiveGateway', 'complexGateway']);

/** Reports gateways that cannot decide or have nowhere to go. */
export function checkGateways(report: Report, node: Node): void {
  if (!node.kind.endsWith('Gateway')) return;
  if (node.outgoing.length === 0 && (CHOOSING.has(node.kind) || node.kind === 'eventBasedGateway'))
    report.add('gateway.no-way-out', node.id);
  if (node.kind === 'parallelGateway' && node.outgoing.length === 0 && node.incoming.length < 2)
    report.add('gateway.no-way-out', node.id);
  if (node.kind === 'eventBasedGateway') checkRace(report, node);
  if (node.kind === 'complexGateway' && node.incoming.length > 1 && !node.activation)
    report.add('gateway.activation', node.id);
  if (!CHOOSING.has(node.kind) || node.outgoing.length < 2) return;
  // a condition that cannot be read has been reported and is not a missing one
  const bare = node.outgoing.filter(
    (flow) => !flow.condition && flow !== node.defaultFlow && !report.hasError(flow.id),
  );
  // a split on which nothing is conditional is an inclusive gateway's way to take all
  if (node.kind === 'exclusiveGateway' || bare.length < node.outgoing.length)
    for (const flow of bare) report.add('gateway.flow-without-condition', node.id, { id: flow.id });
  if (bare.length === 0 && !node.defaultFlow) report.add('gateway.no-default', node.id);
}

const RACING = new Set(['timer', 'message', 'signal', 'conditional']);

function checkRace(report: Report, node: Node): void {
  for (const { target } of node.outgoing) {
    const isCatching = target.kind === 'catchEvent' || target.kind === 'receiveTask';
    const canRace = isCatching && target.triggers.every((trigger) => RACING.has(trigger.type));
    if (!canRace || target.boundaries.length > 0) report.add('gateway.race', node.id, { id: target.id });
  }
}
