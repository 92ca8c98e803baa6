/** Does the print job of a paper: its PDF goes to the blob store, its hash to the record. */
import type { PageSetup } from '../contract/catalogue.ts';
import type { JobHandler } from '../jobs/attempt-job.ts';
import { JobHopeless } from '../jobs/retry-policy.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { paperHtml, type RenderHtml } from './papers.ts';
import { type DocumentRecord, documentSpec } from './records.ts';

/** Turns a page into a PDF. */
export type PrintPdf = (html: string, paper: { title: string; page: PageSetup }) => Promise<Uint8Array>;

export interface Printing {
  render: RenderHtml;
  print: PrintPdf;
}

/** Printing twice gives the same record twice; a failure is tried again, the page can be read meanwhile. */
export const printHandler =
  (runtime: Runtime, { render, print }: Printing): JobHandler =>
  async ({ job, done }) => {
    const { document } = job.doc.payload as { document: string };
    const paper = await runtime.documents.get(document);
    if (!paper) throw new JobHopeless(`no document ${document}`);
    if (paper.doc.sha256) return;
    const template = await runtime.catalogue.templateVersion(
      paper.doc.template.key,
      paper.doc.template.version,
    );
    if (!template) throw new JobHopeless(`no template ${paper.doc.template.key}`);
    const html = await paperHtml({ catalogue: runtime.catalogue, render }, paper.doc);
    const { sha256 } = await runtime.blobs.put(
      await print(html, { title: paper.doc.title, page: template.page }),
    );
    const doc: DocumentRecord = { ...paper.doc, state: 'issued', sha256 };
    await runtime.store.commit([
      { op: 'replace', collection: documentSpec.name, id: document, version: paper.version, doc },
      done,
    ]);
  };
