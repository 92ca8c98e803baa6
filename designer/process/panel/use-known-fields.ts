import { useQueries } from '@tanstack/react-query';
import type Modeler from 'bpmn-js/lib/Modeler';
import { compileForm, fieldsOf } from '../../../forms/index.ts';
import type { ComparedField } from '../../conditions/SentenceEditor.tsx';
import { publishedFormQuery } from '../../dry-run/use-published-form.ts';
import { attribute, type DiagramElement } from './diagram-element.ts';

interface ElementRegistry {
  filter(wanted: (element: DiagramElement) => boolean): DiagramElement[];
}

/** Fields that conditions may speak of: those of the steps' forms by their own names, the application's under `form`. */
export function useKnownFields(modeler: Modeler, applicationForm: string | undefined): ComparedField[] {
  const steps = modeler
    .get<ElementRegistry>('elementRegistry')
    .filter((element) => !element.labelTarget && attribute(element, 'motcua:form') !== '')
    .map((element) => ({
      key: attribute(element, 'motcua:form'),
      at: attribute(element, 'name'),
      prefix: '',
    }));
  const sources = [
    ...steps,
    ...(applicationForm ? [{ key: applicationForm, at: undefined, prefix: 'form.' }] : []),
  ];
  const forms = useQueries({ queries: sources.map(({ key }) => publishedFormQuery(key)) });
  const known = new Map<string, ComparedField>();
  for (const [index, { at, prefix }] of sources.entries()) {
    const source = forms[index]?.data;
    const { form } = source ? compileForm({ schema: source.schema, ui: source.ui }) : {};
    for (const field of form ? fieldsOf(form) : []) {
      const path = `${prefix}${field.path}`;
      if (!known.has(path)) known.set(path, { ...field, path, label: placed(field.label, at) });
    }
  }
  return [...known.values()];
}

/** The field's name, with the step whose form it is on. */
const placed = (label: ComparedField['label'], step: string | undefined): ComparedField['label'] =>
  step ? { vi: `${label.vi} (${step})`, en: `${label.en} (${step})` } : label;
