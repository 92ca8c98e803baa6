/**
 * What is on the screen for these data: one plain schema without branches, references or hidden fields,
 * worked out by the same rules as validation, and a uiSchema that gives each value its control.
 */
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { fieldType, optionsOf } from '../fields-of.ts';
import type { Form } from '../form.ts';
import { labelOf, localText } from '../labels.ts';
import { childPointer, escapeToken } from '../pointer.ts';
import { itemSchema, keyword, partsOf } from '../schema-parts.ts';
import type { Field, Language, LocalText, Schema, SchemaObject, UiGroup, UiNode } from '../types.ts';
import { branchesOf, type Settled } from '../visible-data.ts';
import { areRowsAlike } from './rows-alike.ts';

/** What templates and controls know of a value; rides in the uiSchema's `ui:options`. */
export interface Control {
  type: Field['type'];
  label: string;
  description?: string;
  help?: string;
  placeholder?: string;
  unit?: string;
  addLabel?: string;
  options?: { value: unknown; label: string }[];
  ui: UiNode;
  required: boolean;
  readonly: boolean;
  maxLength?: number;
  format?: string;
  /** the fields of an object, in groups */
  groups?: PlannedGroup[];
  steps?: PlannedGroup[];
  /** columns of a table: those that some row has; all of them while there is no row */
  columns?: { name: string; label: string; required: boolean; type: Field['type'] }[];
  maxItems?: number;
  /** the named list that the value is chosen from */
  list?: { name: string; within?: string; isOpen: boolean };
  /** in a table's cell: the column header is its label */
  isCell?: boolean;
  /** of a table's row: the names of the table's columns; a row may lack some */
  cells?: string[];
}

export interface PlannedGroup {
  title?: string;
  description?: string;
  fields: string[];
  columns: number;
  sections?: PlannedGroup[];
}

export interface FormPlan {
  schema: RJSFSchema;
  uiSchema: UiSchema;
  control: Control;
}

/** Plans a form for its settled data. The same plan comes back while nothing appears or disappears. */
export function planForm(form: Form, settled: Settled, language: Language): FormPlan {
  const node = planNode(
    { form, settled, language },
    {
      schemas: [form.schema],
      ui: form.ui,
      data: settled.data,
      pointer: '',
      name: '',
      required: true,
      depth: 0,
    },
  );
  return { schema: node.schema, uiSchema: node.uiSchema, control: node.control };
}

interface Planning {
  form: Form;
  settled: Settled;
  language: Language;
}

interface Place {
  schemas: Schema[];
  ui: UiNode;
  data: unknown;
  pointer: string;
  name: string;
  required: boolean;
  depth: number;
  isCell?: boolean;
  /** not one row, but what any row may hold: every branch is planned */
  isAnyRow?: boolean;
}

interface PlannedNode extends FormPlan {
  isPlanned: true;
}

/** A form that contains itself is drawn this deep. */
const DEEPEST = 10;

function planNode(planning: Planning, place: Place): PlannedNode {
  const { form, language } = planning;
  const type = fieldType(form.schema, place.schemas, place.ui);
  // a group that nobody touched is an empty one
  const data = place.data === undefined && type === 'group' ? {} : place.data;
  const parts =
    place.isAnyRow || data === undefined
      ? partsOf(form.schema, place.schemas).map(({ schema }) => schema)
      : branchesOf(form, place.schemas, data).active;
  const text = (value: LocalText | undefined) => localText(value, language);
  const control: Control = {
    type,
    label: labelOf(form.schema, place.schemas, place.ui, place.name)[language],
    description:
      text(place.ui['ui:description']) ?? (keyword(form.schema, place.schemas, 'description') as string),
    help: text(place.ui['ui:help']),
    placeholder: text(place.ui['ui:placeholder']),
    unit: text(place.ui['ui:unit']),
    addLabel: text(place.ui['ui:addLabel']),
    ui: place.ui,
    required: place.required,
    readonly:
      place.ui['ui:readonly'] === true ||
      place.ui['ui:value'] !== undefined ||
      firstOf(parts, 'readOnly') === true,
    maxLength: firstOf(parts, 'maxLength') as number | undefined,
    format: firstOf(parts, 'format') as string | undefined,
    maxItems: firstOf(parts, 'maxItems') as number | undefined,
    ...(place.isCell ? { isCell: true } : {}),
    ...(place.ui['ui:list'] ? { list: listOf(place.ui, place.ui['ui:list']) } : {}),
  };
  if (place.depth < DEEPEST && type === 'group') return planGroup(planning, { place, parts, control });
  if (place.depth < DEEPEST && (type === 'table' || type === 'list'))
    return planRows(planning, { place, control });
  const items = itemSchema(form.schema, place.schemas);
  const choices = optionsOf(
    form.schema,
    items ? [items] : place.schemas,
    items ? (place.ui.items ?? place.ui) : place.ui,
  );
  control.options = choices?.map(({ value, label }) => ({ value, label: label[language] }));
  return planned(
    { title: control.label, type: LEAF_TYPE[type] ?? 'string' },
    { 'ui:field': 'Leaf' },
    control,
  );
}

