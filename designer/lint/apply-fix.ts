import type Modeler from 'bpmn-js/lib/Modeler';
import type { LintFix } from '../../server/contract/lint/lint-model.ts';
import { type DiagramElement, setAttributes } from '../process/panel/diagram-element.ts';

interface ElementRegistry {
  get(id: string): DiagramElement | undefined;
}

/** Carries out a finding's fix on the drawing, as one change that can be undone. */
export function applyFix(modeler: Modeler, { element, attributes }: LintFix): void {
  const drawn = modeler.get<ElementRegistry>('elementRegistry').get(element);
  if (!drawn) return;
  setAttributes(
    modeler,
    drawn,
    Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`motcua:${name}`, value])),
  );
}
