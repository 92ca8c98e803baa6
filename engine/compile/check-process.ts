import { checkActivities } from './check-activities.ts';
import { checkEvents } from './check-events.ts';
import { checkGateways } from './check-gateways.ts';
import { checkJoins } from './check-joins.ts';
import { scopesOf } from './connect.ts';
import type { FileContext } from './context.ts';
import type { Node, Program, Scope } from './program.ts';
import type { Report } from './report.ts';

/** Reports what cannot run in a connected process. */
export function checkProcess(file: FileContext, program: Program): void {
  for (const scope of scopesOf(program.scope)) {
    checkBeginning(file.report, program, scope);
    checkReachable(file.report, scope);
    checkFlows(file.report, scope);
    checkJoins(file.report, scope);
  }
  for (const node of program.nodes.values()) {
    checkEvents(file.report, program, node);
    checkGateways(file.report, node, file.byId.get(node.id)?.['gatewayDirection']);
    checkActivities(file.report, program, node);
  }
}

function checkBeginning(report: Report, program: Program, scope: Scope): void {
  const starts = scope.nodes.filter((node) => node.kind === 'startEvent');
  const plain = starts.filter((node) => node.triggers.length === 0);
  if (scope.node === null) {
    if (program.starters.length === 0 && scope.entries.length === 0)
      report.add('process.no-start', program.id);
    if (plain.length > 1) report.add('process.several-starts', program.id);
  } else if (scope.node.kind === 'eventSubProcess') {
    // a trigger that could not be read has been reported
    const isBare = plain.some((start) => !report.hasError(start.id));
    if (starts.length !== 1 || isBare) report.add('event-sub-process.start', scope.node.id);
  } else {
    if (
      (scope.nodes.length > 0 || scope.adHoc) &&
      scope.entries.length === 0 &&
      starts.length === plain.length
    )
      report.add('sub-process.no-start', scope.node.id);
    for (const start of starts)
      for (const trigger of start.triggers)
        report.add('sub-process.start-trigger', start.id, { trigger: trigger.type });
    if (plain.length > 1) report.add('process.several-starts', scope.node.id);
  }
}

function checkReachable(report: Report, scope: Scope): void {
  const reached = reachable(scope);
  for (const node of scope.nodes)
    if (!reached.has(node) && !node.isHandler && node.kind !== 'eventSubProcess')
      report.add('node.unreachable', node.id);
}

/** What is drawn on flows and plays no part when tokens move, or not the one it should. */
function checkFlows(report: Report, scope: Scope): void {
  for (const node of scope.nodes) {
    const isUnconditional = node.kind === 'parallelGateway' || node.kind === 'eventBasedGateway';
    for (const flow of node.outgoing) {
      if (isUnconditional && flow.condition) report.add('flow.condition-ignored', flow.id);
      if (node.kind.endsWith('Event') && flow.condition) report.add('flow.condition-at-event', flow.id);
      if (node.linkTarget || node.isHandler) report.add('flow.not-taken', node.id, { id: flow.id });
    }
  }
}

/** Nodes that a token can come to, from where the scope can begin. */
function reachable(scope: Scope): Set<Node> {
  const found = new Set<Node>();
  const pending = scope.nodes.filter(
    (node) => node.kind === 'startEvent' || scope.entries.includes(node) || node.instantiates,
  );
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    pending.push(...node.outgoing.map((flow) => flow.target), ...node.boundaries);
    if (node.linkTarget) pending.push(node.linkTarget);
  }
  return found;
}
