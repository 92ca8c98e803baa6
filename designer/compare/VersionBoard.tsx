import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessDiff } from '../../server/contract/catalogue.ts';
import { createViewer } from '../process/modeler/create-modeler.ts';

interface VersionBoardProps {
  xml: string;
  label: string;
  changes: ProcessDiff['changes'];
}

interface Canvas {
  zoom(mode: 'fit-viewport', center: 'auto'): void;
  addMarker(id: string, marker: string): void;
}
interface ElementRegistry {
  get(id: string): unknown;
}

/** One version, to look at: what was added, removed or changed is coloured where it stands. */
export function VersionBoard({ xml, label, changes }: VersionBoardProps) {
  const { t, i18n } = useTranslation('designer');
  const box = useRef<HTMLDivElement>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const language = i18n.language === 'en' ? 'en' : 'vi';
  useEffect(() => {
    if (!box.current) return;
    const viewer = createViewer({ container: box.current, language });
    let isGone = false;
    const mark = () => {
      if (isGone) return;
      const canvas = viewer.get<Canvas>('canvas');
      const registry = viewer.get<ElementRegistry>('elementRegistry');
      canvas.zoom('fit-viewport', 'auto');
      for (const { element, kind } of changes)
        if (registry.get(element)) canvas.addMarker(element, `version-${kind}`);
    };
    viewer.importXML(xml).then(mark, () => {
      if (!isGone) setUnreadable(true);
    });
    return () => {
      isGone = true;
      viewer.destroy();
    };
  }, [xml, language, changes]);
  return (
    <figure className="version-board">
      <figcaption>{isUnreadable ? `${label}: ${t('editor.refused')}` : label}</figcaption>
      <div ref={box} className="drawing-board" />
    </figure>
  );
}
