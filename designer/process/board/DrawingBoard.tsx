import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { createModeler } from '../modeler/create-modeler.ts';
import { fitBesidePalette } from './fit-beside-palette.ts';

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
