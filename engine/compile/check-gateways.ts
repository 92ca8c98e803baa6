import type { Node } from './program.ts';
import type { Report } from './report.ts';

/** Whether the flows drawn fit what the gateway is said to be (BPMN 2.0.2, 10.6.1). */
const FITS = new Map<string, (incoming: number, outgoing: number) => boolean>([
  ['Converging', (_, outgoing) => outgoing <= 1],
  ['Diverging', (incoming) => incoming <= 1],
  ['Mixed', (incoming, outgoing) => incoming > 1 && outgoing > 1],
]);
const CHOOSING = new Set<Node['kind']>(['exclusiveGateway', 'inclusiveGateway', 'complexGateway']);

/**
 * Reports gateways that cannot decide or have nowhere to go.
 * @param direction `gatewayDirection` as it is written, if it is
 */
export function checkGateways(report: Report, node: Node, direction?: unknown): void {
  const said = String(direction);
  if (FITS.get(said)?.(node.incoming.length, node.outgoing.length) === false)
    report.add('gateway.direction', node.id, { direction: said });
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
    else if (target.incoming.length > 1) report.add('gateway.race-shared', node.id, { id: target.id });
  }
}
