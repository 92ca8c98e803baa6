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

interface Shown {
  modeler: Modeler;
  steps: ProcessActivity['steps'] | undefined;
  /** working minutes, as they are read */
  timeOf(minutes: number): string;
}

/** How many dossiers stand at each step, red where one is late, and below it how long the step takes on average. */
export function useActivityMarks({ modeler, steps, timeOf }: Shown): void {
  useEffect(() => {
    const overlays = modeler.get<Overlays>('overlays');
    const registry = modeler.get<ElementRegistry>('elementRegistry');
    const marks = (steps ?? [])
      .filter(({ element }) => registry.get(element))
      .flatMap(({ element, open, overdue, averageMinutes }) => {
        const add = (className: string, text: string, position: object) => {
          const html = document.createElement('span');
          html.className = className;
          html.textContent = text;
          return overlays.add(element, 'activity', { position, html });
        };
        const late = overdue > 0 ? 'activity-mark activity-late' : 'activity-mark';
        return [
          ...(open > 0 ? [add(late, String(open), { bottom: 12, right: 12 })] : []),
          ...(averageMinutes === undefined
            ? []
            : [add('activity-time', `⌀ ${timeOf(averageMinutes)}`, { bottom: 10, left: 2 })]),
        ];
      });
    return () => {
      for (const mark of marks) overlays.remove(mark);
    };
  }, [modeler, steps, timeOf]);
}
