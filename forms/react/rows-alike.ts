/** Is every row of a table drawn alike? Then ten thousand of them need one plan. */
import type { Form } from '../form.ts';
import { itemSchema, partsOf, propertySchemas } from '../schema-parts.ts';
import type { Schema, UiNode } from '../types.ts';

/** True without a condition of the ui document, and without a branch of the schema, in the rows. */
export function areRowsAlike(form: Form, items: Schema, ui: UiNode | undefined): boolean {
  if (!form.isConditional || typeof items === 'boolean') return true;
  if (hasRule(ui)) return false;
  const known = branching.get(items) ?? hasBranch(form, [items], 0);
  branching.set(items, known);
  return !known;
}

/** By the schema of the rows, which belongs to one compiled form. */
const branching = new WeakMap<object, boolean>();

const RULES = ['ui:visibleIf', 'ui:requiredIf'];

const hasRule = (ui: unknown): boolean =>
  typeof ui === 'object' &&
  ui !== null &&
  Object.entries(ui).some(([key, child]) => RULES.includes(key) || hasRule(child));

/** A schema that contains itself is looked into this deep; below, it counts as branching. */
const DEEPEST = 4;

function hasBranch(form: Form, schemas: readonly Schema[], depth: number): boolean {
  if (depth > DEEPEST || partsOf(form.schema, schemas).some(({ always }) => !always)) return true;
  const items = itemSchema(form.schema, schemas);
  return (
    (items !== undefined && hasBranch(form, [items], depth + 1)) ||
    [...propertySchemas(form.schema, schemas).values()].some((each) => hasBranch(form, each, depth + 1))
  );
}
