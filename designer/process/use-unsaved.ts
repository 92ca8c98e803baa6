import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useState } from 'react';
import type { ProcessVersion } from '../../server/contract/catalogue.ts';
import { keepDrawing } from './board/kept-drawing.ts';

/** Whether the drawing differs from what the server has; keeps it in the browser while it does. */
export function useUnsaved(modeler: Modeler | undefined, version: ProcessVersion, saved: string) {
  const [has, setHas] = useState(false);
  useEffect(() => {
    if (!modeler) return;
    const onChange = async () => {
      setHas(true);
      const { xml } = await modeler.saveXML({ format: true });
      keepDrawing(version.procedure, version.version, { xml: xml ?? '', base: saved });
    };
    const listener = () => void onChange();
    modeler.on('commandStack.changed', listener);
    return () => modeler.off('commandStack.changed', listener);
  }, [modeler, version.procedure, version.version, saved]);
  useEffect(() => {
    if (!has) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [has]);
  return { has, mark: () => setHas(true), reset: () => setHas(false) };
}
