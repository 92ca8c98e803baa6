import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useState } from 'react';
import { compileProcess } from '../../../engine/index.ts';
import type { LintFacts, LintFinding } from '../../../server/contract/lint/lint-model.ts';
import { lintProcess } from '../../../server/contract/lint/lint-process.ts';

/** Long enough not to compile at every dragged pixel, short enough to feel immediate. */
const SETTLE_MS = 300;

interface Canvas {
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
}
interface ElementRegistry {
  get(id: string): unknown;
}

/**
 * What the kernel and the house's rules find in what is drawn now, marked on the elements too.
 * @param modeler absent until the drawing is there
 */
export function useDiagnostics(modeler: Modeler | undefined, facts: LintFacts): LintFinding[] {
  const [diagnostics, setDiagnostics] = useState<LintFinding[]>([]);
  useEffect(() => {
    if (!modeler) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const check = async () => {
      const { xml } = await modeler.saveXML();
      const compiled = await compileProcess(xml ?? '');
      const linted = compiled.process ? lintProcess(compiled.process, facts) : [];
      if (!isGone) setDiagnostics([...compiled.diagnostics, ...linted]);
    };
    const schedule = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void check(), SETTLE_MS);
    };
    void check();
    modeler.on('commandStack.changed', schedule);
    return () => {
      isGone = true;
      clearTimeout(timer);
      modeler.off('commandStack.changed', schedule);
    };
  }, [modeler, facts]);
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
