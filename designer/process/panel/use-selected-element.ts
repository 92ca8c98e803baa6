import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useReducer, useState } from 'react';
import type { DiagramElement } from './diagram-element.ts';

interface SelectionChange {
  newSelection: DiagramElement[];
}

/** The single selected element (a label stands for what it labels); re-renders when it changes. */
export function useSelectedElement(modeler: Modeler): DiagramElement | undefined {
  const [element, setElement] = useState<DiagramElement>();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const select = ({ newSelection }: SelectionChange) => {
      const only = newSelection.length === 1 ? newSelection[0] : undefined;
      setElement(only?.labelTarget ?? only);
    };
    modeler.on('selection.changed', select);
    modeler.on('commandStack.changed', redraw);
    return () => {
      modeler.off('selection.changed', select);
      modeler.off('commandStack.changed', redraw);
    };
  }, [modeler]);
  return element;
}
