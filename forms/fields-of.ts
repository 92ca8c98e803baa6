/** A form's fields as a flat list: what templates may print, what designers and catalogues show. */
import type { Form } from './form.ts';
import { labelOf, localText } from './labels.ts';
import { childPointer } from './pointer.ts';
import { itemSchema, keyword, partsOf } from './schema-parts.ts';
import type { Field, FieldType, LocalText, Schema, UiNode, WidgetName } from './types.ts';

/**
 * Every field of the form in the order of the schema, groups and tables before what is in them,
 * fields of branches included.
 */
export const fieldsOf = (form: Form): Field[] => form.fields;

/** As {@link fieldsOf}, while the form is being compiled. */
export function listFields(schema: Schema, ui: UiNode): Field[] {
  const fields: Field[] = [];
  walk(
    { root: schema, fields },
    { schemas: [schema], ui, pointer: '', path: '', conditional: false, depth: 0 },
  );
  return fields;
}

interface Walk {
  root: Schema;
  fields: Field[];
}

interface Node {
  schemas: Schema[];
  ui: UiNode;
  pointer: string;
  path: string;
  conditional: boolean;
  depth: number;
}

/** A form that contains itself (a `$ref` to its root) is listed this deep. */
const DEEPEST = 6;
const MOST_FIELDS = 2000;

function walk({ root, fields }: Walk, node: Node): void {
  if (node.depth > DEEPEST) return;
  const items = itemSchema(root, node.schemas);
  if (items !== undefined) {
    const row = { ...node, schemas: [items], pointer: `${node.pointer}/-`, path: `${node.path}[]` };
    walk({ root, fields }, { ...row, ui: node.ui.items ?? {}, depth: node.depth + 1 });
  }
  for (const [name, property] of describedProperties(root, node.schemas)) {
    if (fields.length >= MOST_FIELDS) return;
    const ui = (node.ui[name] ?? {}) as UiNode;
    const child: Node = {
      schemas: property.schemas,
      ui,
      pointer: childPointer(node.pointer, name),
      path: node.path === '' ? name : `${node.path}.${name}`,
      conditional: node.conditional || property.conditional || ui['ui:visibleIf'] !== undefined,
      depth: node.depth + 1,
    };
    fields.push(fieldOf(root, child, { name, required: property.required }));
    walk({ root, fields }, child);
  }
}

interface DescribedProperty {
  schemas: Schema[];
  required: boolean;
  conditional: boolean;
}

function describedProperties(root: Schema, schemas: readonly Schema[]): Map<string, DescribedProperty> {
  const properties = new Map<string, DescribedProperty>();
  const parts = partsOf(root, schemas);
  for (const { schema, always } of parts) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const known = properties.get(name);
      if (known) known.schemas.push(property);
      else properties.set(name, { schemas: [property], required: false, conditional: !always });
    }
  }
  for (const { schema, always } of parts) {
    for (const name of always ? (schema.required ?? []) : []) {
      const property = properties.get(name);
      if (property) property.required = true;
    }
  }
  return properties;
}

function fieldOf(root: Schema, node: Node, { name, required }: { name: string; required: boolean }): Field {
  const options = optionsOf(root, node.schemas, node.ui);
  return {
    pointer: node.pointer,
    path: node.path,
    label: labelOf(root, node.schemas, node.ui, name),
    type: fieldType(root, node.schemas, node.ui),
    required,
    conditional: node.conditional,
    ...(options ? { options } : {}),
    ...(node.ui['ui:list'] ? { list: node.ui['ui:list'] } : {}),
    ...(node.ui['ui:citation'] ? { citation: node.ui['ui:citation'] } : {}),
  };
}

const BY_WIDGET: Partial<Record<WidgetName, FieldType>> = {
  textarea: 'textarea',
  date: 'date',
  money: 'money',
  'citizen-id': 'citizen-id',
  phone: 'phone',
  files: 'files',
  note: 'note',
  signature: 'signature',
  checkboxes: 'multiselect',
};

const BY_FORMAT: Readonly<Record<string, FieldType>> = {
  date: 'date',
  'past-date': 'date',
  'future-date': 'date',
  'adult-birth-date': 'date',
  time: 'time',
  'date-time': 'date-time',
  email: 'email',
  'phone-vn': 'phone',
  'citizen-id': 'citizen-id',
  'tax-code': 'tax-code',
  'organisation-code': 'organisation-code',
  multiline: 'textarea',
  'file-id': 'files',
};

const BY_TYPE: Readonly<Record<string, FieldType>> = {
  string: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
};

/** What kind of field the schemas and the ui node make. */
export function fieldType(root: Schema, schemas: readonly Schema[], ui: UiNode): FieldType {
  const widget = ui['ui:widget'];
  if (widget && BY_WIDGET[widget]) return BY_WIDGET[widget];
  const types = [keyword(root, schemas, 'type') ?? []].flat().filter((type) => type !== 'null');
  const type = types.length === 1 ? types[0] : undefined;
  if (type === 'array' || (type === undefined && keyword(root, schemas, 'items') !== undefined)) {
    return arrayType(root, schemas, ui);
  }
  // before what only a branch says of it: a format, a choice
  const isObject =
    type === 'object' || (type === undefined && keyword(root, schemas, 'properties') !== undefined);
  if (isObject) return 'group';
  if (ui['ui:list'] && (type === 'string' || type === undefined)) return 'select';
  if (type !== 'boolean' && optionsOf(root, schemas, ui)) return 'select';
  const format = keyword(root, schemas, 'format') as string | undefined;
  if (format && Object.hasOwn(BY_FORMAT, format)) return BY_FORMAT[format] as FieldType;
  if (type !== undefined && Object.hasOwn(BY_TYPE, type)) return BY_TYPE[type] as FieldType;
  return 'any';
}

function arrayType(root: Schema, schemas: readonly Schema[], ui: UiNode): FieldType {
  const items = itemSchema(root, schemas);
  if (items === undefined) return 'list';
  const rowType = fieldType(root, [items], ui.items ?? {});
  if (rowType === 'group') return 'table';
  if (rowType === 'select') return 'multiselect';
  return rowType === 'files' ? 'files' : 'list';
}

/** The choices of a select: `enum` (with `ui:enumNames`), or `oneOf`/`anyOf` of constants with titles. */
export function optionsOf(root: Schema, schemas: readonly Schema[], ui: UiNode): Field['options'] {
  const values = keyword(root, schemas, 'enum') as unknown[] | undefined;
  if (values) return values.map((value, index) => ({ value, label: enumName(ui, value, index) }));
  for (const { schema } of partsOf(root, schemas)) {
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices?.every((choice) => typeof choice === 'object' && Object.hasOwn(choice, 'const'))) {
      return choices.map((choice) => {
        const { const: value, title } = choice as { const: unknown; title?: string };
        const label = enumName(ui, value, -1);
        return {
          value,
          label: title !== undefined && label.vi === String(value) ? { vi: title, en: title } : label,
        };
      });
    }
  }
  return undefined;
}

function enumName(ui: UiNode, value: unknown, index: number): { vi: string; en: string } {
  const names = ui['ui:enumNames'];
  const key = String(value);
  const name: LocalText | undefined = Array.isArray(names)
    ? names[index]
    : names && Object.hasOwn(names, key)
      ? names[key]
      : undefined;
  return { vi: localText(name, 'vi') ?? key, en: localText(name, 'en') ?? key };
}
