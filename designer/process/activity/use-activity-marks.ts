import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect } from 'react';
import type { ProcessActivity } from '../../../server/contract/catalogue.ts';

interface Overlays {
  add(element: string, kind: string, overlay: { position: object; html: HTMLElement }): string;
  remove(id: string): void;
}
interface ElementRegistry {
  get(id: string): unknown;
}

/** How many dossiers stand at each step, on the drawing; red where one is late. */
export function useActivityMarks(modeler: Modeler, steps: ProcessActivity['steps'] | undefined): void {
  useEffect(() => {
    const overlays = modeler.get<Overlays>('overlays');
    const registry = modeler.get<ElementRegistry>('elementRegistry');
    const marks = (steps ?? [])
      .filter(({ element }) => registry.get(element))
      .map(({ element, open, overdue }) => {
        const html = document.createElement('span');
        html.className = overdue > 0 ? 'activity-mark activity-late' : 'activity-mark';
        html.textContent = String(open);
        return overlays.add(element, 'activity', { position: { bottom: 12, right: 12 }, html });
      });
    return () => {
      for (const mark of marks) overlays.remove(mark);
    };
  }, [modeler, steps]);
}
