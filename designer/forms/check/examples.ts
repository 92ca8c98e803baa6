/** Test data kept with a form, in its schema: answers it must accept, and answers it must refuse. */
import { type ExampleList, examplesOf } from '../../../forms/index.ts';
import type { FormDocuments } from '../form-api.ts';

/** Keeps an answer as the last of a list. */
export const withExample = (documents: FormDocuments, list: ExampleList, answer: unknown): FormDocuments =>
  withExamples(documents, list, [...examplesOf(documents.schema, list), answer]);

export const withoutExample = (documents: FormDocuments, list: ExampleList, index: number): FormDocuments =>
  withExamples(documents, list, examplesOf(documents.schema, list).toSpliced(index, 1));

function withExamples(
  { schema, ui }: FormDocuments,
  list: ExampleList,
  answers: readonly unknown[],
): FormDocuments {
  const { [list]: _before, ...rest } = schema;
  return { schema: answers.length > 0 ? { ...rest, [list]: answers } : rest, ui };
}
