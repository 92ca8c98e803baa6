import type Modeler from 'bpmn-js/lib/Modeler';

interface Services {
  elementRegistry: { get(id: string): object | undefined };
  selection: { select(element: object): void };
  canvas: { scrollToElement(element: object): void };
}

/** Brings an element into view and selects it; an element that is not drawn is left alone. */
export function showElement(modeler: Modeler, id: string): void {
  const element = modeler.get<Services['elementRegistry']>('elementRegistry').get(id);
  if (!element) return;
  modeler.get<Services['canvas']>('canvas').scrollToElement(element);
  modeler.get<Services['selection']>('selection').select(element);
}
