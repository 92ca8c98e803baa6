/**
 * Hidden data. What an applicant typed into a field that was hidden later stays in the form while it
 * is being filled in, and comes back when its branch opens again; it is never submitted nor checked:
 *
 * 1. a field is hidden while its `ui:visibleIf` is not true, or while only branches of the schema
 *    that do not apply (if/then/else, dependencies, anyOf, oneOf) describe it;
 * 2. a hidden field counts as not filled in for every other condition, so hiding can hide more;
 * 3. computed fields (`ui:value`) are worked out from what is visible, whatever was sent;
 * 4. a property that the form describes nowhere is left to the schema's `additionalProperties`.
 */

import { type Condition, type Spot, spotsOf } from './conditions.ts';
import { LIMITS } from './dialect.ts';
import { evaluateFeel, holds } from './feel.ts';
import type { Form } from './form.ts';
import { pointerOf, valueAt } from './pointer.ts';
import { itemSchema, resolve } from './schema-parts.ts';
import type { JsonObject, Schema, SchemaObject } from './types.ts';

/**
 * What of `data` is visible, with its computed values; the part that is submitted. Data that
 * {@link hasTooManyRules} come back as they are: validation refuses them.
 */
export const visibleData = (form: Form, data: unknown): unknown => settle(form, data).data;

export interface Settled {
  /** without hidden fields, with computed ones */
  data: unknown;
  /** pointers of hidden fields */
  hidden: ReadonlySet<string>;
  /** pointers of fields that `ui:requiredIf` asks for and that are visible */
  required: ReadonlySet<string>;
}

/** Works out which fields are there. Hiding only ever adds, so it comes to rest. */
export function settle(form: Form, data: unknown): Settled {
  const hidden = new Set<string>();
  const required = new Set<string>();
  if (!form.isConditional || hasTooManyRules(form, data)) return { data, hidden, required };
  let current = data;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = hidden.size;
    const computed = applyConditions(form.conditions, current, hidden);
    const next = pruneBranches(form, computed, hidden);
    const isAtRest = hidden.size === before && next === current;
    current = next;
    if (isAtRest) break;
  }
  for (const condition of form.conditions) {
    if (condition.requiredIf === undefined) continue;
    for (const spot of spotsOf(current, condition.path)) {
      const pointer = pointerOf(spot.tokens);
      if (!isHidden(hidden, pointer) && holds(condition.requiredIf, variablesAt(current, spot))) {
        required.add(pointer);
      }
    }
  }
  return { data: current, hidden, required };
}

/** Is the field, or a group it lies in, hidden? */
export function isHidden(hidden: ReadonlySet<string>, pointer: string): boolean {
  if (hidden.size === 0) return false;
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    if (hidden.has(pointer.slice(0, end))) return true;
  }
  return hidden.has('');
}

/** Would the rules of the form's tables, asked for each of so many rows, keep the machine busy? */
export const hasTooManyRules = (form: Form, data: unknown): boolean =>
  form.conditions.reduce((sum, { path }) => sum + spotsOf(data, path).length, 0) > LIMITS.evaluations;

const MOST_ROUNDS = 20;

const variablesAt = (data: unknown, { row }: Spot): JsonObject => ({
  ...(isObject(data) ? data : {}),
  ...row,
});

function applyConditions(conditions: readonly Condition[], data: unknown, hidden: Set<string>): unknown {
  let current = data;
  for (const condition of conditions) {
    for (const spot of spotsOf(current, condition.path)) {
      const pointer = pointerOf(spot.tokens);
      if (isHidden(hidden, pointer)) continue;
      const variables = variablesAt(current, spot);
      if (condition.visibleIf !== undefined && !holds(condition.visibleIf, variables)) {
        hidden.add(pointer);
        current = withValue(current, spot.tokens, undefined);
      } else if (condition.value !== undefined) {
        const value = evaluateFeel(condition.value, variables) ?? undefined;
        if (!isSame(valueAt(current, pointer), value)) current = withValue(current, spot.tokens, value);
      }
    }
  }
  return current;
}

const isSame = (left: unknown, right: unknown): boolean =>
  Object.is(left, right) || JSON.stringify(left) === JSON.stringify(right);

/** Removes the properties that only branches which do not apply describe. */
function pruneBranches(form: Form, data: unknown, hidden: Set<string>): unknown {
  const prune = (schemas: Schema[], value: unknown, tokens: (string | number)[]): unknown => {
    if (Array.isArray(value)) {
      const items = itemSchema(form.schema, schemas);
      if (items === undefined) return value;
      const pruned = value.map((item, index) => prune([items], item, [...tokens, index]));
      return pruned.every((item, index) => item === value[index]) ? value : pruned;
    }
    if (!isObject(value)) return value;
    const { active, dormant } = branchesOf(form, schemas, value);
    let result = value;
    for (const [name, child] of Object.entries(value)) {
      const described = active.flatMap((schema) => ownProperty(schema, name));
      const next =
        described.length > 0
          ? prune(described, child, [...tokens, name])
          : dormant.some((schema) => ownProperty(schema, name).length > 0)
            ? undefined
            : child;
      if (next === undefined) hidden.add(pointerOf([...tokens, name]));
      if (next !== child) result = withValue(result, [name], next) as JsonObject;
    }
    return result;
  };
  return prune([form.schema], data, []);
}

const ownProperty = (schema: SchemaObject, name: string): Schema[] =>
  schema.properties && Object.hasOwn(schema.properties, name) ? [schema.properties[name] as Schema] : [];

/** The schemas that apply to this value, and those of the branches that do not. */
export function branchesOf(
  form: Form,
  schemas: readonly Schema[],
  value: unknown,
): { active: SchemaObject[]; dormant: SchemaObject[] } {
  const active: SchemaObject[] = [];
  const dormant: SchemaObject[] = [];
  const seen = new Set<SchemaObject>();
  const visit = (schema: Schema | undefined, applies: boolean): void => {
    if (schema === undefined || typeof schema === 'boolean') return;
    const node = resolve(form.schema, schema);
    if (seen.has(node)) return;
    seen.add(node);
    (applies ? active : dormant).push(node);
    for (const part of node.allOf ?? []) visit(part, applies);
    for (const options of [node.anyOf, node.oneOf]) {
      const matching = options?.filter((option) => form.satisfies(option, value)) ?? [];
      for (const option of options ?? []) {
        visit(option, applies && (matching.length === 0 || matching.includes(option)));
      }
    }
    if (node.if !== undefined && (node.then !== undefined || node.else !== undefined)) {
      const isMet = form.satisfies(node.if, value);
      visit(node.then, applies && isMet);
      visit(node.else, applies && !isMet);
    }
    for (const [name, part] of Object.entries(node.dependencies ?? {})) {
      if (!Array.isArray(part)) visit(part, applies && isObject(value) && Object.hasOwn(value, name));
    }
  };
  for (const schema of schemas) visit(schema, true);
  return { active, dormant };
}

/** A copy with the value at `tokens` replaced, or taken away when `undefined`; a list keeps its length. */
export function withValue(root: unknown, tokens: readonly (string | number)[], value: unknown): unknown {
  const [token, ...rest] = tokens;
  if (token === undefined) return value;
  if (Array.isArray(root)) {
    return root.map((item, index) =>
      index === Number(token) ? (withValue(item, rest, value) ?? null) : item,
    );
  }
  const entries = new Map(Object.entries(isObject(root) ? root : {}));
  const name = String(token);
  const child = withValue(entries.get(name), rest, value);
  if (child === undefined) entries.delete(name);
  else entries.set(name, child);
  return Object.fromEntries(entries);
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
