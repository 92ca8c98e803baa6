/**
 * Reading and changing one place of a form's two documents. A field is named by its pointer as in
 * {@link Field} (`/thuaDat/soThua`, `/tang/-/ten`); every change answers new documents.
 */
import { childPointer, pointerTokens } from '../../../forms/pointer.ts';
import type { FormDocuments } from '../form-api.ts';

export type JsonObject = Record<string, unknown>;

export const schemaAt = ({ schema }: FormDocuments, pointer: string): JsonObject =>
  (readIn(schema, schemaPath(pointer)) ?? {}) as JsonObject;

export const uiAt = ({ ui }: FormDocuments, pointer: string): JsonObject =>
  (readIn(ui, uiPath(pointer)) ?? {}) as JsonObject;

/** Property name -> schema of the fields right under a place. */
export const propertiesAt = (documents: FormDocuments, pointer: string): JsonObject =>
  (schemaAt(documents, pointer).properties ?? {}) as JsonObject;

/** The fields right under a container, in their order. `pointer` of a table: its columns. */
export function childrenOf(documents: FormDocuments, pointer: string): string[] {
  const container = containerPointer(documents, pointer);
  return Object.keys(propertiesAt(documents, container)).map((name) => childPointer(container, name));
}

/** A table's fields are those of its rows. */
export const containerPointer = (documents: FormDocuments, pointer: string): string =>
  schemaAt(documents, pointer).type === 'array' ? `${pointer}/-` : pointer;

export const parentPointer = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));
export const nameOf = (pointer: string): string => pointerTokens(pointer).at(-1) ?? '';

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

/** Gives the ui node of a place as a whole. */
export const replaceUi = (documents: FormDocuments, pointer: string, node: JsonObject): FormDocuments => ({
  schema: documents.schema,
  ui: writeIn(documents.ui, uiPath(pointer), node),
});

/** Puts the fields under a place in another order. */
export function reorder(documents: FormDocuments, parent: string, names: readonly string[]): FormDocuments {
  const properties = propertiesAt(documents, parent);
  return updateField(documents, parent, {
    schema: { properties: Object.fromEntries(names.map((name) => [name, properties[name]])) },
  });
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