const listOf = (ui: UiNode, name: string): NonNullable<Control['list']> => ({
  name,
  within: ui['ui:within'],
  isOpen: ui['ui:open'] === true,
});

const LEAF_TYPE: Partial<Record<Field['type'], 'number' | 'boolean'>> = {
  number: 'number',
  integer: 'number',
  money: 'number',
  boolean: 'boolean',
};

const planned = (schema: RJSFSchema, uiSchema: UiSchema, control: Control): PlannedNode => ({
  isPlanned: true,
  schema,
  uiSchema: { ...uiSchema, 'ui:options': { control } },
  control,
});

const firstOf = (parts: readonly SchemaObject[], name: keyof SchemaObject): unknown =>
  parts.find((part) => part[name] !== undefined)?.[name];

interface Group {
  place: Place;
  parts: SchemaObject[];
  control: Control;
}

function planGroup(planning: Planning, { place, parts, control }: Group): PlannedNode {
  const described = new Map<string, Schema[]>();
  for (const part of parts) {
    for (const [name, schema] of Object.entries(part.properties ?? {})) {
      described.set(name, [...(described.get(name) ?? []), schema]);
    }
  }
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  const properties: Record<string, RJSFSchema> = {};
  const uiSchema: UiSchema = {};
  for (const name of orderedNames([...described.keys()], place.ui['ui:order'])) {
    const pointer = childPointer(place.pointer, name);
    if (planning.settled.hidden.has(pointer)) continue;
    const ui = (place.ui[name] ?? {}) as UiNode;
    if (ui['ui:widget'] === 'hidden') continue;
    const child = planNode(planning, {
      schemas: described.get(name) as Schema[],
      ui,
      data: ownValue(place.data, name),
      pointer,
      name,
      required: required.has(name) || planning.settled.required.has(pointer),
      depth: place.depth + 1,
      isCell: place.isCell,
      isAnyRow: place.isAnyRow,
    });
    properties[name] = child.schema;
    uiSchema[name] = child.uiSchema;
  }
  const names = Object.keys(properties);
  control.steps = place.ui['ui:steps'] && planGroups(planning, place.ui['ui:steps'], names);
  control.groups = planGroups(planning, place.ui['ui:sections'] ?? [], names);
  const grouped = new Set((control.steps ?? control.groups).flatMap(groupedFields));
  const rest = names.filter((name) => !grouped.has(name));
  const columns = place.ui['ui:columns'] ?? (place.depth === 0 || names.length > 3 ? 2 : names.length);
  if (rest.length > 0 || control.groups.length === 0)
    control.groups.unshift({ fields: rest, columns: Math.max(1, columns) });
  return planned({ type: 'object', title: control.label, properties }, uiSchema, control);
}

const ownValue = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, name)
    ? (data as Record<string, unknown>)[name]
    : undefined;

const groupedFields = (group: PlannedGroup): string[] => [
  ...group.fields,
  ...(group.sections ?? []).flatMap(groupedFields),
];

function orderedNames(names: string[], order: string[] | undefined): string[] {
  if (!order) return names;
  const listed = order.filter((name) => names.includes(name));
  const rest = names.filter((name) => !listed.includes(name));
  const star = order.indexOf('*');
  const before = star < 0 ? listed : order.slice(0, star).filter((name) => names.includes(name));
  return [...before, ...rest, ...listed.filter((name) => !before.includes(name))];
}

