/** Does the print job of a paper: its PDF goes to the blob store, its hash to the record. */
import type { PageSetup } from '../contract/catalogue.ts';
import type { JobHandler } from '../jobs/attempt-job.ts';
import { JobHopeless } from '../jobs/retry-policy.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { StoreConflict, type Stored, type Write } from '../store/store.ts';
import { paperHtml, type RenderHtml } from './papers.ts';
import { type DocumentRecord, documentSpec } from './records.ts';
import { sealPdf } from './signatures/seal-pdf.ts';

/** Turns a page into a PDF. */
export type PrintPdf = (html: string, paper: { title: string; page: PageSetup }) => Promise<Uint8Array>;

export interface Printing {
  render: RenderHtml;
  print: PrintPdf;
}

/** Printing twice gives the same record twice; a failure is tried again, the page can be read meanwhile. */
export const printHandler =
  (runtime: Runtime, printing: Printing): JobHandler =>
  async ({ job, done }) => {
    const { document } = job.doc.payload as { document: string };
    const paper = await storedPaper(runtime, document);
    if (paper.doc.sha256) return;
    const { sha256 } = await runtime.blobs.put(await printPaper(runtime, printing, paper.doc));
    for (let tries = 1; ; tries++) {
      try {
        await runtime.store.commit([await printed(runtime, document, sha256), done]);
        return;
      } catch (error) {
        // Sent, replaced or withdrawn while it was being printed: that stands, the print is added to it.
        if (!(error instanceof StoreConflict) || tries === TRIES) throw error;
      }
    }
  };

const TRIES = 3;

async function printed(runtime: Runtime, id: string, sha256: string): Promise<Write> {
  const { doc, version } = await storedPaper(runtime, id);
  const state = doc.state === 'printing' ? 'issued' : doc.state;
  return {
    op: 'replace',
    collection: documentSpec.name,
    id,
    version,
    doc: { ...doc, state, sha256 } satisfies DocumentRecord,
  };
}

async function storedPaper({ documents }: Runtime, id: string): Promise<Stored<DocumentRecord>> {
  const paper = await documents.get(id);
  if (!paper) throw new JobHopeless(`no document ${id}`);
  return paper;
}

/**
 * The PDF of a paper, from the template version and the data it was issued with, signed with its key.
 * @throws Problem document.not-found, signature.* when the key cannot be used any more
 */
export async function printPaper(
  { catalogue, signing }: Pick<Runtime, 'catalogue' | 'signing'>,
  { render, print }: Printing,
  paper: DocumentRecord,
): Promise<Uint8Array> {
  const html = await paperHtml({ catalogue, render }, paper);
  const template = await catalogue.templateVersion(paper.template.key, paper.template.version);
  const pdf = await print(html, { title: paper.title, page: template!.page });
  return paper.seal ? sealPdf(signing, { pdf, paper, seal: paper.seal }) : pdf;
}
