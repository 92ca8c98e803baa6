import { buildNode, kindOf } from './build-node.ts';
import type { FileContext } from './context.ts';
import { type Element, many, one, typeOf } from './element.ts';
import type { Flow, Node, Scope } from './program.ts';
import { readFormal } from './report.ts';

/** Everything found while a process is built, by id. */
export interface Draft {
  nodes: Map<string, Node>;
  flows: Map<string, Flow>;
  elements: Map<Node, Element>;
  /** sequence flows, connected once all nodes are known */
  drawnFlows: Element[];
  /** ids of what each association ties together */
  associations: [string, string][];
}

/** What no token passes and the run does not need. */
const SILENT = new Set([
  'DataObject',
  'DataObjectReference',
  'DataStoreReference',
  'TextAnnotation',
  'Group',
  'SequenceFlow',
  'Association',
]);

/** Builds a process or sub-process and, in it, its sub-processes. */
export function buildScope(
  file: FileContext,
  draft: Draft,
  { element, node, parent }: { element: Element; node: Node | null; parent: Scope | null },
): Scope {
  const scope: Scope = {
    id: element.id ?? '',
    node,
    parent,
    nodes: [],
    entries: [],
    eventSubProcesses: [],
    isTransaction: typeOf(element) === 'Transaction',
    ...readAdHoc(file, element),
  };
  for (const child of many(element, 'flowElements')) buildElement(file, draft, { element: child, scope });
  for (const artifact of many(element, 'artifacts')) {
    const source = one(artifact, 'sourceRef')?.id;
    const target = one(artifact, 'targetRef')?.id;
    if (source && target) draft.associations.push([source, target]);
  }
  return scope;
}

function buildElement(
  file: FileContext,
  draft: Draft,
  { element, scope }: { element: Element; scope: Scope },
): void {
  const type = typeOf(element);
  if (type === 'SequenceFlow') draft.drawnFlows.push(element);
  const kind = kindOf(file, element);
  if (!kind) {
    if (!SILENT.has(type)) file.report.add('element.unsupported', element.id, { type });
    return;
  }
  if (!element.id) {
    file.report.add('id.missing', undefined, { type });
    return;
  }
  const node = buildNode(file, element, scope);
  draft.nodes.set(node.id, node);
  draft.elements.set(node, element);
  scope.nodes.push(node);
  if (kind === 'eventSubProcess') scope.eventSubProcesses.push(node);
  if (kind === 'subProcess' || kind === 'eventSubProcess')
    node.body = buildScope(file, draft, { element, node, parent: scope });
}

function readAdHoc(file: FileContext, element: Element): Pick<Scope, 'adHoc'> {
  if (typeOf(element) !== 'AdHocSubProcess') return {};
  const completion = readFormal(file.report, one(element, 'completionCondition'), {
    element: element.id,
    where: 'completionCondition',
  });
  return {
    adHoc: {
      ordering: element['ordering'] === 'Sequential' ? 'sequential' : 'parallel',
      cancelRemaining: element['cancelRemainingInstances'] !== false,
      ...(completion && { completion }),
    },
  };
}
