/**
 * What the canvas does to a form's two documents. Every function answers new documents; a field is
 * named by its pointer as in {@link Field} (`/thuaDat/soThua`, `/tang/-/ten`).
 */
import type { UiGroup } from '../../../forms/index.ts';
import { childPointer, pointerTokens } from '../../../forms/pointer.ts';
import type { FormDocuments } from '../form-api.ts';

type JsonObject = Record<string, unknown>;

export const schemaAt = ({ schema }: FormDocuments, pointer: string): JsonObject =>
  (readIn(schema, schemaPath(pointer)) ?? {}) as JsonObject;

export const uiAt = ({ ui }: FormDocuments, pointer: string): JsonObject =>
  (readIn(ui, uiPath(pointer)) ?? {}) as JsonObject;

/** The fields right under a container, in their order. `pointer` of a table: its columns. */
export function childrenOf(documents: FormDocuments, pointer: string): string[] {
  const container = containerPointer(documents, pointer);
  return Object.keys((schemaAt(documents, container).properties ?? {}) as JsonObject).map((name) =>
    childPointer(container, name),
  );
}

/** A table's fields are those of its rows. */
export const containerPointer = (documents: FormDocuments, pointer: string): string =>
  schemaAt(documents, pointer).type === 'array' ? `${pointer}/-` : pointer;

export const parentPointer = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));
export const nameOf = (pointer: string): string => pointerTokens(pointer).at(-1) ?? '';

export const isRequired = (documents: FormDocuments, pointer: string): boolean =>
  ((schemaAt(documents, parentPointer(pointer)).required ?? []) as string[]).includes(nameOf(pointer));

/** Changes keywords and ui entries of a field; `undefined` takes one away. */
export function updateField(
  documents: FormDocuments,
  pointer: string,
  { schema = {}, ui = {} }: { schema?: JsonObject; ui?: JsonObject },
): FormDocuments {
  return {
    schema: writeIn(documents.schema, schemaPath(pointer), patched(schemaAt(documents, pointer), schema)),
    ui:
      Object.keys(ui).length === 0
        ? documents.ui
        : writeIn(documents.ui, uiPath(pointer), patched(uiAt(documents, pointer), ui)),
  };
}

export function setRequired(documents: FormDocuments, pointer: string, required: boolean): FormDocuments {
  const parent = parentPointer(pointer);
  const others = ((schemaAt(documents, parent).required ?? []) as string[]).filter(
    (name) => name !== nameOf(pointer),
  );
  const names = required ? [...others, nameOf(pointer)] : others;
  return updateField(documents, parent, { schema: { required: names.length > 0 ? names : undefined } });
}

export interface NewField {
  /** container it goes into; the root is `` */
  parent: string;
  title: string;
  schema: JsonObject;
  ui: JsonObject;
  /** root only: place among the groups, -1 for outside of them */
  group?: number;
  index?: number;
}

/** @returns the documents and the new field's pointer */
export function addField(
  documents: FormDocuments,
  field: NewField,
): { documents: FormDocuments; pointer: string } {
  const parent = containerPointer(documents, field.parent);
  const properties = (schemaAt(documents, parent).properties ?? {}) as JsonObject;
  const name = freeName(field.title, Object.keys(properties));
  const pointer = childPointer(parent, name);
  let next = updateField(documents, parent, {
    schema: {
      properties: insertAt(properties, [name, { ...field.schema, title: field.title }], field.index),
    },
  });
  if (Object.keys(field.ui).length > 0) next = updateField(next, pointer, { ui: field.ui });
  if (parent === '' && field.group !== undefined && field.group >= 0) {
    next = moveField(next, name, { group: field.group, index: field.index ?? Number.MAX_SAFE_INTEGER });
  }
  return { documents: next, pointer };
}

export function removeField(documents: FormDocuments, pointer: string): FormDocuments {
  const parent = parentPointer(pointer);
  const name = nameOf(pointer);
  const { properties = {}, required } = schemaAt(documents, parent) as {
    properties?: JsonObject;
    required?: string[];
  };
  const names = required?.filter((other) => other !== name);
  const next = updateField(documents, parent, {
    schema: {
      properties: without(properties, name),
      required: names && names.length > 0 ? names : undefined,
    },
    ui: { [name]: undefined },
  });
  return withGroups(next, parent, (group) => ({
    ...group,
    fields: group.fields.filter((field) => field !== name),
  }));
}

/** Gives a field another name, in both documents and in the groups; conditions that speak of it are the designer's. */
export function renameField(documents: FormDocuments, pointer: string, name: string): FormDocuments {
  const parent = parentPointer(pointer);
  const old = nameOf(pointer);
  const rename = (object: JsonObject) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key === old ? name : key, value]));
  const { properties = {}, required } = schemaAt(documents, parent) as {
    properties?: JsonObject;
    required?: string[];
  };
  const next = {
    schema: writeIn(
      documents.schema,
      schemaPath(parent),
      patched(schemaAt(documents, parent), {
        properties: rename(properties),
        required: required?.map((other) => (other === old ? name : other)),
      }),
    ),
    ui: writeIn(documents.ui, uiPath(parent), rename(uiAt(documents, parent))),
  };
  return withGroups(next, parent, (group) => ({
    ...group,
    fields: group.fields.map((field) => (field === old ? name : field)),
  }));
}

