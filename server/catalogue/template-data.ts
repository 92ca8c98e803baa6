/** What a template of a kind can say of the e-forms, and what it names that nobody supplies. */
import { type Field, type FieldType, fieldsOf } from '../../forms/index.ts';
import {
  type CatalogueEntry,
  compileTemplate,
  suppliedBy,
  type TemplateProblem,
  unknownVariables,
} from '../../templates/index.ts';
import { processState, type TemplateData } from '../contract/catalogue.ts';
import { allVersions, findProcedure, processVersions, publishedOf, versionsOf } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import type { FormVersionRecord, ProcedureRecord, ProcessVersionRecord } from './records.ts';

/**
 * The fields of the e-forms that fill a paper: those of one procedure when it is named, else those of the procedures
 * with a step that issues the kind, else those of every published form (papers that operations issue belong to all).
 * @throws Problem 404 procedure.not-found
 */
export async function templateData(
  catalogue: Catalogue,
  { key, procedure }: { key: string; procedure?: string | undefined },
): Promise<TemplateData> {
  const issuers = await issuersOf(catalogue, key);
  const chosen = procedure === undefined ? issuers : [await issuerOf(catalogue, procedure)];
  const keys = chosen.length > 0 ? chosen.flatMap(({ forms }) => forms) : undefined;
  return {
    issuedBy: issuers.map(({ code, name }) => ({ code, name })),
    fields: await formFields(catalogue, keys && new Set(keys)),
  };
}

/** A finding, with line and column, for every name in the source that neither records nor those forms supply. */
export async function unsuppliedNames(
  catalogue: Catalogue,
  { key, source }: { key: string; source: string },
): Promise<TemplateProblem[]> {
  const { template } = compileTemplate(source);
  if (!template) return [];
  const { fields } = await templateData(catalogue, { key });
  return unknownVariables(template, suppliedBy(fields));
}

interface Issuer {
  code: string;
  name: string;
  /** keys of the forms that its applicants and its steps fill in */
  forms: string[];
}

/** Procedures with a step that issues the kind, in any version of their process that is or may come into use. */
async function issuersOf(catalogue: Catalogue, kind: string): Promise<Issuer[]> {
  const codes = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await catalogue.processes.find({
      where: { state: { in: [...MAY_COME_INTO_USE] } },
      limit: 1000,
      ...(cursor && { cursor }),
    });
    for (const { doc } of page.items) {
      if (namedIn(doc.xml, 'documents').includes(kind)) codes.add(doc.procedure);
    }
    cursor = page.next;
  } while (cursor);
  return Promise.all([...codes].sort().map((code) => issuerOf(catalogue, code)));
}

const MAY_COME_INTO_USE = processState.exclude(['retired']).options;

async function issuerOf(catalogue: Catalogue, code: string): Promise<Issuer> {
  const [{ doc }, versions] = await Promise.all([
    findProcedure(catalogue, code),
    processVersions(catalogue, code),
  ]);
  const inUse = versions.filter(({ doc: { state } }) => state !== 'retired').map((version) => version.doc);
  return { code, name: doc.name, forms: formsOf(doc, inUse) };
}

const formsOf = ({ form }: ProcedureRecord, versions: ProcessVersionRecord[]): string[] => [
  form,
  ...versions.flatMap(({ xml }) => namedIn(xml, 'form')),
];

/** The words of every `motcua:` attribute of that name: which papers or forms the steps of a process name. */
const namedIn = (xml: string, attribute: string): string[] =>
  [...xml.matchAll(new RegExp(`motcua:${attribute}="([^"]*)"`, 'g'))].flatMap(([, words = '']) =>
    words.split(/\s+/).filter(Boolean),
  );

/** Fields of the published versions of those forms, or of the newest where none is published; all forms when undefined. */
export async function formFields(
  catalogue: Catalogue,
  keys?: ReadonlySet<string>,
): Promise<CatalogueEntry[]> {
  const entries = new Map<string, CatalogueEntry>();
  for (const version of keys ? await versionsInUse(catalogue, keys) : await publishedForms(catalogue)) {
    for (const entry of entriesOf(catalogue, version)) {
      if (!entries.has(entry.path)) entries.set(entry.path, entry);
    }
  }
  return [...entries.values()];
}

async function versionsInUse(catalogue: Catalogue, keys: ReadonlySet<string>): Promise<FormVersionRecord[]> {
  const found = await Promise.all(
    [...keys].map(
      async (key) =>
        (await publishedOf(catalogue.forms, key)) ?? (await versionsOf(catalogue.forms, key))[0] ?? null,
    ),
  );
  return found.flatMap((version) => (version ? [version.doc] : []));
}

async function publishedForms(catalogue: Catalogue): Promise<FormVersionRecord[]> {
  const versions = [...(await allVersions(catalogue.forms)).values()].flat();
  return versions.map(({ doc }) => doc).filter(({ state }) => state === 'published');
}

function entriesOf(catalogue: Catalogue, { schema, ui }: FormVersionRecord): CatalogueEntry[] {
  const { form } = catalogue.compiled.form({ schema, ui });
  return form ? fieldsOf(form).filter(isPrinted).map(entryOf) : [];
}

const isPrinted = ({ type }: Field): boolean => type !== 'note';

function entryOf({ path, label, type, options }: Field): CatalogueEntry {
  return {
    path: `form.${path}`,
    type: TYPES[type] ?? 'text',
    describe: label,
    ...(options && { options: options.map(({ value, label }) => ({ value: String(value), label })) }),
  };
}

const TYPES: Partial<Record<FieldType, CatalogueEntry['type']>> = {
  number: 'number',
  integer: 'number',
  money: 'number',
  boolean: 'truth',
  date: 'instant',
  'date-time': 'instant',
  multiselect: 'list',
  files: 'list',
  table: 'list',
  list: 'list',
  group: 'object',
  any: 'object',
};
