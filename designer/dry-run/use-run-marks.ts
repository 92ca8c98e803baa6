import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect } from 'react';
import type { DryRun } from './dry-run.ts';

interface Canvas {
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
}
interface ElementRegistry {
  get(id: string): unknown;
}

/** Shows a run on the drawing: where it is, and what it has been through. */
export function useRunMarks(modeler: Modeler, run: DryRun | undefined): void {
  useEffect(() => {
    if (!run) return;
    const canvas = modeler.get<Canvas>('canvas');
    const registry = modeler.get<ElementRegistry>('elementRegistry');
    const open = [...run.tasks, ...run.timers, ...run.jobs].map(({ element }) => ({
      id: element,
      marker: 'trial-open',
    }));
    const covered = [...run.covered].map((id) => ({ id, marker: 'trial-covered' }));
    const marks = [...covered, ...open].filter(({ id }) => registry.get(id));
    for (const { id, marker } of marks) canvas.addMarker(id, marker);
    return () => {
      for (const { id, marker } of marks) if (registry.get(id)) canvas.removeMarker(id, marker);
    };
  }, [modeler, run]);
}
