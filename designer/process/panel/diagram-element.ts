/** What the panel needs of the drawing library: an element, its BPMN object, and undoable changes. */
import type Modeler from 'bpmn-js/lib/Modeler';

/** A moddle object: typed attributes by name, namespaced ones included. */
export interface BusinessObject {
  $type: string;
  id: string;
  name?: string;
  get(name: string): unknown;
  $parent?: BusinessObject;
}

export interface DiagramElement {
  id: string;
  type: string;
  businessObject: BusinessObject;
  labelTarget?: DiagramElement;
}

interface Modeling {
  updateProperties(element: DiagramElement, properties: Record<string, unknown>): void;
  updateModdleProperties(
    element: DiagramElement,
    moddle: BusinessObject,
    properties: Record<string, unknown>,
  ): void;
}
interface Moddle {
  create(type: string, properties: Record<string, unknown>): BusinessObject;
}

/** Text of an attribute, empty when absent. */
export const attribute = (element: DiagramElement, name: string): string =>
  String(element.businessObject.get(name) ?? '');

/** Sets attributes as one undoable step; an empty text removes the attribute. */
export function setAttributes(
  modeler: Modeler,
  element: DiagramElement,
  properties: Record<string, string | undefined>,
): void {
  const cleaned = Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, value === '' ? undefined : value]),
  );
  modeler.get<Modeling>('modeling').updateProperties(element, cleaned);
}

/** Sets references to other elements (`default`) as one undoable step; undefined removes. */
export function setReference(
  modeler: Modeler,
  element: DiagramElement,
  references: Record<string, BusinessObject | undefined>,
): void {
  modeler.get<Modeling>('modeling').updateProperties(element, references);
}

/** How a step is repeated for each element of a list; undefined when it is done once. */
export function repetitionOf(element: DiagramElement): BusinessObject | undefined {
  const loop = element.businessObject.get('loopCharacteristics') as BusinessObject | undefined;
  return loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics' ? loop : undefined;
}

/** Changes a repeated step's list, name or order as one undoable step; a step done once is left alone. */
export function setRepetition(
  modeler: Modeler,
  element: DiagramElement,
  properties: Record<string, unknown>,
): void {
  const repetition = repetitionOf(element);
  if (!repetition) return;
  modeler.get<Modeling>('modeling').updateModdleProperties(element, repetition, properties);
}

/** Repeats a step for each element of a list, or has it done once. */
export function setRepeated(modeler: Modeler, element: DiagramElement, isRepeated: boolean): void {
  const loopCharacteristics = isRepeated
    ? modeler.get<Moddle>('moddle').create('bpmn:MultiInstanceLoopCharacteristics', {
        'motcua:collection': '=agencies',
        'motcua:elementVariable': 'agency',
      })
    : undefined;
  modeler.get<Modeling>('modeling').updateProperties(element, { loopCharacteristics });
}

/** FEEL of a sequence flow's condition, empty when it has none. */
export function conditionOf(element: DiagramElement): string {
  const expression = element.businessObject.get('conditionExpression') as BusinessObject | undefined;
  return String(expression?.get('body') ?? '').replace(/^=\s*/, '');
}

/** @param feel empty: the flow is taken unconditionally */
export function setCondition(modeler: Modeler, element: DiagramElement, feel: string): void {
  const conditionExpression = feel.trim()
    ? modeler.get<Moddle>('moddle').create('bpmn:FormalExpression', { body: feel.trim() })
    : undefined;
  modeler.get<Modeling>('modeling').updateProperties(element, { conditionExpression });
}

/** ISO-8601 duration of a timer event, empty when it has none (or is no timer). */
export function timerOf(element: DiagramElement): string | undefined {
  const definition = timerDefinition(element);
  if (!definition) return undefined;
  const duration = definition.get('timeDuration') as BusinessObject | undefined;
  return String(duration?.get('body') ?? '');
}

/** @param iso ISO-8601 duration, or FEEL starting with `=` */
export function setTimer(modeler: Modeler, element: DiagramElement, iso: string): void {
  const definition = timerDefinition(element);
  if (!definition) return;
  const timeDuration = modeler.get<Moddle>('moddle').create('bpmn:FormalExpression', { body: iso });
  modeler.get<Modeling>('modeling').updateModdleProperties(element, definition, { timeDuration });
}

function timerDefinition(element: DiagramElement): BusinessObject | undefined {
  const definitions = (element.businessObject.get('eventDefinitions') ?? []) as BusinessObject[];
  return definitions.find((definition) => definition.$type === 'bpmn:TimerEventDefinition');
}
