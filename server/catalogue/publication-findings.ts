/** What keeps a process from being published: the kernel's errors, and what the house wants of each step. */
import { longestWay } from '../../engine/index.ts';
import type { Diagnostic, Process, StepInfo } from '../../engine/types.ts';
import type { RoleKey } from '../contract/access.ts';
import { roleKey } from '../contract/access.ts';
import type { TimeLimit } from '../contract/catalogue.ts';
import { publishedOf } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import type { ProcedureRecord, ProcessVersionRecord } from './records.ts';
import { daysOf, HOURS_A_DAY } from './step-table.ts';

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
  if (settings) {
    findings.push(...(await applicationFindings(catalogue, settings.doc)));
    findings.push(...sumFindings(process, settings.doc.timeLimit));
  }
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

/** R006: the counted steps add up to the statutory limit; parallel ones by the longest, loops once. */
function sumFindings(process: Process, limit: TimeLimit): Diagnostic[] {
  const sum = longestWay(process, ({ duration }) => daysOf(duration));
  const allowed = limit.unit === 'working-hours' ? limit.amount / HOURS_A_DAY : limit.amount;
  const difference = sum - allowed;
  if (sum === 0 || Math.abs(difference) < 0.01) return [];
  const [longerVi, longerEn] = difference > 0 ? ['nhiều', 'more'] : ['ít', 'less'];
  return [
    {
      code: 'publish.sum-differs',
      severity: 'warning',
      message: {
        vi: `Tổng thời gian các bước là ${days(sum, 'vi')} ngày, ${longerVi} hơn thời hạn giải quyết ${days(allowed, 'vi')} ngày là ${days(Math.abs(difference), 'vi')} ngày.`,
        en: `The steps take ${days(sum, 'en')} days in all, ${days(Math.abs(difference), 'en')} ${longerEn} than the limit of ${days(allowed, 'en')} days.`,
      },
    },
  ];
}

const days = (amount: number, language: 'vi' | 'en'): string =>
  amount.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 });

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
