import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useMemo } from 'react';
import type { Compiled } from '../../../engine/types.ts';
import type { LintFacts, LintFinding } from '../../../server/contract/lint/lint-model.ts';
import { lintProcess } from '../../../server/contract/lint/lint-process.ts';

interface Canvas {
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
}
interface ElementRegistry {
  get(id: string): unknown;
}

/** What the kernel and the house's rules find in what is drawn, marked on the elements too. */
export function useDiagnostics(
  modeler: Modeler | undefined,
  compiled: Compiled | undefined,
  facts: LintFacts,
): LintFinding[] {
  const diagnostics = useMemo(
    () => [
      ...(compiled?.diagnostics ?? []),
      ...(compiled?.process ? lintProcess(compiled.process, facts) : []),
    ],
    [compiled, facts],
  );
  useEffect(() => (modeler ? mark(modeler, diagnostics) : undefined), [modeler, diagnostics]);
  return diagnostics;
}

/** @returns what takes the marks away again */
function mark(modeler: Modeler, diagnostics: LintFinding[]): () => void {
  const canvas = modeler.get<Canvas>('canvas');
  const registry = modeler.get<ElementRegistry>('elementRegistry');
  const marked = diagnostics
    .filter((finding) => finding.element && finding.severity !== 'info')
    .map((finding) => ({ id: finding.element as string, marker: `finding-${finding.severity}` }))
    .filter(({ id }) => registry.get(id));
  for (const { id, marker } of marked) canvas.addMarker(id, marker);
  return () => {
    for (const { id, marker } of marked) if (registry.get(id)) canvas.removeMarker(id, marker);
  };
}