/** Moves a field among its neighbours. */
export function shiftField(documents: FormDocuments, pointer: string, by: -1 | 1): FormDocuments {
  const parent = parentPointer(pointer);
  const names = Object.keys((schemaAt(documents, parent).properties ?? {}) as JsonObject);
  const from = names.indexOf(nameOf(pointer));
  const to = from + by;
  if (to < 0 || to >= names.length) return documents;
  names.splice(to, 0, ...names.splice(from, 1));
  return reorder(documents, parent, names);
}

/** Groups of the root: steps, or sections. */
export function groupsOf({ ui }: FormDocuments): UiGroup[] {
  return ((ui['ui:steps'] ?? ui['ui:sections']) as UiGroup[] | undefined) ?? [];
}

export const hasSteps = ({ ui }: FormDocuments): boolean => Array.isArray(ui['ui:steps']);

export function setGroups(
  documents: FormDocuments,
  groups: UiGroup[],
  steps = hasSteps(documents),
): FormDocuments {
  const value = groups.length > 0 ? groups : undefined;
  return updateField(documents, '', {
    ui: { 'ui:steps': steps ? value : undefined, 'ui:sections': steps ? undefined : value },
  });
}

/** Names of root fields that stand in no group. */
export function ungrouped(documents: FormDocuments): string[] {
  const grouped = new Set(groupsOf(documents).flatMap(groupFields));
  return childrenOf(documents, '')
    .map(nameOf)
    .filter((name) => !grouped.has(name));
}

const groupFields = (group: UiGroup): string[] => [
  ...group.fields,
  ...(group.sections ?? []).flatMap(groupFields),
];

/** Puts a root field at a place of a group, or (`group` -1) among those outside. */
export function moveField(
  documents: FormDocuments,
  name: string,
  { group, index }: { group: number; index: number },
): FormDocuments {
  const taken = withGroups(documents, '', (each) => ({
    ...each,
    fields: each.fields.filter((field) => field !== name),
  }));
  if (group >= 0) {
    const groups = groupsOf(taken).map((each, place) =>
      place === group
        ? { ...each, fields: [...each.fields.slice(0, index), name, ...each.fields.slice(index)] }
        : each,
    );
    return setGroups(taken, groups);
  }
  const outside = ungrouped(taken).filter((field) => field !== name);
  outside.splice(index, 0, name);
  const others = childrenOf(taken, '')
    .map(nameOf)
    .filter((field) => !outside.includes(field));
  return reorder(taken, '', [...outside, ...others]);
}

function withGroups(
  documents: FormDocuments,
  parent: string,
  change: (group: UiGroup) => UiGroup,
): FormDocuments {
  const ui = uiAt(documents, parent);
  const deep = (group: UiGroup): UiGroup => {
    const changed = change(group);
    return changed.sections ? { ...changed, sections: changed.sections.map(deep) } : changed;
  };
  const changes: JsonObject = {};
  for (const key of ['ui:steps', 'ui:sections']) {
    if (Array.isArray(ui[key])) changes[key] = (ui[key] as UiGroup[]).map(deep);
  }
  return Object.keys(changes).length > 0 ? updateField(documents, parent, { ui: changes }) : documents;
}

function reorder(documents: FormDocuments, parent: string, names: string[]): FormDocuments {
  const properties = (schemaAt(documents, parent).properties ?? {}) as JsonObject;
  return updateField(documents, parent, {
    schema: { properties: Object.fromEntries(names.map((name) => [name, properties[name]])) },
  });
}

/** `Họ và tên` -> `hoVaTen`, with a number when it is taken. */
export function freeName(title: string, taken: readonly string[]): string {
  const words = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['truong'];
  const camel = words
    .slice(0, 5)
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  const base = /^[a-z]/.test(camel) ? camel : `f${camel}`;
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base}${count}`;
    if (!taken.includes(name)) return name;
  }
}

const schemaPath = (pointer: string): string[] =>
  pointerTokens(pointer).flatMap((token) => (token === '-' ? ['items'] : ['properties', token]));
const uiPath = (pointer: string): string[] =>
  pointerTokens(pointer).map((token) => (token === '-' ? 'items' : token));

function readIn(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const token of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
    value = (value as JsonObject)[token];
  }
  return value;
}

function writeIn(root: JsonObject, path: readonly string[], value: JsonObject): JsonObject {
  const [token, ...rest] = path;
  if (token === undefined) return value;
  const child = (Object.hasOwn(root, token) ? root[token] : {}) as JsonObject;
  return { ...root, [token]: writeIn(child, rest, value) };
}

const patched = (object: JsonObject, changes: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries({ ...object, ...changes }).filter(([, value]) => value !== undefined));

const without = (object: JsonObject, name: string): JsonObject => {
  const { [name]: _gone, ...rest } = object;
  return rest;
};

function insertAt(object: JsonObject, entry: [string, unknown], index = Number.MAX_SAFE_INTEGER): JsonObject {
  const entries = Object.entries(object);
  entries.splice(index, 0, entry);
  return Object.fromEntries(entries);
}
