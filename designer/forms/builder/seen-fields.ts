/** Which fields a condition may speak of, and by which path. */
import type { Field } from '../../../forms/index.ts';

/** Fields of the form, and in a row of a table the row's other columns by their own names. */
export function fieldsSeenFrom(fields: readonly Field[], pointer: string): Field[] {
  const row = pointer.slice(0, pointer.lastIndexOf('/-/') + 3);
  return fields
    .filter((field) => field.pointer !== pointer)
    .flatMap((field) => {
      if (!field.path.includes('[]')) return [field];
      if (!pointer.includes('/-/') || !field.pointer.startsWith(row)) return [];
      return [{ ...field, path: field.path.slice(field.path.lastIndexOf('[].') + 3) }];
    });
}
