import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useState } from 'react';
import type { ProcessVersion } from '../../server/contract/catalogue.ts';
import type { ApprovedTable } from '../../server/contract/step-table/step-table.ts';
import { keepDrawing } from './board/kept-drawing.ts';

interface Unsaved {
  modeler: Modeler | undefined;
  version: ProcessVersion;
  /** the server's XML that is drawn upon */
  saved: string;
  approved: ApprovedTable | undefined;
}

/** Whether drawing or table differ from what the server has; keeps both in the browser while they do. */
export function useUnsaved({ modeler, version: { procedure, version }, saved, approved }: Unsaved) {
  const [has, setHas] = useState(false);
  useEffect(() => {
    if (!modeler) return;
    const listener = () => setHas(true);
    modeler.on('commandStack.changed', listener);
    return () => modeler.off('commandStack.changed', listener);
  }, [modeler]);
  useEffect(() => {
    if (!modeler || !has) return;
    let isGone = false;
    const keep = async () => {
      const { xml = '' } = await modeler.saveXML({ format: true });
      if (isGone) return;
      keepDrawing(procedure, version, { xml, base: saved, ...(approved ? { approvedTable: approved } : {}) });
    };
    const listener = () => void keep();
    void keep();
    modeler.on('commandStack.changed', listener);
    return () => {
      isGone = true;
      modeler.off('commandStack.changed', listener);
    };
  }, [modeler, has, procedure, version, saved, approved]);
  useEffect(() => {
    if (!has) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [has]);
  return { has, mark: () => setHas(true), reset: () => setHas(false) };
}
