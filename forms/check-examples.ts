/** The test data kept with a form, run against it: the root's `examples` and `x-refused-examples`. */
import type { Form } from './form.ts';
import type { CheckContext } from './formats.ts';
import type { FormError, Language } from './types.ts';
import { validateForm } from './validate-form.ts';

/** Answers the form must accept, and answers it must refuse. */
const EXAMPLE_LISTS = ['examples', 'x-refused-examples'] as const;

export type ExampleList = (typeof EXAMPLE_LISTS)[number];

export interface ExampleResult {
  list: ExampleList;
  /** place in its list, from 0 */
  index: number;
  answer: unknown;
  /** did the form do what the list says? */
  passes: boolean;
  /** what the form complains about; none of a refused answer that it took */
  errors: FormError[];
}

/** Every kept answer with what the form makes of it now, in their order. */
export function checkExamples(form: Form, language: Language, context: CheckContext = {}): ExampleResult[] {
  return EXAMPLE_LISTS.flatMap((list) =>
    examplesOf(form.schema, list).map((answer, index) => {
      const { valid, errors } = validateForm(form, answer, language, context);
      return { list, index, answer, passes: valid === (list === 'examples'), errors };
    }),
  );
}

/** The answers of one list; none when the schema keeps none. */
export function examplesOf(schema: unknown, list: ExampleList): unknown[] {
  if (typeof schema !== 'object' || schema === null || !Object.hasOwn(schema, list)) return [];
  const kept = (schema as Record<string, unknown>)[list];
  return Array.isArray(kept) ? kept : [];
}
