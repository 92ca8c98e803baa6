import type Modeler from 'bpmn-js/lib/Modeler';
import { attribute, type BusinessObject, type DiagramElement } from './diagram-element.ts';

interface ElementRegistry {
  filter(wanted: (element: DiagramElement) => boolean): DiagramElement[];
}

/** What a step gets of its lanes where it says nothing itself; an inner lane goes before the one around it. */
export function inheritedPerformer(
  modeler: Modeler,
  element: DiagramElement,
): { unit?: string; role?: string } {
  const lanes = modeler
    .get<ElementRegistry>('elementRegistry')
    .filter((drawn) => drawn.type === 'bpmn:Lane' && membersOf(drawn).includes(element.businessObject))
    .toSorted((one, other) => depthOf(other.businessObject) - depthOf(one.businessObject));
  const first = (name: string) => lanes.map((lane) => attribute(lane, name)).find(Boolean);
  const unit = first('motcua:unit');
  const role = first('motcua:role');
  return { ...(unit ? { unit } : {}), ...(role ? { role } : {}) };
}

const membersOf = (lane: DiagramElement): BusinessObject[] =>
  (lane.businessObject.get('flowNodeRef') ?? []) as BusinessObject[];

const depthOf = ({ $parent }: BusinessObject): number => ($parent ? 1 + depthOf($parent) : 0);
