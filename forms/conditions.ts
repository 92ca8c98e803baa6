/** The FEEL rules of a ui document, each with the place in the data that it decides about. */
import type { JsonObject, UiNode } from './types.ts';

/** A step of a path into the data: a property, or every row of a table. */
export type PathStep = string | typeof ROWS;
export const ROWS = Symbol('rows');

export interface Condition {
  path: PathStep[];
  visibleIf?: string;
  requiredIf?: string;
  value?: string;
}

export function conditionsOf(ui: UiNode): Condition[] {
  const conditions: Condition[] = [];
  const visit = (node: UiNode, path: PathStep[]): void => {
    const { 'ui:visibleIf': visibleIf, 'ui:requiredIf': requiredIf, 'ui:value': value } = node;
    if (visibleIf !== undefined || requiredIf !== undefined || value !== undefined) {
      conditions.push({ path, visibleIf, requiredIf, value });
    }
    for (const [key, child] of Object.entries(node)) {
      if (key.startsWith('ui:') || typeof child !== 'object' || child === null) continue;
      visit(child as UiNode, [...path, key === 'items' ? ROWS : key]);
    }
  };
  visit(ui, []);
  return conditions;
}

/** A place in the data, and the row it lies in. */
export interface Spot {
  tokens: (string | number)[];
  /** the innermost row's own values, which FEEL sees before the form's; absent outside of tables */
  row?: JsonObject;
}

/** Where a path leads in this data; a rows step leads to every row. */
export function spotsOf(data: unknown, path: readonly PathStep[]): Spot[] {
  let spots: (Spot & { value: unknown })[] = [{ value: data, tokens: [] }];
  for (const step of path) {
    spots = spots.flatMap(({ value, tokens, ...within }) => {
      // an object may have a property that is really called "items"
      if (step === ROWS && Array.isArray(value)) {
        return value.map((item, index) => ({
          value: item,
          tokens: [...tokens, index],
          row: rowOf(item, within.row),
        }));
      }
      const name = step === ROWS ? 'items' : step;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
      const child = Object.hasOwn(value, name) ? (value as JsonObject)[name] : undefined;
      return [{ value: child, tokens: [...tokens, name], ...within }];
    });
  }
  return spots.map(({ value: _, ...spot }) => spot);
}

const rowOf = (item: unknown, outer: JsonObject = {}): JsonObject =>
  typeof item === 'object' && item !== null && !Array.isArray(item) ? { ...outer, ...item } : outer;
