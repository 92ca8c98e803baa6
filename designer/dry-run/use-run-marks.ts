import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect } from 'react';
import type { DryRun } from '../../server/contract/trial/dry-run.ts';
import type { Coverage } from './coverage.ts';

interface Canvas {
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
}
interface ElementRegistry {
  get(id: string): unknown;
}

interface Marks {
  run: DryRun | undefined;
  covered: ReadonlySet<string>;
  coverage: Coverage | undefined;
}

/** Shows runs on the drawing: where the last one is, what all of them went through, what none has reached. */
export function useRunMarks(modeler: Modeler, { run, covered, coverage }: Marks): void {
  useEffect(() => {
    if (!run || !coverage) return;
    const canvas = modeler.get<Canvas>('canvas');
    const registry = modeler.get<ElementRegistry>('elementRegistry');
    const marked = (ids: Iterable<string>, marker: string) => [...ids].map((id) => ({ id, marker }));
    const open = [...run.tasks, ...run.timers, ...run.jobs, ...run.catches].map(({ element }) => element);
    const missing = coverage.missing.map(({ id }) => id);
    const marks = [
      ...marked(covered, 'trial-covered'),
      ...marked(missing, 'trial-missing'),
      ...marked(open, 'trial-open'),
    ].filter(({ id }) => registry.get(id));
    for (const { id, marker } of marks) canvas.addMarker(id, marker);
    return () => {
      for (const { id, marker } of marks) if (registry.get(id)) canvas.removeMarker(id, marker);
    };
  }, [modeler, run, covered, coverage]);
}
