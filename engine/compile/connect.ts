import { isActivity } from './build-node.ts';
import type { Draft } from './build-scope.ts';
import type { FileContext } from './context.ts';
import { type Element, one } from './element.ts';
import type { Flow, Node, Scope } from './program.ts';
import { readFormal } from './report.ts';

/** Connects the nodes of a process: flows, defaults, boundaries, compensation handlers, links, entries. */
export function connect(file: FileContext, draft: Draft, root: Scope): void {
  for (const element of draft.drawnFlows) connectFlow(file, draft, element);
  for (const [node, element] of draft.elements) {
    const drawnDefault = one(element, 'default')?.id;
    const defaultFlow = node.outgoing.find((flow) => flow.id === drawnDefault);
    if (defaultFlow) node.defaultFlow = defaultFlow;
    else if (drawnDefault !== undefined)
      file.report.add('flow.unknown-default', node.id, { id: drawnDefault });
    if (node.kind === 'boundaryEvent') attach(file, draft, node);
  }
  for (const node of draft.nodes.values()) {
    if (node.kind === 'boundaryEvent' && isCompensation(node)) linkHandler(file, draft, node);
    if (node.kind === 'throwEvent') connectLink(file, node);
  }
  for (const scope of scopesOf(root)) findEntries(scope);
}

/** A scope and all scopes in it. */
export function scopesOf(scope: Scope): Scope[] {
  return [scope, ...scope.nodes.flatMap((node) => (node.body ? scopesOf(node.body) : []))];
}

function isCompensation(node: Node): boolean {
  return node.triggers.some((trigger) => trigger.type === 'compensation');
}

function connectFlow(file: FileContext, draft: Draft, element: Element): void {
  const source = nodeAt(draft, element, 'sourceRef');
  const target = nodeAt(draft, element, 'targetRef');
  if (!source || !target) {
    file.report.add('flow.dangling', element.id, { id: element.id ?? '' });
    return;
  }
  const id = element.id ?? freeId(file, draft, `${source.id}-${target.id}`);
  if (source.scope !== target.scope) {
    file.report.add('flow.crosses-scope', id, { id });
    return;
  }
  const formal = one(element, 'conditionExpression');
  const condition = readFormal(file.report, formal, { element: id, where: 'condition' });
  const flow: Flow = { id, source, target, ...(condition && { condition }) };
  draft.flows.set(id, flow);
  source.outgoing.push(flow);
  target.incoming.push(flow);
  if (target.kind === 'startEvent' || target.kind === 'boundaryEvent')
    file.report.add('flow.into-start', target.id);
  if (source.kind === 'endEvent') file.report.add('flow.out-of-end', source.id);
  if (source.kind === 'eventSubProcess' || target.kind === 'eventSubProcess')
    file.report.add('event-sub-process.flow', source.kind === 'eventSubProcess' ? source.id : target.id);
}

function nodeAt(draft: Draft, element: Element | undefined, property: string): Node | undefined {
  return draft.nodes.get(one(element, property)?.id ?? '');
}

/** An id for a flow that is drawn without one, which the standard allows. */
function freeId(file: FileContext, draft: Draft, wished: string): string {
  let id = wished;
  for (let count = 2; draft.flows.has(id) || file.byId.has(id); count++) id = `${wished}-${count}`;
  return id;
}

function attach(file: FileContext, draft: Draft, node: Node): void {
  const host = nodeAt(draft, draft.elements.get(node), 'attachedToRef');
  if (!host) {
    file.report.add('boundary.no-host', node.id);
    return;
  }
  if (!isActivity(host) || host.scope !== node.scope) {
    file.report.add('boundary.host', node.id, { id: host.id });
    return;
  }
  node.host = host;
  host.boundaries.push(node);
}

function linkHandler(file: FileContext, draft: Draft, boundary: Node): void {
  const ends = draft.associations.filter((association) => association.includes(boundary.id)).flat();
  const handler = ends.map((id) => draft.nodes.get(id)).find((node) => node && isActivity(node));
  if (!handler || !boundary.host) file.report.add('compensation.no-handler', boundary.id);
  else {
    if (boundary.host.handler) file.report.add('compensation.several-handlers', boundary.host.id);
    boundary.host.handler = handler;
    Object.assign(handler, { isHandler: true });
  }
}

function connectLink(file: FileContext, node: Node): void {
  const link = node.triggers.find((trigger) => trigger.type === 'link');
  if (!link) return;
  const targets = node.scope.nodes.filter(
    (other) =>
      other.kind === 'catchEvent' &&
      other.triggers.some((trigger) => trigger.type === 'link' && trigger.name === link.name),
  );
  if (targets.length === 0) file.report.add('link.no-target', node.id, { name: link.name });
  if (targets.length > 1) file.report.add('link.ambiguous', node.id, { name: link.name });
  if (targets[0]) node.linkTarget = targets[0];
}

/** Start events; without any, every node that nothing leads to (BPMN 2.0.2, 10.5.2 and 13.2). */
function findEntries(scope: Scope): void {
  const starts = scope.nodes.filter((node) => node.kind === 'startEvent');
  scope.entries.push(
    ...(starts.length > 0
      ? starts.filter((node) => node.triggers.length === 0)
      : scope.nodes.filter(isEntry)),
  );
}

function isEntry(node: Node): boolean {
  if (node.incoming.length > 0 || node.isHandler || node.instantiates) return false;
  if (node.kind === 'boundaryEvent' || node.kind === 'eventSubProcess') return false;
  return !(node.kind === 'catchEvent' && node.triggers.some((trigger) => trigger.type === 'link'));
}
