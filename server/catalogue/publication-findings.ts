/** What keeps a process from being published: the kernel's errors, and what the house wants of each step. */
import type { Diagnostic, StepInfo } from '../../engine/types.ts';
import type { RoleKey } from '../contract/access.ts';
import { roleKey } from '../contract/access.ts';
import { publishedOf } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import type { ProcessVersionRecord } from './records.ts';

/** Steps that a person does; the others are the system's. */
const DONE_BY_PEOPLE = new Set<StepInfo['kind']>(['user', 'manual']);

/** The kernel's diagnostics followed by the house's findings, each naming its element. */
export async function publicationFindings(
  catalogue: Catalogue,
  { procedure, xml }: Pick<ProcessVersionRecord, 'procedure' | 'xml'>,
): Promise<Diagnostic[]> {
  const { process, diagnostics } = await catalogue.compiled.process(xml);
  if (!process) return diagnostics;
  const settings = await catalogue.procedures.get(procedure);
  const findings: Diagnostic[] = [];
  for (const step of process.steps.filter(({ kind }) => DONE_BY_PEOPLE.has(kind))) {
    findings.push(
      ...performerFindings(step),
      ...durationFindings(step),
      ...(await formFindings(catalogue, step)),
      ...(await accountFindings(catalogue, step, settings?.doc.unit)),
    );
  }
  return [...diagnostics, ...findings];
}

const finding = (code: string, step: StepInfo, message: Diagnostic['message']): Diagnostic => ({
  code,
  severity: 'error',
  element: step.id,
  message,
});

const performerFindings = (step: StepInfo): Diagnostic[] =>
  step.performer.role || step.performer.assignee || step.performer.sameAs
    ? []
    : [
        finding('publish.no-performer', step, {
          vi: `Bước "${step.name}" chưa có người thực hiện: hãy chọn vai trò.`,
          en: `Step "${step.name}" has no performer: choose a role.`,
        }),
      ];

// R006: each step states its time; "none" states that it is not counted.
const durationFindings = (step: StepInfo): Diagnostic[] =>
  step.duration
    ? []
    : [
        finding('publish.no-duration', step, {
          vi: `Bước "${step.name}" chưa có thời gian thực hiện.`,
          en: `Step "${step.name}" has no time limit.`,
        }),
      ];

async function formFindings(catalogue: Catalogue, step: StepInfo): Promise<Diagnostic[]> {
  if (!step.form || (await publishedOf(catalogue.forms, step.form))) return [];
  return [
    finding('publish.no-form', step, {
      vi: `Bước "${step.name}" dùng biểu mẫu "${step.form}" chưa được ban hành.`,
      en: `Step "${step.name}" uses the form "${step.form}", which is not published.`,
    }),
  ];
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
  if (!role || role.startsWith('=')) return [];
  if (!known.success) {
    return [
      finding('publish.unknown-role', step, {
        vi: `Bước "${step.name}" giao cho vai trò "${role}" không có trong hệ thống.`,
        en: `Step "${step.name}" is given to the role "${role}", which does not exist.`,
      }),
    ];
  }
  const where = unit?.startsWith('=') ? undefined : (unit ?? competentUnit);
  const holders = await organisation.holders(role as RoleKey, where);
  if (holders.length > 0) return [];
  const name = where ? ((await organisation.unit(where))?.name ?? where) : '';
  return [
    finding('publish.no-account', step, {
      vi: `Bước "${step.name}" chưa có tài khoản nào giữ vai trò "${role}"${name ? ` tại ${name}` : ''}.`,
      en: `Step "${step.name}": no account holds the role "${role}"${name ? ` in ${name}` : ''}.`,
    }),
  ];
}
