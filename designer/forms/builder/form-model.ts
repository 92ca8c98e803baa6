/** What the canvas does to fields: add, remove, rename, move, require. Every function answers new documents. */
import { type LocalText, localText } from '../../../forms/index.ts';
import { childPointer } from '../../../forms/pointer.ts';
import type { FormDocuments } from '../form-api.ts';
import { feelPath, freeName, isNamedAfter, renamedInFeel } from './field-names.ts';
import { inVietnamese } from './field-texts.ts';
import { eachGroup, type GroupPath, moveField } from './form-groups.ts';
import {
  containerPointer,
  type JsonObject,
  nameOf,
  parentPointer,
  propertiesAt,
  reorder,
  replaceUi,
  schemaAt,
  uiAt,
  updateField,
} from './form-nodes.ts';

export const isRequired = (documents: FormDocuments, pointer: string): boolean =>
  requiredAt(documents, parentPointer(pointer)).includes(nameOf(pointer));

export function setRequired(documents: FormDocuments, pointer: string, required: boolean): FormDocuments {
  const parent = parentPointer(pointer);
  const others = requiredAt(documents, parent).filter((name) => name !== nameOf(pointer));
  const names = required ? [...others, nameOf(pointer)] : others;
  return updateField(documents, parent, { schema: { required: names.length > 0 ? names : undefined } });
}

/** What people read above the field, in Vietnamese. */
export function labelAt(documents: FormDocuments, pointer: string): string {
  const { title = nameOf(pointer) } = schemaAt(documents, pointer);
  return localText(uiAt(documents, pointer)['ui:title'] as LocalText | undefined, 'vi') ?? String(title);
}

/**
 * Gives a field another label. The name of a field that no saved version has follows its label, until the
 * designer names it otherwise.
 * @returns the documents and the field's pointer, which may be another one
 */
export function setLabel(
  documents: FormDocuments,
  pointer: string,
  { label, isNew }: { label: string; isNew: boolean },
): { documents: FormDocuments; pointer: string } {
  const title = uiAt(documents, pointer)['ui:title'] as LocalText | undefined;
  const isFollowing = isNew && isNamedAfter(nameOf(pointer), labelAt(documents, pointer));
  const labelled = updateField(documents, pointer, {
    schema: { title: label },
    ...(title === undefined ? {} : { ui: { 'ui:title': inVietnamese(title, label) } }),
  });
  if (!isFollowing) return { documents: labelled, pointer };
  const parent = parentPointer(pointer);
  const others = Object.keys(propertiesAt(documents, parent)).filter((other) => other !== nameOf(pointer));
  const name = freeName(label, others);
  return { documents: renameField(labelled, pointer, name), pointer: childPointer(parent, name) };
}

export interface NewField {
  /** container it goes into; the root is `` */
  parent: string;
  title: string;
  schema: JsonObject;
  ui: JsonObject;
  /** root only; outside of all groups when absent */
  group?: GroupPath;
  index?: number;
}

/** @returns the documents and the new field's pointer */
export function addField(
  documents: FormDocuments,
  field: NewField,
): { documents: FormDocuments; pointer: string } {
  const parent = containerPointer(documents, field.parent);
  const properties = propertiesAt(documents, parent);
  const name = freeName(field.title, Object.keys(properties));
  const pointer = childPointer(parent, name);
  let next = updateField(documents, parent, {
    schema: {
      properties: insertAt(properties, [name, { ...field.schema, title: field.title }], field.index),
    },
  });
  if (Object.keys(field.ui).length > 0) next = updateField(next, pointer, { ui: field.ui });
  if (parent === '' && field.group && field.group.length > 0) {
    next = moveField(next, name, { group: field.group, index: field.index ?? Number.MAX_SAFE_INTEGER });
  }
  return { documents: next, pointer };
}

export function removeField(documents: FormDocuments, pointer: string): FormDocuments {
  const parent = parentPointer(pointer);
  const name = nameOf(pointer);
  const { [name]: _gone, ...properties } = propertiesAt(documents, parent);
  const required = requiredAt(documents, parent).filter((other) => other !== name);
  const next = updateField(documents, parent, {
    schema: { properties, required: required.length > 0 ? required : undefined },
    ui: { [name]: undefined },
  });
  return eachGroup(next, parent, (group) => ({
    ...group,
    fields: group.fields.filter((field) => field !== name),
  }));
}

/** Gives a field another name wherever the two documents speak of it: groups, sums and conditions too. */
export function renameField(documents: FormDocuments, pointer: string, name: string): FormDocuments {
  const old = nameOf(pointer);
  if (old === name) return documents;
  const parent = parentPointer(pointer);
  const rename = (object: JsonObject) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key === old ? name : key, value]));
  const { required } = schemaAt(documents, parent) as { required?: string[] };
  const renamed = replaceUi(
    updateField(documents, parent, {
      schema: {
        properties: rename(propertiesAt(documents, parent)),
        required: required?.map((other) => (other === old ? name : other)),
      },
    }),
    parent,
    rename(uiAt(documents, parent)),
  );
  const grouped = eachGroup(renamed, parent, (group) => ({
    ...group,
    fields: group.fields.map((field) => (field === old ? name : field)),
  }));
  return renameInRules(grouped, { parent, old, name });
}

/** Moves a field among its neighbours. */
export function shiftField(documents: FormDocuments, pointer: string, by: -1 | 1): FormDocuments {
  const parent = parentPointer(pointer);
  const names = Object.keys(propertiesAt(documents, parent));
  const from = names.indexOf(nameOf(pointer));
  const to = from + by;
  if (to < 0 || to >= names.length) return documents;
  names.splice(to, 0, ...names.splice(from, 1));
  return reorder(documents, parent, names);
}

const requiredAt = (documents: FormDocuments, pointer: string): string[] =>
  (schemaAt(documents, pointer).required ?? []) as string[];

const RULES = ['ui:visibleIf', 'ui:requiredIf', 'ui:value'];

/** FEEL sees the form's data, in a row of a table the row's own columns first. */
function renameInRules(
  documents: FormDocuments,
  { parent, old, name }: { parent: string; old: string; name: string },
): FormDocuments {
  const row = parent.endsWith('/-') ? parent : undefined;
  const from = feelPath(childPointer(parent, old));
  const to = feelPath(childPointer(parent, name));
  const inNode = (node: JsonObject, isInRow: boolean): JsonObject =>
    Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        if (RULES.includes(key) && typeof value === 'string') {
          const outer = renamedInFeel(value, from, to);
          return [key, isInRow ? renamedInFeel(outer, old, name) : outer];
        }
        const isNode = !key.startsWith('ui:') && typeof value === 'object' && value !== null;
        return [key, isNode ? inNode(value as JsonObject, isInRow) : value];
      }),
    );
  const everywhere = replaceUi(documents, '', inNode(documents.ui, false));
  if (row === undefined) return everywhere;
  const inRow = replaceUi(everywhere, row, inNode(uiAt(everywhere, row), true));
  const table = parentPointer(row);
  const sums = uiAt(inRow, table)['ui:sum'] as string[] | undefined;
  return sums
    ? updateField(inRow, table, {
        ui: { 'ui:sum': sums.map((column) => (column === old ? name : column)) },
      })
    : inRow;
}

function insertAt(object: JsonObject, entry: [string, unknown], index = Number.MAX_SAFE_INTEGER): JsonObject {
  return Object.fromEntries(Object.entries(object).toSpliced(index, 0, entry));
}
