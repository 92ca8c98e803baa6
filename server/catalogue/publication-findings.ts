/** What keeps a process from being published: the kernel's errors, the house's rules, and steps that nobody can do. */
import type { Diagnostic, Process, StepInfo } from '../../engine/types.ts';
import { roleKey } from '../contract/access.ts';
import { lintProcess } from '../contract/lint/lint-process.ts';
import { publishedOf } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import type { ProcedureRecord, ProcessVersionRecord } from './records.ts';

/** Steps that a person does; the others are the system's. */
const DONE_BY_PEOPLE = new Set<StepInfo['kind']>(['user', 'manual']);

/** The kernel's diagnostics followed by the house's findings, each naming its element; only errors stop a publication. */
export async function publicationFindings(
  catalogue: Catalogue,
  { procedure, xml }: Pick<ProcessVersionRecord, 'procedure' | 'xml'>,
): Promise<Diagnostic[]> {
  const { process, diagnostics } = await catalogue.compiled.process(xml);
  if (!process) return diagnostics;
  const settings = await catalogue.procedures.get(procedure);
  const findings: Diagnostic[] = settings ? await applicationFindings(catalogue, settings.doc) : [];
  const linted = lintProcess(process, {
    ...(settings ? { timeLimit: settings.doc.timeLimit } : {}),
    publishedForms: await publishedForms(catalogue, process),
  });
  findings.push(...linted.map(({ fix: _fix, ...finding }) => finding));
  for (const step of process.steps.filter(({ kind }) => DONE_BY_PEOPLE.has(kind))) {
    findings.push(...(await accountFindings(catalogue, step, settings?.doc.unit)));
  }
  return [...diagnostics, ...findings];
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

/** Of the forms that the steps name, those that are published. */
async function publishedForms(catalogue: Catalogue, { steps }: Process): Promise<Set<string>> {
  const named = new Set(steps.flatMap(({ form }) => form ?? []));
  const published = new Set<string>();
  for (const key of named) if (await publishedOf(catalogue.forms, key)) published.add(key);
  return published;
}

// R007: no step without an account that can do it. A unit or role that an expression decides is
// known at run time only, and a unit that is absent is the competent one.
async function accountFindings(
  { organisation }: Catalogue,
  step: StepInfo,
  competentUnit: string | undefined,
): Promise<Diagnostic[]> {
  const { role, unit } = step.performer;
  const known = roleKey.safeParse(role);
  if (!known.success) return [];
  const where = unit?.startsWith('=') ? undefined : (unit ?? competentUnit);
  const holders = await organisation.holders(known.data, where);
  if (holders.length > 0) return [];
  const name = where ? ((await organisation.unit(where))?.name ?? where) : '';
  return [
    {
      code: 'publish.no-account',
      severity: 'error',
      element: step.id,
      message: {
        vi: `Bước "${step.name}" chưa có tài khoản nào giữ vai trò "${role}"${name ? ` tại ${name}` : ''}.`,
        en: `Step "${step.name}": no account holds the role "${role}"${name ? ` in ${name}` : ''}.`,
      },
    },
  ];
}
