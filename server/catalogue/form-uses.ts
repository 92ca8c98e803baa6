/** Which procedures, steps, papers and conditions a form and each of its fields serve. */
import { fieldsOf } from '../../forms/index.ts';
import { compileTemplate, variablesOf } from '../../templates/index.ts';
import type { FormUses } from '../contract/catalogue.ts';
import { problem } from '../http/problem.ts';
import { allVersions, publishedOf, versionsOf } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import { processExpressions } from './process-expressions.ts';
import type { ProcessVersionRecord } from './records.ts';

type Step = FormUses['steps'][number];
type FieldUse = FormUses['fields'][number]['by'][number];

/** A place that names data, with the names it uses. */
interface Mention {
  use: FieldUse;
  mentions(path: string): boolean;
}

/**
 * What a change of the form would touch: retired versions of processes are left out, of papers the published
 * version counts.
 * @throws Problem 404
 */
export async function formUses(catalogue: Catalogue, key: string): Promise<FormUses> {
  const versions = await versionsOf(catalogue.forms, key);
  if (versions.length === 0) throw problem('form.not-found', 404, { values: { key } });
  const procedures = (await everyProcedure(catalogue)).filter(({ form }) => form === key);
  const processes = await livingProcesses(catalogue);
  const steps = await stepsShowing(catalogue, processes, key);
  const codes = new Set([...procedures.map(({ code }) => code), ...steps.map(({ procedure }) => procedure)]);
  const mentions = [
    ...(await mentionsInProcesses(processes, {
      asApplication: new Set(procedures.map(({ code }) => code)),
      asStep: new Set(steps.map(({ procedure }) => procedure)),
    })),
    ...(codes.size > 0 ? await mentionsInPapers(catalogue) : []),
  ];
  const paths = new Set(
    versions
      .filter(({ doc }, index) => index === 0 || doc.state === 'published')
      .flatMap(({ doc }) => pathsOf(catalogue, doc)),
  );
  return {
    procedures: procedures.map(({ code, name }) => ({ code, name })),
    steps,
    fields: [...paths].flatMap((path) => {
      const by = mentions.filter((each) => each.mentions(path)).map(({ use }) => use);
      return by.length > 0 ? [{ path, by }] : [];
    }),
  };
}

async function everyProcedure({ procedures }: Catalogue) {
  const { items } = await procedures.find({ limit: 1000 });
  return items.map(({ doc }) => doc);
}

/** Of each procedure the published versions and those on their way to it. */
async function livingProcesses({ processes }: Catalogue): Promise<ProcessVersionRecord[]> {
  const { items } = await processes.find({
    where: { state: { in: ['draft', 'submitted', 'appraised', 'approved', 'published'] } },
    limit: 1000,
  });
  return items.map(({ doc }) => doc);
}

async function stepsShowing(
  { compiled, procedures }: Catalogue,
  processes: readonly ProcessVersionRecord[],
  key: string,
): Promise<Step[]> {
  const found: Step[] = [];
  for (const { procedure, version, state, xml } of processes) {
    const { process } = await compiled.process(xml);
    for (const { id, name, form } of process?.steps ?? []) {
      if (form !== key) continue;
      const settings = await procedures.get(procedure);
      found.push({
        procedure,
        name: settings?.doc.name ?? procedure,
        version,
        state,
        element: id,
        step: name,
      });
    }
  }
  return found;
}

/** A process calls the application `form`; what a step's form says it calls by the bare name. */
async function mentionsInProcesses(
  processes: readonly ProcessVersionRecord[],
  { asApplication, asStep }: { asApplication: ReadonlySet<string>; asStep: ReadonlySet<string> },
): Promise<Mention[]> {
  const mentions: Mention[] = [];
  for (const { procedure, version, xml } of processes) {
    if (!asApplication.has(procedure) && !asStep.has(procedure)) continue;
    for (const { element, name, expression } of await processExpressions(xml)) {
      mentions.push({
        use: { kind: 'process', key: procedure, title: name, version, element, expression },
        mentions: (path) =>
          (asApplication.has(procedure) && isNamedIn(expression, `form.${bare(path)}`)) ||
          (asStep.has(procedure) && isNamedIn(expression, bare(path))),
      });
    }
  }
  return mentions;
}

/** A paper calls whatever was filled in, by the applicant or at a step, `form`. */
async function mentionsInPapers({ templates }: Catalogue): Promise<Mention[]> {
  const mentions: Mention[] = [];
  for (const key of (await allVersions(templates)).keys()) {
    const published = await publishedOf(templates, key);
    const { template } = published ? compileTemplate(published.doc.source) : {};
    if (!published || !template) continue;
    const named = new Set(variablesOf(template).map(({ path }) => path.replace(/\[\]$/, '')));
    mentions.push({
      use: { kind: 'template', key, title: published.doc.title, version: published.doc.version },
      mentions: (path) => named.has(`form.${path}`),
    });
  }
  return mentions;
}

function pathsOf({ compiled }: Catalogue, source: { schema: unknown; ui: unknown }): string[] {
  const { form } = compiled.form(source);
  return form ? fieldsOf(form).map(({ path }) => path) : [];
}

/** FEEL reaches into lists without brackets. */
const bare = (path: string): string => path.replaceAll('[]', '');

function isNamedIn(expression: string, path: string): boolean {
  const name = path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const outsideTexts = expression.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  return new RegExp(`(?<![\\p{L}\\d_.])${name}(?![\\p{L}\\d_])`, 'u').test(outsideTexts);
}
