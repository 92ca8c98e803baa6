/** A template filled with data, as HTML or PDF, before anybody gets it on paper. */
import {
  compileTemplate,
  completePaper,
  type PaperParts,
  TemplateError,
  type TemplateProblem,
} from '../../templates/index.ts';
import { officialTemplates, renderInWorker } from '../../templates/worker/index.ts';
import type { PageSetup } from '../contract/catalogue.ts';
import { Answer } from '../http/endpoint.ts';
import { type FieldError, problem } from '../http/problem.ts';
import { versionsOf } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import { findVersion } from './publish-version.ts';
import { unsuppliedNames } from './template-data.ts';
import { DEFAULT_PAGE } from './template-versions.ts';

export interface PreviewRequest {
  key: string;
  version?: number | undefined;
  /** code of the dossier whose data fill it */
  dossier?: string | undefined;
  /** parts of a paper's data; what is absent is blank */
  data?: Record<string, unknown> | undefined;
  /** the editor's text instead of a stored version */
  source?: string | undefined;
  page?: PageSetup | undefined;
  /** of the request: what it wants back */
  accept: string | undefined;
}

/**
 * The newest version, draft or not, unless one or a source is given; without data the example that
 * comes with the official paper of that kind.
 * @throws Problem 404; 422 with line and column of what cannot be rendered
 */
export async function previewTemplate(catalogue: Catalogue, request: PreviewRequest): Promise<Answer> {
  const paper = await paperOf(catalogue, request);
  const data = await dataOf(catalogue, request);
  const { title, page } = paper;
  const html = await rendered({ source: paper.source, data, page, title });
  if (!wantsPdf(request.accept)) return new Answer(200, html, { 'content-type': 'text/html; charset=utf-8' });
  const pdf = await catalogue.printHtml(html, { title, page });
  return new Answer(200, pdf, { 'content-type': 'application/pdf' });
}

/** @throws Problem 422 with line and column of each fault */
export function refuseUnusableTemplate(source: string): void {
  const faults = compileTemplate(source).problems.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw problem('template.unusable', 422, { errors: faults.map(toFieldError) });
}

/** @throws Problem 422 with line and column of each name that no record and no form supplies */
export async function refuseUnsuppliedNames(
  catalogue: Catalogue,
  template: { key: string; source: string },
): Promise<void> {
  const faults = await unsuppliedNames(catalogue, template);
  if (faults.length > 0)
    throw problem('template.unsupplied-names', 422, { errors: faults.map(toFieldError) });
}

async function paperOf(catalogue: Catalogue, { key, version, source, page }: PreviewRequest) {
  const stored =
    version === undefined
      ? (await versionsOf(catalogue.templates, key))[0]
      : await findVersion(catalogue.templates, { kind: 'template', key, version });
  if (!stored && source === undefined) throw problem('template.not-found', 404, { values: { key } });
  return {
    title: stored?.doc.title ?? key,
    source: source ?? stored!.doc.source,
    page: page ?? stored?.doc.page ?? DEFAULT_PAGE,
  };
}

async function dataOf(catalogue: Catalogue, { key, dossier, data }: PreviewRequest): Promise<object> {
  const example = officialTemplates().find((official) => official.key === key)?.dataExample ?? {};
  if (dossier === undefined) return completePaper((data ?? example) as PaperParts);
  const found = await catalogue.paperDataOf(dossier, key);
  if (!found) throw problem('dossier.not-found', 404, { values: { code: dossier } });
  return { ...found, ...data };
}

async function rendered(request: Parameters<typeof renderInWorker>[0]): Promise<string> {
  try {
    return await renderInWorker(request);
  } catch (fault) {
    if (!(fault instanceof TemplateError)) throw fault;
    throw problem('template.unusable', 422, { errors: [toFieldError(fault.problem)] });
  }
}

const toFieldError = ({ line, column, code, message }: TemplateProblem): FieldError => ({
  pointer: '/source',
  code,
  detail: {
    vi: `Dòng ${line}, cột ${column}: ${message.vi}`,
    en: `Line ${line}, column ${column}: ${message.en}`,
  },
});

/** PDF only for who names it; browsers and programs that take anything get HTML. */
const wantsPdf = (accept: string | undefined): boolean => {
  const types = (accept ?? '').split(',').map((type) => type.trim().split(';')[0]);
  return types.includes('application/pdf') && !types.includes('text/html');
};
