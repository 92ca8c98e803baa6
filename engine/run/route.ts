import type { Flow, Node } from '../compile/program.ts';
import type { Variables } from '../types.ts';
import { hold } from './incidents.ts';
import { emit, type Run, within } from './run.ts';
import { visibleAt } from './variables.ts';

/**
 * A token leaves a node by the flows that its kind and the data choose, or is held by an incident. `facts` are what
 * conditions may ask of the node itself.
 */
export function leave(run: Run, node: Node, scope: string | undefined, facts?: Variables): void {
  const choice =
    node.kind === 'exclusiveGateway' ? chooseOne(run, node, scope) : chooseAll(run, node, scope, facts);
  if ('code' in choice) {
    hold(run, { node, scope, ...choice });
    return;
  }
  leaveBy(run, node, { flows: choice.flows, scope });
}

/** A token leaves by chosen flows; without any it is consumed. */
export function leaveBy(
  run: Run,
  node: Node,
  { flows, scope }: { flows: readonly Flow[]; scope: string | undefined },
): void {
  emit(run, 'leave', node.id);
  for (let count = 0; count < node.completionQuantity; count++)
    for (const flow of flows) take(run, flow, scope);
  if (flows.length === 0) endToken(run, scope);
}

/** Moves a token along a flow. */
function take(run: Run, flow: Flow, scope: string | undefined): void {
  emit(run, 'take', flow.id, { from: flow.source.id, to: flow.target.id });
  run.queue.push({ do: 'arrive', node: flow.target, flow, ...within(scope) });
}

/** A token is consumed; its scope may be done. */
export function endToken(run: Run, scope: string | undefined): void {
  run.checks.add(scope ?? '');
}

type Choice = { flows: Flow[] } | { code: string; text: string };

function chooseOne(run: Run, node: Node, scope: string | undefined): Choice {
  const context = visibleAt(run, scope);
  for (const flow of node.outgoing) {
    if (flow === node.defaultFlow) continue;
    const holds = decide(run, flow, context);
    if (typeof holds !== 'boolean') return holds;
    if (holds) return { flows: [flow] };
  }
  return node.defaultFlow ? { flows: [node.defaultFlow] } : { code: 'gateway.no-way-out', text: '' };
}

/** Flows without a condition always; those with one when it holds; the default when none of these does. */
export function chooseAll(run: Run, node: Node, scope: string | undefined, facts?: Variables): Choice {
  const isPlain =
    node.kind === 'parallelGateway' || !(node.defaultFlow || node.outgoing.some((flow) => flow.condition));
  if (isPlain) return { flows: node.outgoing };
  const context = facts ? { ...visibleAt(run, scope), ...facts } : visibleAt(run, scope);
  const flows: Flow[] = [];
  let hasConditional = false;
  for (const flow of node.outgoing) {
    if (flow === node.defaultFlow) continue;
    const holds = decide(run, flow, context);
    if (typeof holds !== 'boolean') return holds;
    if (holds) flows.push(flow);
    if (holds && flow.condition) hasConditional = true;
  }
  // beside an activity's unconditional flows the default still stands for "no condition held" (BPMN 2.0.2, 13.3.2)
  const isGateway = node.kind.endsWith('Gateway');
  if (node.defaultFlow && (isGateway ? flows.length === 0 : !hasConditional)) flows.push(node.defaultFlow);
  return flows.length > 0 ? { flows } : { code: 'gateway.no-way-out', text: '' };
}

function decide(run: Run, flow: Flow, context: Parameters<NonNullable<Flow['condition']>['evaluate']>[0]) {
  if (!flow.condition) return true;
  const { value, warnings } = flow.condition.evaluate(context, run.at);
  if (typeof value === 'boolean' && warnings.length === 0) return value;
  return { code: 'condition.undecided', text: flow.condition.source };
}
