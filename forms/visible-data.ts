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
import { pointerOf, pointerTokens, valueAt } from './pointer.ts';
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

/**
 * Works out which fields are there. Each round asks the rules about what the round before left: a field that is
 * hidden may close a branch, and so open another. Rules that contradict each other hide both fields.
 */
export function settle(form: Form, data: unknown): Settled {
  const required = new Set<string>();
  if (!form.isConditional || hasTooManyRules(form, data)) return { data, hidden: new Set(), required };
  let hidden: ReadonlySet<string> = new Set();
  let worked: ReadonlyMap<string, Worked> = new Map();
  let current = data;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const now = askRules(form, without(withWorked(data, worked), hidden));
    const isAtRest = isSameSet(now.hidden, hidden) && isSameWork(now.worked, worked);
    current = now.data;
    hidden = round < CALM_ROUNDS ? now.hidden : new Set([...hidden, ...now.hidden]);
    worked = now.worked;
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

/** A computed value, and where it goes. */
interface Worked {
  tokens: readonly (string | number)[];
  value: unknown;
}

interface Round {
  data: unknown;
  hidden: Set<string>;
  worked: Map<string, Worked>;
}

/** Asks every rule once about these data. */
function askRules(form: Form, data: unknown): Round {
  const round: Round = { data, hidden: new Set(), worked: new Map() };
  applyConditions(form.conditions, round);
  hideDormant(form, round);
  return round;
}

const withWorked = (data: unknown, worked: ReadonlyMap<string, Worked>): unknown =>
  [...worked].reduce(
    (current, [pointer, { tokens, value }]) =>
      isSame(valueAt(current, pointer), value) ? current : withValue(current, tokens, value),
    data,
  );

function without(data: unknown, hidden: ReadonlySet<string>): unknown {
  let current = data;
  for (const pointer of hidden) {
    if (valueAt(current, pointer) !== undefined) {
      current = withValue(current, pointerTokens(pointer), undefined);
    }
  }
  return current;
}

const isSameSet = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  left.size === right.size && [...left].every((pointer) => right.has(pointer));

const isSameWork = (left: ReadonlyMap<string, Worked>, right: ReadonlyMap<string, Worked>): boolean =>
  left.size === right.size &&
  [...left].every(([pointer, { value }]) => right.has(pointer) && isSame(right.get(pointer)?.value, value));

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
/** From then on what was hidden stays hidden, so that the rules come to rest. */
const CALM_ROUNDS = 10;

/** Asked for every rule of every round, so nothing is copied that need not be. */
function variablesAt(data: unknown, { row }: Spot): JsonObject {
  const form = isObject(data) ? data : {};
  return row ? { ...form, ...row } : form;
}

function applyConditions(conditions: readonly Condition[], round: Round): void {
  for (const condition of conditions) {
    for (const spot of spotsOf(round.data, condition.path)) {
      const { tokens } = spot;
      const pointer = pointerOf(tokens);
      if (isHidden(round.hidden, pointer)) continue;
      const variables = variablesAt(round.data, spot);
      if (condition.visibleIf !== undefined && !holds(condition.visibleIf, variables)) {
        round.hidden.add(pointer);
        round.data = without(round.data, new Set([pointer]));
      } else if (condition.value !== undefined) {
        const value = evaluateFeel(condition.value, variables) ?? undefined;
        round.worked.set(pointer, { tokens, value });
        if (!isSame(valueAt(round.data, pointer), value)) {
          round.data = withValue(round.data, tokens, value);
        }
      }
    }
  }
}

const isSame = (left: unknown, right: unknown): boolean =>
  Object.is(left, right) || JSON.stringify(left) === JSON.stringify(right);

/** Hides the properties that only branches which do not apply describe, typed or not: nobody is asked for them. */
function hideDormant(form: Form, round: Round): void {
  const visit = (schemas: readonly Schema[], value: unknown, tokens: (string | number)[]): unknown => {
    if (Array.isArray(value)) {
      const items = itemSchema(form.schema, schemas);
      if (items === undefined) return value;
      const kept = value.map((item, index) => visit([items], item, [...tokens, index]));
      return kept.every((item, index) => item === value[index]) ? value : kept;
    }
    if (!isObject(value)) return value;
    const { active, dormant } = branchesOf(form, schemas, value);
    let result = value;
    for (const name of new Set(dormant.flatMap(({ properties }) => Object.keys(properties ?? {})))) {
      if (active.some((schema) => ownProperty(schema, name).length > 0)) continue;
      round.hidden.add(pointerOf([...tokens, name]));
      if (Object.hasOwn(value, name)) result = withValue(result, [name], undefined) as JsonObject;
    }
    for (const [name, child] of Object.entries(result)) {
      const described = active.flatMap((schema) => ownProperty(schema, name));
      const kept = described.length > 0 ? visit(described, child, [...tokens, name]) : child;
      if (kept !== child) result = withValue(result, [name], kept) as JsonObject;
    }
    return result;
  };
  round.data = visit([form.schema], round.data, []);
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
