import type { Node, NodeKind, Program, Trigger } from './program.ts';
import type { Report } from './report.ts';

const OUTSIDE: Trigger['type'][] = ['timer', 'message', 'signal', 'conditional'];

/** Which triggers may stand where (BPMN 2.0.2, table 10.93). */
const ALLOWED: Partial<Record<NodeKind, Trigger['type'][]>> = {
  startEvent: OUTSIDE,
  catchEvent: [...OUTSIDE, 'link'],
  throwEvent: ['message', 'signal', 'escalation', 'compensation', 'link'],
  endEvent: ['message', 'signal', 'error', 'escalation', 'compensation', 'cancel', 'terminate'],
  boundaryEvent: [...OUTSIDE, 'error', 'escalation', 'compensation', 'cancel'],
};
const EVENT_SUB_PROCESS_STARTS: Trigger['type'][] = [...OUTSIDE, 'error', 'escalation', 'compensation'];

/** Reports events that stand where they cannot work. */
export function checkEvents(report: Report, program: Program, node: Node): void {
  const isInEventSubProcess = node.kind === 'startEvent' && node.scope.node?.kind === 'eventSubProcess';
  const allowed = isInEventSubProcess ? EVENT_SUB_PROCESS_STARTS : ALLOWED[node.kind];
  if (!allowed) return;
  for (const trigger of node.triggers) {
    const isAllowed = allowed.includes(trigger.type) && !isMisplaced(node, trigger);
    if (!isAllowed && !(node.kind === 'startEvent' && node.scope.node && !isInEventSubProcess))
      report.add('event.trigger', node.id, { trigger: trigger.type, kind: node.kind });
    const isCatching = node.kind === 'boundaryEvent' || isInEventSubProcess;
    if (isCatching && !node.isInterrupting && (trigger.type === 'error' || trigger.type === 'cancel'))
      report.add('event.must-interrupt', node.id, { trigger: trigger.type });
    if (trigger.type === 'compensation' && trigger.activity && !program.nodes.has(trigger.activity))
      report.add('compensation.unknown-activity', node.id, { id: trigger.activity });
  }
  const needsTrigger = node.kind === 'boundaryEvent' || node.kind === 'catchEvent';
  // one that could not be read has been reported
  if (needsTrigger && node.triggers.length === 0 && !report.hasError(node.id))
    report.add('event.no-trigger', node.id);
  checkHost(report, node);
  checkCancel(report, node);
}

/** Cancel events belong to transactions. */
function isMisplaced(node: Node, trigger: Trigger): boolean {
  if (trigger.type !== 'cancel') return false;
  if (node.kind === 'boundaryEvent') return node.host?.body?.isTransaction !== true;
  return transactionAround(node) === undefined;
}

function transactionAround(node: Node): Node | undefined {
  let scope: Node['scope'] | null = node.scope;
  while (scope && !scope.isTransaction) scope = scope.parent;
  return scope?.node ?? undefined;
}

/** Where a cancelled transaction goes on. */
function checkCancel(report: Report, node: Node): void {
  const isCancel = ({ triggers }: Node) => triggers.some((trigger) => trigger.type === 'cancel');
  if (node.kind !== 'endEvent' || !isCancel(node)) return;
  const transaction = transactionAround(node);
  if (transaction && !transaction.boundaries.some(isCancel))
    report.add('transaction.no-cancel', transaction.id, { id: node.id });
}

/** What undoes another activity is not itself undone. */
function checkHost(report: Report, { id, host, triggers }: Node): void {
  if (host?.isHandler && triggers.some((trigger) => trigger.type === 'compensation'))
    report.add('boundary.host', id, { id: host.id });
}
