import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { createModeler } from '../modeler/create-modeler.ts';

interface DrawingBoardProps {
  /** drawn when it changes; edits stay in the modeler */
  xml: string;
  onReady(modeler: Modeler): void;
  /** the file could not be drawn at all: the library's reason */
  onRefused(reason: string): void;
}

/** The canvas. Owns the modeler's life; everything else talks to the modeler it hands out. */
export function DrawingBoard({ xml, onReady, onRefused }: DrawingBoardProps) {
  const { i18n } = useTranslation('designer');
  const canvas = useRef<HTMLDivElement>(null);
  const language = i18n.language === 'en' ? 'en' : 'vi';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new file or language is a new board; the callbacks are not
  useEffect(() => {
    if (!canvas.current) return;
    const modeler = createModeler({ container: canvas.current, language });
    let isGone = false;
    modeler.importXML(xml).then(
      () => {
        if (isGone) return;
        fitBesidePalette(modeler);
        onReady(modeler);
      },
      (error: Error) => {
        if (!isGone) onRefused(error.message);
      },
    );
    return () => {
      isGone = true;
      modeler.destroy();
    };
  }, [xml, language]);
  return <div ref={canvas} className="drawing-board" data-testid="drawing-board" />;
}

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
function fitBesidePalette(modeler: Modeler): void {
  const canvas = modeler.get<Canvas>('canvas');
  canvas.zoom('fit-viewport', 'auto');
  const { x, y, width, height, scale } = canvas.viewbox();
  canvas.viewbox({ x: x - PALETTE / scale, y, width: width + (PALETTE + MARGIN) / scale, height });
}
