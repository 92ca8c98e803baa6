import type Modeler from 'bpmn-js/lib/Modeler';
import type { Box, Point } from '../../table/lay-out.ts';
import type { BusinessObject } from '../panel/diagram-element.ts';
import type { Move, Placed } from './tidy-command.ts';
import { type Drawn, type TidyRefusal, tidyDrawing } from './tidy-drawing.ts';
import { TIDY } from './tidy-module.ts';

interface BoardElement extends Placed {
  id: string;
  type: string;
  businessObject: BusinessObject;
  parent?: BoardElement;
  host?: BoardElement;
  source?: BoardElement;
  target?: BoardElement;
  labelTarget?: BoardElement;
  labels?: BoardElement[];
}

/** Re-lays out the drawing as one undoable step; a refusal changes nothing. */
export function tidyModeler(modeler: Modeler): { refusal: TidyRefusal; element?: string } | undefined {
  const elements = modeler
    .get<{ getAll(): BoardElement[] }>('elementRegistry')
    .getAll()
    .filter(({ parent, labelTarget }) => parent && !labelTarget);
  const tidied = tidyDrawing(elements.map(drawn));
  if ('refusal' in tidied) return tidied;
  const { layout, pool } = tidied;
  const origin = elements.find(({ id }) => id === pool)!;
  const shift = ({ x, y }: Point) => ({ x: x + (origin.x ?? 0), y: y + (origin.y ?? 0) });
  const moves = elements.flatMap((element): Move[] => {
    const waypoints = layout.flows.get(element.id)?.map(shift);
    if (waypoints) return [{ element, to: { waypoints } }, ...labelsOf(element, flowLabelAt(waypoints))];
    const box =
      element.id === pool ? layout.pool : (layout.lanes.get(element.id) ?? layout.nodes.get(element.id));
    if (!box) return [];
    const to = { ...box, ...shift(box) };
    const by = { x: to.x - (element.x ?? 0), y: to.y - (element.y ?? 0) };
    return [
      { element, to },
      ...labelsOf(element, (label) => ({ x: (label.x ?? 0) + by.x, y: (label.y ?? 0) + by.y })),
    ];
  });
  modeler.get<{ execute(command: string, context: object): void }>('commandStack').execute(TIDY, { moves });
  return undefined;
}

const labelsOf = ({ labels = [] }: BoardElement, at: (label: BoardElement) => Point): Move[] =>
  labels.map((label) => ({ element: label, to: { ...(sizeOf(label) as Box), ...at(label) } }));

const sizeOf = ({ width = 0, height = 0 }: Placed) => ({ width, height });

/** Above the first stretch of the flow that runs level. */
const flowLabelAt =
  (waypoints: Point[]) =>
  ({ height = 0 }: Placed): Point => {
    const start = waypoints.find((point, index) => waypoints[index + 1]?.y === point.y) ?? waypoints[0]!;
    return { x: start.x + 6, y: start.y - height - 4 };
  };

const drawn = ({ id, type, businessObject, parent, host, source, target, ...box }: BoardElement): Drawn => ({
  id,
  type,
  x: box.x ?? 0,
  y: box.y ?? 0,
  ...sizeOf(box),
  ...(source && { from: source.id }),
  ...(target && { to: target.id }),
  ...(host && { attachedTo: host.id }),
  ...(parent && { parent: parent.id }),
  ...(type === 'bpmn:Lane' && {
    members: ((businessObject.get('flowNodeRef') ?? []) as BusinessObject[]).map((member) => member.id),
  }),
});
