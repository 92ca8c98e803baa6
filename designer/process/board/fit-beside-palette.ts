import type Modeler from 'bpmn-js/lib/Modeler';

/** Room for the palette and a margin, in screen pixels. */
const PALETTE = 84;
const MARGIN = 16;

interface ViewBox {
  x: number;
  y: number;
  width: number;
  height: number;
  scale: number;
}
interface Canvas {
  zoom(mode: 'fit-viewport', center: 'auto'): void;
  viewbox(): ViewBox;
  viewbox(box: Omit<ViewBox, 'scale'>): void;
}

/** The whole drawing, with nothing hidden under the palette. */
export function fitBesidePalette(modeler: Modeler): void {
  const canvas = modeler.get<Canvas>('canvas');
  canvas.zoom('fit-viewport', 'auto');
  const { x, y, width, height, scale } = canvas.viewbox();
  canvas.viewbox({ x: x - PALETTE / scale, y, width: width + (PALETTE + MARGIN) / scale, height });
}
