/** Reads the ui document beside its schema: refuses unknown entries, wrong values and fields that the schema lacks. */
import { ADDRESS_FIELDS } from './address.ts';
import { PROTOTYPE_KEY } from './dialect.ts';
import { isExpression } from './feel.ts';
import { childPointer } from './pointer.ts';
import { PREFILL_SOURCES } from './prefill-sources.ts';
import { formProblem } from './problems.ts';
import { itemSchema, propertySchemas } from './schema-parts.ts';
import type { FormProblem, JsonObject, Schema, UiGroup, UiNode, WidgetName } from './types.ts';

/** @returns every reason to refuse the ui document */
export function readUi(source: unknown, schema: Schema): { ui: UiNode; problems: FormProblem[] } {
  if (source === undefined || source === null) return { ui: {}, problems: [] };
  if (!isObject(source)) return { ui: {}, problems: [formProblem('/ui', 'ui-not-an-object')] };
  const problems: FormProblem[] = [];
  readUiNode({ root: schema, problems }, source, { schemas: [schema], pointer: '/ui', depth: 0 });
  return { ui: source as UiNode, problems };
}

interface Context {
  root: Schema;
  problems: FormProblem[];
}

interface Place {
  schemas: Schema[];
  pointer: string;
  depth: number;
}

function readUiNode(context: Context, node: JsonObject, { schemas, pointer, depth }: Place): void {
  const properties = propertySchemas(context.root, schemas);
  if (node['ui:widget'] === 'address' && !ADDRESS_FIELDS.every((name) => properties.has(name)))
    context.problems.push(formProblem(pointer, 'ui-address', { fields: ADDRESS_FIELDS.join(', ') }));
  for (const [name, child] of Object.entries(node)) {
    const within = isObject(child) && !name.startsWith('ui:') ? child['ui:within'] : undefined;
    if (typeof within === 'string' && !properties.has(within))
      context.problems.push(
        formProblem(childPointer(childPointer(pointer, name), 'ui:within'), 'ui-unknown-field', {
          field: within,
        }),
      );
  }
  const items = itemSchema(context.root, schemas);
  for (const [key, value] of Object.entries(node)) {
    const at = childPointer(pointer, key);
    if (key.startsWith('ui:')) {
      readEntry(context, { key, value, at, depth, properties });
    } else if (key === 'items' && items && !properties.has('items')) {
      descend(context, value, { schemas: [items], pointer: at, depth: depth + 1 });
    } else if (key !== PROTOTYPE_KEY && properties.has(key)) {
      descend(context, value, { schemas: properties.get(key) as Schema[], pointer: at, depth: depth + 1 });
    } else {
      context.problems.push(formProblem(at, 'ui-unknown-field', { field: key }));
    }
  }
}

function descend(context: Context, value: unknown, place: Place): void {
  if (isObject(value)) readUiNode(context, value, place);
  else context.problems.push(formProblem(place.pointer, 'ui-not-an-object'));
}

interface Entry {
  key: string;
  value: unknown;
  at: string;
  depth: number;
  properties: ReadonlyMap<string, Schema[]>;
}

function readEntry(context: Context, { key, value, at, depth, properties }: Entry): void {
  const rule = Object.hasOwn(ENTRIES, key) ? ENTRIES[key] : undefined;
  if (!rule) {
    context.problems.push(formProblem(at, 'ui-key-not-supported', { key }));
    return;
  }
  if (rule === EXPRESSION) {
    if (!isExpression(value)) {
      context.problems.push(formProblem(at, 'expression', { expression: String(value) }));
    }
    return;
  }
  if (!rule.accepts(value)) {
    context.problems.push(
      formProblem(at, 'ui-value', { key, expectedVi: rule.expected.vi, expectedEn: rule.expected.en }),
    );
    return;
  }
  if (key === 'ui:steps' && depth > 0) context.problems.push(formProblem(at, 'ui-steps-not-at-root'));
  for (const { field, pointer } of namedFields(key, value, at)) {
    if (!properties.has(field)) context.problems.push(formProblem(pointer, 'ui-unknown-field', { field }));
  }
}

function namedFields(key: string, value: unknown, at: string): { field: string; pointer: string }[] {
  if (key === 'ui:order') {
    return (value as string[])
      .map((field, index) => ({ field, pointer: childPointer(at, index) }))
      .filter(({ field }) => field !== '*');
  }
  if (key === 'ui:steps' || key === 'ui:sections') {
    return (value as UiGroup[]).flatMap((group, index) => groupFields(group, childPointer(at, index)));
  }
  return [];
}

