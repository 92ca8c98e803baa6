/** Everything that a process asks in FEEL, told by the element that asks. */
import { BpmnModdle } from 'bpmn-moddle';

export interface ProcessExpression {
  element: string;
  /** the element's name as people see it; its id when it has none */
  name: string;
  expression: string;
}

/** @returns none for a file that cannot be read */
export async function processExpressions(xml: string): Promise<ProcessExpression[]> {
  const found: ProcessExpression[] = [];
  try {
    const { rootElement } = await new BpmnModdle().fromXML(xml);
    walk(rootElement as unknown as Node, { element: '', name: '' }, found);
  } catch (fault) {
    // bpmn-moddle's parse error: a draft may be unreadable
    if (!(fault instanceof Error)) throw fault;
  }
  return found;
}

type Node = Record<string, unknown> & { $type?: string; $attrs?: Record<string, unknown> };
type Owner = Pick<ProcessExpression, 'element' | 'name'>;

/** Texts that are FEEL wherever they stand; elsewhere a leading `=` says so. */
const ALWAYS_FEEL = new Set(['body', 'script']);

function walk(node: Node, owner: Owner, found: ProcessExpression[]): void {
  const isFlowElement = typeof node['id'] === 'string' && node.$type !== 'bpmn:FormalExpression';
  const own = isFlowElement
    ? { element: String(node['id']), name: String(node['name'] || nameOfFlow(node) || node['id']) }
    : owner;
  for (const [key, value] of [...Object.entries(node), ...Object.entries(node.$attrs ?? {})]) {
    if (key.startsWith('$') || REFERENCES.has(key)) continue;
    if (typeof value === 'string' && (ALWAYS_FEEL.has(key) || value.startsWith('='))) {
      found.push({ ...own, expression: value.replace(/^=/, '').trim() });
    }
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null) walk(child as Node, own, found);
    }
  }
}

/** They lead to elements that stand elsewhere in the file. */
const REFERENCES = new Set([
  'sourceRef',
  'targetRef',
  'attachedToRef',
  'default',
  'incoming',
  'outgoing',
  'flowNodeRef',
  'processRef',
  'messageRef',
  'errorRef',
  'signalRef',
  'escalationRef',
  'bpmnElement',
  'diagrams',
]);

/** A flow without a name is told by where it leads. */
function nameOfFlow(node: Node): string {
  const end = (ref: unknown) => {
    const { name, id } = (ref ?? {}) as { name?: string; id?: string };
    return name || id || '';
  };
  return node.$type === 'bpmn:SequenceFlow' ? `${end(node['sourceRef'])} → ${end(node['targetRef'])}` : '';
}
