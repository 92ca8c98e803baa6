/** Fields whose values come from a named list (`ui:list`): which they are, and whether a value is in its list. */
import { type PathStep, ROWS, spotsOf } from './conditions.ts';
import { childPointer, pointerOf, valueAt } from './pointer.ts';
import type { UiNode } from './types.ts';

/** The named lists as a check sees them; the server has all of them, a browser those it has loaded. */
export interface ValueLists {
  /** `undefined` while the list is not known; `within`: the value of the list above that the value must lie in */
  has(list: string, value: string, within?: string): boolean | undefined;
}

export interface ListRule {
  /** where the field lies in the data */
  path: PathStep[];
  list: string;
  /** property of the same object whose value the items must lie in */
  within?: string;
  /** another value may be typed too */
  isOpen: boolean;
  /** of the `ui:list` entry, into `{ schema, ui }` */
  pointer: string;
}

export function listRulesOf(ui: UiNode): ListRule[] {
  const rules: ListRule[] = [];
  const visit = (node: UiNode, path: PathStep[], pointer: string): void => {
    const { 'ui:list': list, 'ui:within': within, 'ui:open': isOpen = false } = node;
    if (list !== undefined) {
      rules.push({ path, list, within, isOpen, pointer: childPointer(pointer, 'ui:list') });
    }
    for (const [key, child] of Object.entries(node)) {
      if (key.startsWith('ui:') || typeof child !== 'object' || child === null) continue;
      visit(child as UiNode, [...path, key === 'items' ? ROWS : key], childPointer(pointer, key));
    }
  };
  visit(ui, [], '/ui');
  return rules;
}

/** A value that is not in its list; `otherPointer` is the field it should have lain in. */
export interface ListFault {
  pointer: string;
  keyword: 'list' | 'list-within';
  otherPointer?: string;
}

/** Every value of these (visible) data that its list does not have; ten thousand rows are looked at once each. */
export function listFaults(rules: readonly ListRule[], data: unknown, lists: ValueLists): ListFault[] {
  const faults: ListFault[] = [];
  for (const rule of rules) {
    if (rule.isOpen) continue;
    for (const { tokens } of spotsOf(data, rule.path)) {
      const fault = faultAt(rule, { data, tokens, lists });
      if (fault) faults.push(fault);
    }
  }
  return faults;
}

interface At {
  data: unknown;
  tokens: (string | number)[];
  lists: ValueLists;
}

function faultAt({ list, within }: ListRule, { data, tokens, lists }: At): ListFault | undefined {
  const pointer = pointerOf(tokens);
  const value = valueAt(data, pointer);
  // of another type: the schema complains of it
  if (typeof value !== 'string') return undefined;
  const otherPointer = within === undefined ? undefined : pointerOf([...tokens.slice(0, -1), within]);
  const above = otherPointer === undefined ? undefined : valueAt(data, otherPointer);
  if (typeof above === 'string' && lists.has(list, value, above) === false) {
    return { pointer, keyword: 'list-within', otherPointer };
  }
  return lists.has(list, value) === false ? { pointer, keyword: 'list' } : undefined;
}
