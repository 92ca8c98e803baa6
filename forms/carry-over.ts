/** A draft of one version of a form, taken over into another: what still fits stays, what does not is handed back. */
import type { Form } from './form.ts';
import { childPointer, pointerTokens, valueAt } from './pointer.ts';
import { itemSchema, propertySchemas } from './schema-parts.ts';
import type { Schema } from './types.ts';
import { withValue } from './visible-data.ts';

export interface CarriedOver {
  /** what the new version can show */
  data: unknown;
  /** what it has no place for, with where it stood: nothing of a draft disappears unseen */
  lost: { pointer: string; value: unknown }[];
}

/**
 * Values of fields that the new version has are kept, also in branches and behind conditions that do not hold now;
 * those of fields that are gone, that became another type or whose choice is no longer offered are handed back.
 */
export function carryOver(form: Form, draft: unknown): CarriedOver {
  const strays = strayPointers(form, draft);
  const unfit = unfitPointers(form, draft);
  const lost = [...new Set([...strays, ...unfit])]
    .filter((pointer, _, all) => !all.some((other) => pointer.startsWith(`${other}/`)))
    .map((pointer) => ({ pointer, value: valueAt(draft, pointer) }));
  const data = lost.reduce((rest, { pointer }) => withValue(rest, pointerTokens(pointer), undefined), draft);
  return { data, lost };
}

/** Of properties that the form describes in no branch, where it does not let others in. */
function strayPointers(form: Form, draft: unknown): string[] {
  const strays: string[] = [];
  const visit = (schemas: readonly Schema[], value: unknown, pointer: string): void => {
    if (Array.isArray(value)) {
      const items = itemSchema(form.schema, schemas);
      if (items !== undefined) {
        value.forEach((row, index) => {
          visit([items], row, childPointer(pointer, index));
        });
      }
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const properties = propertySchemas(form.schema, schemas);
    for (const [name, child] of Object.entries(value)) {
      const described = properties.get(name);
      if (described) visit(described, child, childPointer(pointer, name));
      else if (properties.size > 0) strays.push(childPointer(pointer, name));
    }
  };
  visit([form.schema], draft, '');
  return strays;
}

/** Keywords that say: this is another kind of value than the field takes now. */
const ANOTHER_KIND: ReadonlySet<string> = new Set(['type', 'enum']);

function unfitPointers(form: Form, draft: unknown): string[] {
  if (form.check.call({}, draft)) return [];
  return (
    (form.check.errors ?? [])
      .filter(({ keyword, instancePath }) => instancePath !== '' && ANOTHER_KIND.has(keyword))
      // in a branch that does not apply the field may well be described otherwise
      .filter(({ schemaPath }) => !/\/(?:if|anyOf|oneOf|not|contains)\//.test(schemaPath))
      .map(({ instancePath }) => instancePath)
  );
}
