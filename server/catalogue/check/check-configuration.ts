/** The self-check of the whole configuration: what would stop a dossier tomorrow, told today. Reads only. */
import { CalendarYearMissing, type CompiledCalendar, nextOpening } from '../../../calendar/index.ts';
import { compileForm, fieldsOf, sampleData, validateForm } from '../../../forms/index.ts';
import {
  compileTemplate,
  completePaper,
  isInCatalogue,
  SAMPLE_PAPER,
  TemplateError,
  unknownVariables,
} from '../../../templates/index.ts';
import { renderInWorker } from '../../../templates/worker/index.ts';
import type { ConfigurationFinding } from '../../contract/catalogue.ts';
import { Problem } from '../../http/problem.ts';
import { today } from '../active-versions.ts';
import { findProcess, publishedOf } from '../find-version.ts';
import { listProcedures } from '../list-procedures.ts';
import type { Catalogue } from '../open-catalogue.ts';
import { processReadiness } from '../process-readiness.ts';
import type { FormVersionRecord, ProcedureRecord, TemplateVersionRecord } from '../records.ts';

const EVERY = 1000;

/** Gravest first within each subject; nothing when all is well. */
export async function checkConfiguration(catalogue: Catalogue): Promise<ConfigurationFinding[]> {
  const procedures = (await listProcedures(catalogue)).map(({ doc }) => doc);
  const forms = await allPublished(catalogue.forms);
  const templates = await allPublished(catalogue.templates);
  const findings: ConfigurationFinding[] = [...(await calendarFindings(catalogue, procedures))];
  for (const procedure of procedures) findings.push(...(await procedureFindings(catalogue, procedure)));
  for (const form of forms) findings.push(...formFindings(catalogue, form));
  const fields = new Set(forms.flatMap(fieldPaths));
  for (const template of templates) findings.push(...(await templateFindings(template, fields)));
  return findings;
}

/** The year after this one must be entered before dossiers received in December are due in it. */
async function calendarFindings(
  catalogue: Catalogue,
  procedures: readonly ProcedureRecord[],
): Promise<ConfigurationFinding[]> {
  const year = Number(today(catalogue.clock).slice(0, 4));
  const units = new Set(procedures.map(({ unit }) => unit));
  const lacking = new Set<number>();
  for (const unit of units) {
    const calendar = await calendarOrNothing(catalogue, unit);
    for (const wanted of [year, year + 1]) if (!calendar || !isEntered(calendar, wanted)) lacking.add(wanted);
  }
  return [...lacking].map((missing) => ({
    subject: 'calendar',
    key: String(missing),
    code: 'config.no-calendar',
    severity: missing === year ? 'error' : 'warning',
    message: {
      vi: `Chưa nhập lịch làm việc năm ${missing}.`,
      en: `The working calendar of ${missing} has not been entered.`,
    },
  }));
}

/** Nothing when no year was ever entered. */
async function calendarOrNothing(catalogue: Catalogue, unit: string): Promise<CompiledCalendar | undefined> {
  try {
    return await catalogue.calendarOf(unit);
  } catch (fault) {
    if (fault instanceof Problem) return undefined;
    throw fault;
  }
}

/** Noon of a day in the middle of the year: it can be asked for only when the year is there. */
function isEntered(calendar: CompiledCalendar, year: number): boolean {
  try {
    nextOpening({ calendar, at: `${year}-06-15T05:00:00.000Z` });
    return true;
  } catch (fault) {
    if (fault instanceof CalendarYearMissing) return false;
    throw fault;
  }
}

