/** What the studio asks of the server about papers' templates. */
import type { PageSetup, TemplateResource, TemplateVersion } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';

/** What is on the desk: a template's text, page and name, saved or not. */
export interface TemplateDraft {
  title: string;
  source: string;
  page: PageSetup;
}

/** With which data a preview is filled: those of a real dossier, or the sample. */
export type PreviewData = { dossier: string } | { data: Record<string, unknown> };

export const listTemplates = () =>
  api.get<{ items: TemplateResource[] }>('/templates', { query: { limit: 200 } });

export const readTemplate = (key: string) =>
  api.get<TemplateResource>('/templates/{key}', { params: { key } });

export const readTemplateVersion = (key: string, version: number) =>
  api.get<TemplateVersion>('/templates/{key}/versions/{version}', { params: { key, version } });

export const saveTemplate = (key: string, draft: TemplateDraft) =>
  api.post<TemplateVersion>('/templates/{key}/versions', draft, { params: { key } });

export const publishTemplate = (key: string, version: number) =>
  api.post<TemplateVersion>('/templates/{key}/versions/{version}/publish', {}, { params: { key, version } });

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