function groupFields(group: UiGroup, at: string): { field: string; pointer: string }[] {
  return [
    ...group.fields.map((field, index) => ({ field, pointer: `${at}/fields/${index}` })),
    ...(group.sections ?? []).flatMap((section, index) => groupFields(section, `${at}/sections/${index}`)),
  ];
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLocalText = (value: unknown): boolean =>
  typeof value === 'string' ||
  (isObject(value) && typeof value.vi === 'string' && typeof value.en === 'string');

const isTextList = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isColumns = (value: unknown): boolean => value === 1 || value === 2 || value === 3;

const isGroup = (value: unknown): boolean =>
  isObject(value) &&
  isLocalText(value.title) &&
  isTextList(value.fields) &&
  (value.description === undefined || isLocalText(value.description)) &&
  (value.columns === undefined || isColumns(value.columns)) &&
  (value.sections === undefined || isGroups(value.sections)) &&
  Object.keys(value).every((key) => ['title', 'fields', 'description', 'columns', 'sections'].includes(key));

const isGroups = (value: unknown): boolean => Array.isArray(value) && value.every(isGroup);

interface Rule {
  accepts(value: unknown): boolean;
  expected: { vi: string; en: string };
}

const TEXT: Rule = {
  accepts: isLocalText,
  expected: { vi: 'một chuỗi hoặc { "vi", "en" }', en: 'a text or { "vi", "en" }' },
};
const FLAG: Rule = {
  accepts: (value) => typeof value === 'boolean',
  expected: { vi: 'true hoặc false', en: 'true or false' },
};
const NAMES: Rule = {
  accepts: isTextList,
  expected: { vi: 'danh sách tên trường', en: 'a list of field names' },
};
const GROUPS: Rule = {
  accepts: isGroups,
  expected: {
    vi: 'danh sách { "title", "fields", "columns"?, "sections"? }',
    en: 'a list of { "title", "fields", "columns"?, "sections"? }',
  },
};
const EXPRESSION: Rule = {
  accepts: isExpression,
  expected: { vi: 'một biểu thức FEEL', en: 'a FEEL expression' },
};

const WIDGETS: readonly WidgetName[] = [
  'text',
  'textarea',
  'select',
  'radio',
  'checkbox',
  'checkboxes',
  'date',
  'money',
  'number',
  'citizen-id',
  'phone',
  'table',
  'cards',
  'files',
  'note',
  'signature',
  'address',
  'hidden',
];

const ENTRIES: Readonly<Record<string, Rule>> = {
  'ui:title': TEXT,
  'ui:description': TEXT,
  'ui:help': TEXT,
  'ui:placeholder': TEXT,
  'ui:message': TEXT,
  'ui:unit': TEXT,
  'ui:citation': {
    accepts: (value) => typeof value === 'string' && value.length <= 500,
    expected: { vi: 'văn bản tối đa 500 ký tự', en: 'text of at most 500 characters' },
  },
  'ui:addLabel': TEXT,
  'ui:widget': {
    accepts: (value) => WIDGETS.includes(value as WidgetName),
    expected: { vi: `một trong: ${WIDGETS.join(', ')}`, en: `one of: ${WIDGETS.join(', ')}` },
  },
  'ui:enumNames': {
    accepts: (value) =>
      Array.isArray(value)
        ? value.every(isLocalText)
        : isObject(value) && Object.values(value).every(isLocalText),
    expected: { vi: 'danh sách tên hoặc { giá trị: tên }', en: 'a list of names or { value: name }' },
  },
  'ui:order': NAMES,
  'ui:sum': NAMES,
  'ui:columns': { accepts: isColumns, expected: { vi: '1, 2 hoặc 3', en: '1, 2 or 3' } },
  'ui:span': {
    accepts: (value) => value === 'full' || value === 'half',
    expected: { vi: '"full" hoặc "half"', en: '"full" or "half"' },
  },
  'ui:rows': {
    accepts: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 30,
    expected: { vi: 'số dòng từ 1 đến 30', en: 'a number of rows from 1 to 30' },
  },
  'ui:list': {
    accepts: (value) => typeof value === 'string' && /^[a-z][a-z0-9-]{0,60}$/.test(value),
    expected: { vi: 'tên một danh mục, ví dụ "tinh-thanh"', en: 'the name of a list, such as "tinh-thanh"' },
  },
  'ui:within': {
    accepts: (value) => typeof value === 'string',
    expected: { vi: 'tên một trường cùng nhóm', en: 'the name of a field of the same group' },
  },
  'ui:open': FLAG,
  'ui:from': {
    accepts: (value) =>
      [value].flat().length > 0 &&
      [value].flat().every((source) => PREFILL_SOURCES.includes(source as never)),
    expected: {
      vi: `một hoặc nhiều trong: ${PREFILL_SOURCES.join(', ')}`,
      en: `one or several of: ${PREFILL_SOURCES.join(', ')}`,
    },
  },
  'ui:readonly': FLAG,
  'ui:visibleIf': EXPRESSION,
  'ui:requiredIf': EXPRESSION,
  'ui:value': EXPRESSION,
  'ui:sections': GROUPS,
  'ui:steps': GROUPS,
};

/** Every entry that a ui document may have. */
export const uiEntryNames = (): string[] => Object.keys(ENTRIES);
export const widgetNames = (): WidgetName[] => [...WIDGETS];
