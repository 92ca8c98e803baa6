/** What the parts of the read view share: a planned node, and its value in one line. */
import { showValue } from '../show-value.ts';
import type { JsonObject, Language } from '../types.ts';
import type { Control } from './form-plan.ts';
import { sayIn } from './texts.ts';

/** A node of the plan: its control, and the uiSchema that its children stand in. */
export interface ReadNode {
  control: Control;
  uiSchema: JsonObject;
}

export const childNode = ({ uiSchema }: ReadNode, name: string): ReadNode => {
  const child = uiSchema[name] as JsonObject;
  return { uiSchema: child, control: (child['ui:options'] as { control: Control }).control };
};

export const childNames = ({ uiSchema }: ReadNode): string[] =>
  Object.keys(uiSchema).filter((name) => !name.startsWith('ui:'));

/** An own property of a value, if it is there. */
export const part = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as JsonObject)[name]
    : undefined;

/** The value in one line; a group is its parts after one another, an address from the house to the province. */
export function lineOf(node: ReadNode, value: unknown, language: Language): string {
  const { control } = node;
  if (value === undefined || value === null) return '';
  if (control.type === 'group') {
    const names =
      control.ui['ui:widget'] === 'address' ? ['detail', 'commune', 'province'] : childNames(node);
    return names
      .filter((name) => Object.hasOwn(node.uiSchema, name))
      .map((name) => lineOf(childNode(node, name), part(value, name), language))
      .filter(Boolean)
      .join(', ');
  }
  if (control.type === 'table' && Array.isArray(value)) {
    const row = {
      uiSchema: node.uiSchema.items as JsonObject,
      control: { ...control, type: 'group' as const },
    };
    return value.map((item) => lineOf(row, item, language)).join('; ');
  }
  const text = showValue(withOptions(control), value, language);
  if (text === '') return '';
  if (control.type === 'money') return `${text} ${sayIn(language)('currency')}`;
  return control.unit ? `${text} ${control.unit}` : text;
}

const withOptions = ({ type, options }: Control) => ({
  type,
  options: options?.map(({ value, label }) => ({ value, label: { vi: label, en: label } })),
});
