/** What keeps a process from being published: the kernel's errors and the house's rules. */
import type { Diagnostic, Process } from '../../engine/types.ts';
import { roleKey } from '../contract/access.ts';
import type { LintFacts } from '../contract/lint/lint-model.ts';
import { lintProcess } from '../contract/lint/lint-process.ts';
import { placeOf } from '../contract/lint/rules/no-account.ts';
import { publishedOf } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import { paperFindings } from './paper-findings.ts';
import type { ProcedureRecord, ProcessVersionRecord } from './records.ts';

/** The kernel's diagnostics followed by the house's findings, each naming its element; only errors stop a publication. */
export async function publicationFindings(
  catalogue: Catalogue,
  { procedure, xml }: Pick<ProcessVersionRecord, 'procedure' | 'xml'>,
): Promise<Diagnostic[]> {
  const { process, diagnostics } = await catalogue.compiled.process(xml);
  if (!process) return diagnostics;
  const settings = (await catalogue.procedures.get(procedure))?.doc;
  const linted = lintProcess(process, await lintFacts(catalogue, process, settings));
  return [
    ...diagnostics,
    ...(settings ? await applicationFindings(catalogue, settings) : []),
    ...linted.map(({ fix: _fix, ...finding }) => finding),
    ...(settings ? await paperFindings(catalogue, process, settings.form) : []),
  ];
}

/** Positions that some account holds, `unit/role`; for the same check while a process is drawn. */
export async function heldPositions({ organisation }: Catalogue): Promise<Set<string>> {
  const holders = await Promise.all(roleKey.options.map((role) => organisation.holders(role)));
  return new Set(
    holders.flat().flatMap(({ positions }) => positions.map(({ unit, role }) => placeOf(unit, role))),
  );
}

async function lintFacts(
  catalogue: Catalogue,
  { steps }: Process,
  settings: ProcedureRecord | undefined,
): Promise<LintFacts> {
  const [accounts, units, publishedForms, publishedTemplates] = await Promise.all([
    heldPositions(catalogue),
    catalogue.organisation.units(),
    published(
      catalogue.forms,
      steps.flatMap(({ form }) => form ?? []),
    ),
    published(
      catalogue.templates,
      steps.flatMap(({ documents }) => documents),
    ),
  ]);
  return {
    accounts,
    unitNames: new Map(units.map(({ id, name }) => [id, name])),
    publishedForms,
    publishedTemplates,
    ...(settings ? { timeLimit: settings.timeLimit, competentUnit: settings.unit } : {}),
  };
}

/** Without its form an application would be taken in unchecked (R034). */
async function applicationFindings(
  catalogue: Catalogue,
  { form }: Pick<ProcedureRecord, 'form'>,
): Promise<Diagnostic[]> {
  if (await publishedOf(catalogue.forms, form)) return [];
  return [
    {
      code: 'publish.no-application-form',
      severity: 'error',
      message: {
        vi: `Tờ khai "${form}" của thủ tục chưa được ban hành.`,
        en: `The procedure's application form "${form}" is not published.`,
      },
    },
  ];
}

/** Of the keys that the steps name, those with a published version. */
async function published(
  collection: Catalogue['forms'] | Catalogue['templates'],
  keys: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const key of new Set(keys)) if (await hasPublished(collection, key)) found.add(key);
  return found;
}

const hasPublished = async (
  collection: Catalogue['forms'] | Catalogue['templates'],
  key: string,
): Promise<boolean> =>
  (await collection.find({ where: { state: 'published', key }, limit: 1 })).items.length > 0;
