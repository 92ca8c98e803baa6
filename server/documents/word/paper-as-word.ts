import type { Runtime } from '../../runtime/runtime.ts';
import { readWhole } from '../../store/blobs/blob-store.ts';
import { paperHtml, type RenderHtml } from '../papers.ts';
import type { DocumentRecord } from '../records.ts';
import { newestWordForm } from './keep-word-form.ts';

/**
 * A paper as a Word document to go on with outside: the office's own form filled in when its kind has one, else the
 * page as it was issued. Neither is the issued paper; that is the PDF.
 * @throws Problem document.not-found when its template is gone
 */
export async function paperAsWord(
  runtime: Pick<Runtime, 'store' | 'blobs' | 'catalogue'>,
  render: RenderHtml,
  paper: DocumentRecord,
): Promise<Uint8Array> {
  const form = await newestWordForm(runtime, paper.template.key);
  const bytes = form && (await readWhole(runtime.blobs, form.doc.sha256));
  if (bytes) return (await import('./word-form.ts')).fillWordForm(bytes, paper.data);
  const { catalogue } = runtime;
  const html = await paperHtml({ catalogue, render }, paper);
  const template = await catalogue.templateVersion(paper.template.key, paper.template.version);
  const { pageToWord } = await import('./page-to-word.ts');
  return pageToWord(html, { page: template!.page, title: `${paper.title} ${paper.number}` });
}
