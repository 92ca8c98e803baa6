/** The name by which an event is caught or thrown: of a message, a signal, an error or an escalation. */
import type Modeler from 'bpmn-js/lib/Modeler';
import type { BusinessObject, DiagramElement } from './diagram-element.ts';

interface Modeling {
  updateModdleProperties(
    element: DiagramElement,
    moddle: BusinessObject,
    properties: Record<string, unknown>,
  ): void;
}
interface BpmnFactory {
  create(type: string, properties: Record<string, unknown>): BusinessObject;
}

export type EventKind = 'message' | 'signal' | 'error' | 'escalation';

const KINDS: Record<string, { kind: EventKind; reference: string; type: string; code?: string }> = {
  'bpmn:MessageEventDefinition': { kind: 'message', reference: 'messageRef', type: 'bpmn:Message' },
  'bpmn:SignalEventDefinition': { kind: 'signal', reference: 'signalRef', type: 'bpmn:Signal' },
  'bpmn:ErrorEventDefinition': {
    kind: 'error',
    reference: 'errorRef',
    type: 'bpmn:Error',
    code: 'errorCode',
  },
  'bpmn:EscalationEventDefinition': {
    kind: 'escalation',
    reference: 'escalationRef',
    type: 'bpmn:Escalation',
    code: 'escalationCode',
  },
  'bpmn:SendTask': { kind: 'message', reference: 'messageRef', type: 'bpmn:Message' },
  'bpmn:ReceiveTask': { kind: 'message', reference: 'messageRef', type: 'bpmn:Message' },
};

export interface NamedEvent {
  kind: EventKind;
  name: string;
  /** names of the same kind that the file has */
  others: string[];
}

/** Undefined for what is caught and thrown without a name. */
export function namedEventOf(element: DiagramElement): NamedEvent | undefined {
  const owner = ownerOf(element);
  if (!owner) return undefined;
  const { kind, reference, type } = KINDS[owner.$type]!;
  const others = rootsOf(element).filter((root) => root.$type === type);
  return {
    kind,
    name: nameOf(owner.get(reference) as BusinessObject | undefined),
    others: [...new Set(others.map(nameOf).filter(Boolean))],
  };
}

/** Refers to what the file has by that name, or adds it. An empty name takes the reference away. */
export function setEventName(modeler: Modeler, element: DiagramElement, name: string): void {
  const owner = ownerOf(element);
  const definitions = definitionsOf(element);
  if (!owner || !definitions) return;
  const { reference, type, code } = KINDS[owner.$type]!;
  const modeling = modeler.get<Modeling>('modeling');
  const add = (): BusinessObject => {
    const created = modeler
      .get<BpmnFactory>('bpmnFactory')
      .create(type, { name, ...(code ? { [code]: name } : {}) });
    created.$parent = definitions;
    modeling.updateModdleProperties(element, definitions, {
      rootElements: [...rootsOf(element), created],
    });
    return created;
  };
  const known = rootsOf(element).find((root) => root.$type === type && nameOf(root) === name);
  const root = name === '' ? undefined : (known ?? add());
  modeling.updateModdleProperties(element, owner, { [reference]: root });
}

function ownerOf({ businessObject }: DiagramElement): BusinessObject | undefined {
  if (KINDS[businessObject.$type]) return businessObject;
  const definitions = (businessObject.get('eventDefinitions') ?? []) as BusinessObject[];
  return definitions.find(({ $type }) => KINDS[$type]);
}

function definitionsOf({ businessObject }: DiagramElement): BusinessObject | undefined {
  let found: BusinessObject | undefined = businessObject;
  while (found && found.$type !== 'bpmn:Definitions') found = found.$parent;
  return found;
}

const rootsOf = (element: DiagramElement): BusinessObject[] =>
  (definitionsOf(element)?.get('rootElements') ?? []) as BusinessObject[];

const nameOf = (root: BusinessObject | undefined): string =>
  String(root?.get('name') ?? root?.get('errorCode') ?? root?.get('escalationCode') ?? '');
