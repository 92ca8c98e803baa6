/** Confirmed guesses as fields of the form. */
import { addGroup, type GroupPath, groupsOf, lastGroup, setGroup } from '../builder/form-groups.ts';
import { addField, setRequired } from '../builder/form-model.ts';
import { schemaAt, updateField } from '../builder/form-nodes.ts';
import { PALETTE } from '../builder/palette-items.ts';
import type { FormDocuments } from '../form-api.ts';
import type { GuessedField } from './guess-fields.ts';

/** A guess of kind `section` opens a new group for those that follow. */
export const addGuessed = (documents: FormDocuments, fields: readonly GuessedField[]): FormDocuments =>
  fields.reduce(
    (done, field) =>
      field.kind === 'section'
        ? withSection(done, field.title)
        : withField(done, field, { parent: '', group: lastGroup(done) }),
    documents,
  );

/** What stood on the canvas before stays outside of the first section. */
function withSection(documents: FormDocuments, title: string): FormDocuments {
  const isFirst = groupsOf(documents).length === 0;
  const opened = addGroup(documents, title);
  return isFirst ? setGroup(opened, [0], { title, fields: [] }) : opened;
}

function withField(
  documents: FormDocuments,
  { title, kind, required, options, help, columns }: GuessedField,
  place: { parent: string; group?: GroupPath },
): FormDocuments {
  const item = PALETTE.find((each) => each.kind === kind);
  const added = addField(documents, { ...place, title, schema: item?.schema ?? {}, ui: item?.ui ?? {} });
  const { pointer } = added;
  let next = added.documents;
  if (options && CHOICES.has(kind)) next = withOptions(next, pointer, options);
  if (help) next = updateField(next, pointer, { ui: { 'ui:help': help } });
  if (required) next = setRequired(next, pointer, true);
  const isTable = kind === 'table' || kind === 'cards';
  for (const column of isTable ? (columns ?? []) : []) next = withField(next, column, { parent: pointer });
  return next;
}

const CHOICES: ReadonlySet<string> = new Set(['select', 'radio', 'checkboxes']);

function withOptions(documents: FormDocuments, pointer: string, options: readonly string[]): FormDocuments {
  const values = [...new Set(options)];
  const isMany = schemaAt(documents, pointer).type === 'array';
  return updateField(documents, pointer, {
    schema: isMany ? { items: { type: 'string', enum: values } } : { enum: values },
  });
}