/** The groups with what is visible in them; an empty group is not shown. */
function planGroups(
  planning: Planning,
  groups: readonly UiGroup[],
  names: readonly string[],
): PlannedGroup[] {
  return groups
    .map((group) => ({
      title: localText(group.title, planning.language),
      description: localText(group.description, planning.language),
      fields: group.fields.filter((name) => names.includes(name)),
      columns: group.columns ?? 2,
      sections: planGroups(planning, group.sections ?? [], names),
    }))
    .filter((group) => group.fields.length + group.sections.length > 0);
}

/** Rows that have conditions or branches in them are planned one by one, others all alike. */
function planRows(planning: Planning, { place, control }: { place: Place; control: Control }): PlannedNode {
  const items = itemSchema(planning.form.schema, place.schemas) ?? {};
  const isTable = control.type === 'table' && place.ui['ui:widget'] !== 'cards';
  const planRow = (own: Pick<Place, 'pointer' | 'data' | 'isAnyRow'>): PlannedNode =>
    planNode(planning, {
      schemas: [items],
      ui: place.ui.items ?? {},
      name: control.label,
      required: false,
      depth: place.depth + 1,
      isCell: isTable || control.type === 'list',
      ...own,
    });
  const anyRow = planRow({ pointer: `${place.pointer}/-`, data: undefined, isAnyRow: true });
  const rows =
    Array.isArray(place.data) && !place.isAnyRow && !areRowsAlike(planning.form, items, place.ui.items)
      ? place.data.map((data, index) => planRow({ pointer: `${place.pointer}/${index}`, data }))
      : undefined;
  if (isTable) {
    control.columns = columnsOf(anyRow, rows ?? []);
    const cells = control.columns.map(({ name }) => name);
    for (const row of [anyRow, ...(rows ?? [])]) row.control.cells = cells;
  }
  return planned(
    { type: 'array', title: control.label, items: rows ? rows.map(({ schema }) => schema) : anyRow.schema },
    {
      'ui:field': 'Rows',
      items: anyRow.uiSchema,
      ...(rows ? { rows: rows.map(({ uiSchema }) => uiSchema) } : {}),
    },
    control,
  );
}

function columnsOf(anyRow: PlannedNode, rows: readonly PlannedNode[]): NonNullable<Control['columns']> {
  return Object.keys(anyRow.schema.properties ?? {})
    .map((name) => ({ name, holders: rows.filter(({ uiSchema }) => Object.hasOwn(uiSchema, name)) }))
    .filter(({ holders }) => rows.length === 0 || holders.length > 0)
    .map(({ name, holders }) => {
      const controls = (holders.length > 0 ? holders : [anyRow]).map(({ uiSchema }) =>
        controlOf(uiSchema[name]),
      );
      const [{ label, type }] = controls as [Control];
      return { name, label, required: controls.some(({ required }) => required), type };
    });
}

/** A row's own plan, out of the plan of its rows. */
export function rowPlan(rows: Pick<FormPlan, 'schema' | 'uiSchema'>, index: number) {
  const { items } = rows.schema;
  const own = (rows.uiSchema as { rows?: UiSchema[] }).rows?.[index];
  return {
    schema: (Array.isArray(items) ? items[index] : items) as RJSFSchema,
    uiSchema: own ?? (rows.uiSchema.items as UiSchema),
  };
}

/** The control that a planned uiSchema node carries. */
export const controlOf = (uiSchema: UiSchema | undefined): Control =>
  ((uiSchema as UiSchema)['ui:options'] as unknown as { control: Control }).control;

/** Where a pointer's control has its id: `/nguoi/0/ten` -> `prefix_nguoi_0_ten`. */
export const controlId = (prefix: string, pointer: string): string =>
  pointer === '' ? prefix : `${prefix}${pointer.replaceAll('/', '_')}`;

/** The pointer of a path that rjsf gives a field. */
export const pathPointer = (path: readonly (string | number)[]): string =>
  path.map((token) => `/${escapeToken(token)}`).join('');
