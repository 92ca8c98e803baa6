/** Test data kept with a form: the root's `examples`, each of which the form must accept. */
import { type Form, type FormError, validateForm } from '../../forms/index.ts';
import type { FormDocuments } from './form-api.ts';

export interface ExampleFinding {
  /** place among the examples, from 1 */
  number: number;
  errors: FormError[];
}

/** The examples that the form does not accept any more. */
export function failingExamples(form: Form, language: 'vi' | 'en'): ExampleFinding[] {
  return examplesOf(form.schema)
    .map((example, index) => ({ number: index + 1, errors: validateForm(form, example, language).errors }))
    .filter(({ errors }) => errors.length > 0);
}

/** Keeps an answer as the form's last example. */
export const withExample = ({ schema, ui }: FormDocuments, example: unknown): FormDocuments => ({
  schema: { ...schema, examples: [...examplesOf(schema), example] },
  ui,
});

const examplesOf = (schema: unknown): unknown[] => {
  const examples =
    typeof schema === 'object' && schema !== null && 'examples' in schema ? schema.examples : [];
  return Array.isArray(examples) ? examples : [];
};
