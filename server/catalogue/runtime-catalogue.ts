/** What the runtime asks of the catalogue: versions as they are run. */
import { prefillOffers, sampleData, validateForm, valueAt, visibleData } from '../../forms/index.ts';
import type {
  CompiledVersion,
  FormVersionReader,
  RuntimeCatalogue,
  TemplateVersionReader,
} from '../runtime/ports.ts';
import type { Stored } from '../store/store.ts';
import { today } from './active-versions.ts';
import { publishedOf } from './find-version.ts';
import { listProcedures } from './list-procedures.ts';
import type { Catalogue } from './open-catalogue.ts';
import { versionId } from './publish-version.ts';
import {
  type FormVersionRecord,
  type ProcedureRecord,
  type ProcessVersionRecord,
  processVersionId,
  type TemplateVersionRecord,
} from './records.ts';

/** Versions are never changed once published, so those that were read stay in memory. */
export function runtimeCatalogue(catalogue: Catalogue): RuntimeCatalogue {
  const processes = new Map<string, Promise<CompiledVersion | null>>();
  const forms = new Map<string, Promise<FormVersionReader | null>>();
  const templates = new Map<string, Promise<TemplateVersionReader | null>>();
  const processVersion = (procedure: string, version: number) =>
    remembered(processes, processVersionId(procedure, version), async (id) => {
      const found = await catalogue.processes.get(id);
      return found && isFixed(found.doc) ? compiledVersion(catalogue, found) : null;
    });
  return {
    procedure: async (code) => {
      const found = await catalogue.procedures.get(code);
      return found ? settingsOf(found) : null;
    },

    procedures: async () => (await listProcedures(catalogue)).map(settingsOf),

    publishedProcess: async (procedure) => {
      const version = await catalogue.active.of(procedure);
      return version === undefined ? null : processVersion(procedure, version);
    },
    processVersion,

    publishedForm: async (key) => {
      const found = await publishedOf(catalogue.forms, key);
      return found && remembered(forms, found.id, async () => formReader(catalogue, found));
    },
    formVersion: (key, version) =>
      remembered(forms, versionId(key, version), async (id) => {
        const found = await catalogue.forms.get(id);
        return found && formReader(catalogue, found);
      }),

    publishedTemplate: async (key) => {
      const found = await publishedOf(catalogue.templates, key);
      return found && templateReader(found);
    },
    templateVersion: (key, version) =>
      remembered(templates, versionId(key, version), async (id) => {
        const found = await catalogue.templates.get(id);
        return found && templateReader(found);
      }),
  };
}

/** Absence and failure are not remembered. */
async function remembered<T>(
  memory: Map<string, Promise<T | null>>,
  id: string,
  read: (id: string) => Promise<T | null>,
): Promise<T | null> {
  const known = memory.get(id) ?? read(id);
  memory.set(id, known);
  let value: T | null = null;
  try {
    value = await known;
  } finally {
    if (value === null) memory.delete(id);
  }
  return value;
}

const settingsOf = ({ version, doc }: Stored<ProcedureRecord>) => ({ ...doc, version });

const isFixed = ({ state }: ProcessVersionRecord): boolean => state === 'published' || state === 'retired';

async function compiledVersion(
  catalogue: Catalogue,
  { id, doc: { procedure, version, xml } }: Stored<ProcessVersionRecord>,
): Promise<CompiledVersion> {
  const { process, processes } = await catalogue.compiled.process(xml);
  if (!process) throw new Error(`process ${id} no longer compiles`);
  return { procedure, version, process, processes, xml };
}

/** Compiled here, once a version: intake and every completion ask it. */
function formReader(
  { compiled, clock, lists }: Catalogue,
  { id, doc }: Stored<FormVersionRecord>,
): FormVersionReader {
  const { key, version, title, schema, ui } = doc;
  const { form } = compiled.form({ schema, ui });
  if (!form) throw new Error(`form ${id} no longer compiles`);
  return {
    key,
    version,
    title,
    schema,
    ui,
    check: (data, language) => validateForm(form, data, language, { today: today(clock), lists }).errors,
    submitted: (data) => visibleData(form, data) as Record<string, unknown>,
    fromEarlier: (answer) => prefillOffers(form, { earlier: (pointer) => valueAt(answer, pointer) }),
    sample: () => sampleData(form) as Record<string, unknown> | undefined,
  };
}

const templateReader = ({ doc }: Stored<TemplateVersionRecord>): TemplateVersionReader => ({
  key: doc.key,
  version: doc.version,
  title: doc.title,
  source: doc.source,
  page: doc.page,
});