async function procedureFindings(
  catalogue: Catalogue,
  { code, unit, receivingUnits, form }: ProcedureRecord,
): Promise<ConfigurationFinding[]> {
  const findings: ConfigurationFinding[] = [];
  const add = (finding: Omit<ConfigurationFinding, 'subject' | 'key'>) =>
    findings.push({ subject: 'procedure', key: code, ...finding });
  for (const id of [unit, ...receivingUnits]) {
    if (await catalogue.organisation.unit(id)) continue;
    add({
      code: 'config.no-unit',
      severity: 'error',
      message: { vi: `Đơn vị "${id}" không có trong danh mục.`, en: `There is no unit "${id}".` },
    });
  }
  if (!(await publishedOf(catalogue.forms, form)))
    add({
      code: 'config.no-form',
      severity: 'error',
      message: {
        vi: `Tờ khai "${form}" chưa được ban hành.`,
        en: `The application form "${form}" is not published.`,
      },
    });
  const version = await catalogue.active.of(code);
  if (version === undefined) {
    add({
      code: 'config.no-process',
      severity: 'warning',
      message: { vi: 'Chưa có quy trình được ban hành.', en: 'No process is published.' },
    });
    return findings;
  }
  const { doc } = await findProcess(catalogue, { code, version });
  const { diagnostics, tableDifferences, trials } = await processReadiness(catalogue, doc);
  // the form was told above
  for (const { code: what, severity, element, message } of diagnostics)
    if (severity !== 'info' && what !== 'publish.no-application-form')
      add({ code: what, severity, message, ...(element ? { element } : {}), version });
  for (const { name, passed } of trials)
    if (!passed)
      add({
        code: 'config.test-fails',
        severity: 'error',
        version,
        message: { vi: `Bài chạy thử "${name}" không đạt.`, en: `The test "${name}" fails.` },
      });
  if (tableDifferences.length > 0)
    add({
      code: 'config.not-as-approved',
      severity: 'warning',
      version,
      message: {
        vi: `Sơ đồ khác bảng bước được phê duyệt ở ${tableDifferences.length} điểm.`,
        en: `The diagram differs from the approved table in ${tableDifferences.length} places.`,
      },
    });
  return findings;
}

function formFindings({ clock }: Catalogue, { key, schema, ui }: FormVersionRecord): ConfigurationFinding[] {
  const of = (code: string, message: ConfigurationFinding['message']): ConfigurationFinding[] => [
    { subject: 'form', key, code, severity: 'error', message },
  ];
  const { form, problems } = compileForm({ schema, ui });
  if (!form)
    return of('config.form-unusable', problems[0]?.message ?? { vi: 'Không đọc được.', en: 'Unreadable.' });
  const sample = sampleData(form);
  if (sample === undefined) return [];
  const { errors } = validateForm(form, sample, 'vi', { today: today(clock) });
  return errors.length === 0
    ? []
    : of('config.sample-refused', {
        vi: `Dữ liệu mẫu của biểu mẫu không được chính biểu mẫu chấp nhận: ${errors[0]!.message}`,
        en: `The form refuses its own sample: ${errors[0]!.pointer}`,
      });
}

const fieldPaths = ({ schema, ui }: FormVersionRecord): string[] => {
  const { form } = compileForm({ schema, ui });
  return form ? fieldsOf(form).map(({ path }) => `form.${path}`) : [];
};

/** What a template says of the e-form must be a field of some published form. */
async function templateFindings(
  { key, source, page, title }: TemplateVersionRecord,
  fields: ReadonlySet<string>,
): Promise<ConfigurationFinding[]> {
  const { template, problems } = compileTemplate(source);
  const broken = problems.find(({ severity }) => severity === 'error');
  if (!template || broken) return [templateFinding(key, 'error', broken?.message)];
  const unsupplied = unknownVariables(template, (path) =>
    path.startsWith('form.')
      ? fields.has(path.replace(/\[\]$/, '')) || fields.has(path)
      : isInCatalogue(path),
  );
  const warnings = unsupplied.map(({ message }) => templateFinding(key, 'warning', message));
  return [...(await renderFinding({ key, source, page, title })), ...warnings];
}

async function renderFinding({
  key,
  source,
  page,
  title,
}: Pick<TemplateVersionRecord, 'key' | 'source' | 'page' | 'title'>): Promise<ConfigurationFinding[]> {
  try {
    await renderInWorker({ source, data: completePaper(SAMPLE_PAPER), page, title });
    return [];
  } catch (fault) {
    if (!(fault instanceof TemplateError)) throw fault;
    return [templateFinding(key, 'error', fault.problem.message)];
  }
}

const templateFinding = (
  key: string,
  severity: ConfigurationFinding['severity'],
  message: ConfigurationFinding['message'] = { vi: 'Không đọc được.', en: 'Unreadable.' },
): ConfigurationFinding => ({
  subject: 'template',
  key,
  code: severity === 'error' ? 'config.template-unusable' : 'config.unsupplied-variable',
  severity,
  message,
});

async function allPublished<T extends object>(collection: {
  find(query: { where: { state: 'published' }; limit: number }): Promise<{ items: { doc: T }[] }>;
}): Promise<T[]> {
  const { items } = await collection.find({ where: { state: 'published' }, limit: EVERY });
  return items.map(({ doc }) => doc);
}
