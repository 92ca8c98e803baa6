import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect } from 'react';
import type { Simulation } from '../../engine/index.ts';
import { heatMap } from './heat.ts';

interface Canvas {
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
}
interface ElementRegistry {
  get(id: string): unknown;
}

/** Colours the steps of the drawing by how long dossiers would wait there. */
export function useHeatMarks(modeler: Modeler, found: Simulation | undefined): void {
  useEffect(() => {
    if (!found) return;
    const canvas = modeler.get<Canvas>('canvas');
    const registry = modeler.get<ElementRegistry>('elementRegistry');
    const marks = [...heatMap(found)]
      .map(([id, heat]) => ({ id, marker: `heat-${heat}` }))
      .filter(({ id }) => registry.get(id));
    for (const { id, marker } of marks) canvas.addMarker(id, marker);
    return () => {
      for (const { id, marker } of marks) if (registry.get(id)) canvas.removeMarker(id, marker);
    };
  }, [modeler, found]);
}
