import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useState } from 'react';
import { compileProcess } from '../../../engine/index.ts';
import type { Compiled } from '../../../engine/types.ts';

/** Long enough not to compile at every dragged pixel, short enough to feel immediate. */
const SETTLE_MS = 300;

/**
 * What is drawn now, compiled anew a moment after each change.
 * @param modeler absent until the drawing is there
 */
export function useDrawnProcess(modeler: Modeler | undefined): Compiled | undefined {
  const [compiled, setCompiled] = useState<Compiled>();
  useEffect(() => {
    if (!modeler) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const compile = async () => {
      const { xml } = await modeler.saveXML();
      const next = await compileProcess(xml ?? '');
      if (!isGone) setCompiled(next);
    };
    const schedule = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void compile(), SETTLE_MS);
    };
    void compile();
    modeler.on('commandStack.changed', schedule);
    return () => {
      isGone = true;
      clearTimeout(timer);
      modeler.off('commandStack.changed', schedule);
    };
  }, [modeler]);
  return compiled;
}
