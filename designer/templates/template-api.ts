/** What the studio asks of the server about papers' templates. */
import type {
  PageSetup,
  Procedure,
  TemplateData,
  TemplateResource,
  TemplateVersion,
} from '../../server/contract/catalogue.ts';
import type { DossierRow } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';

/** What is on the desk: a template's text, page and name, saved or not. */
export interface TemplateDraft {
  title: string;
  source: string;
  page: PageSetup;
  /** that prescribes its text */
  decision?: { number: string; date: string } | undefined;
}

/** With which data a preview is filled: those of a real dossier, or the sample. */
export type PreviewData = { dossier: string } | { data: Record<string, unknown> };

export const listTemplates = () =>
  api.get<{ items: TemplateResource[] }>('/templates', { query: { limit: 200 } });

export const readTemplate = (key: string) =>
  api.get<TemplateResource>('/templates/{key}', { params: { key } });

export const readTemplateVersion = (key: string, version: number) =>
  api.get<TemplateVersion>('/templates/{key}/versions/{version}', { params: { key, version } });

export const saveTemplate = (key: string, { decision, ...draft }: TemplateDraft) =>
  api.post<TemplateVersion>(
    '/templates/{key}/versions',
    { ...draft, ...(decision?.number && { decision }) },
    { params: { key } },
  );

export const publishTemplate = (key: string, version: number) =>
  api.post<TemplateVersion>('/templates/{key}/versions/{version}/publish', {}, { params: { key, version } });

/** The fields of e-forms that fill a paper: of the procedures that issue it, or of the one that is named. */
export const readTemplateData = (key: string, procedure?: string) =>
  api.get<TemplateData>('/templates/{key}/data', {
    params: { key },
    query: procedure === undefined ? {} : { procedure },
  });

export const listProcedures = () => api.get<{ items: Procedure[] }>('/procedures', { query: { limit: 200 } });

/** Some dossiers that fit the words, newest first. */
export const findDossiers = (q: string) =>
  api.get<{ items: DossierRow[] }>('/dossiers', { query: { q, limit: 10 } });

/** The paper as a whole HTML page. */
export async function previewHtml(
  key: string,
  body: Partial<TemplateDraft> & PreviewData,
  signal?: AbortSignal,
): Promise<string> {
  const options = { params: { key }, headers: { accept: 'text/html' }, signal };
  return (await api.raw('POST', '/templates/{key}/preview', body, options)).text();
}

/** The paper as it will be printed. */
export async function previewPdf(key: string, body: Partial<TemplateDraft> & PreviewData): Promise<Blob> {
  const options = { params: { key }, headers: { accept: 'application/pdf' } };
  return (await api.raw('POST', '/templates/{key}/preview', body, options)).blob();
}
