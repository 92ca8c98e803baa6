/** Does the job of a batch: paper after paper into one PDF, telling how far it is. */

import { completePaper } from '../../../templates/complete-paper.ts';
import { Problem } from '../../http/problem.ts';
import type { JobHandler } from '../../jobs/attempt-job.ts';
import { JobHopeless } from '../../jobs/retry-policy.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { readWhole } from '../../store/blobs/blob-store.ts';
import type { Stored } from '../../store/store.ts';
import { pdfLib } from '../pdf-lib.ts';
import { type Printing, printPaper } from '../print-document.ts';
import type { DocumentRecord } from '../records.ts';
import { type BatchRecord, batchSpec } from './records.ts';

/** Papers between two notes of how far it is. */
const NOTE_EVERY = 5;

/** Begun again after a crash it prints anew; a paper that cannot be printed is named and left out. */
export const batchHandler =
  (runtime: Runtime, printing: Printing): JobHandler =>
  async ({ job, done }) => {
    const { batch: id } = job.doc.payload as { batch: string };
    const batches = runtime.store.collection(batchSpec);
    const found = await batches.get(id);
    if (!found) throw new JobHopeless(`no batch ${id}`);
    if (found.doc.state === 'done') return;
    const progress = progressOf(runtime, found);
    const { PDFDocument, PDFName } = pdfLib();
    const pages = await PDFDocument.create();
    const add = async (bytes: Uint8Array) => {
      const sheet = await PDFDocument.load(bytes, { updateMetadata: false });
      for (const page of await pages.copyPages(sheet, sheet.getPageIndices())) {
        // A signature is one of a whole file: on a page among others it would only look broken.
        page.node.delete(PDFName.of('Annots'));
        pages.addPage(page);
      }
    };
    if (found.doc.list) {
      await add(await listPdf(runtime, printing, found.doc.list));
      await progress.one();
    }
    for (const paper of found.doc.papers) {
      const skipped = await addPaper(runtime, printing, { paper, add });
      await progress.one(skipped);
    }
    pages.setTitle('In hàng loạt', { showInWindowTitleBar: true });
    pages.setLanguage('vi');
    const { sha256 } = await runtime.blobs.put(await pages.save());
    await runtime.store.commit([progress.finished(sha256), done]);
  };

type Skipped = BatchRecord['skipped'][number];

/** Counts in the stored batch, guarded by its version: two runners do not count one batch. */
function progressOf({ store }: Runtime, { id, version, doc }: Stored<BatchRecord>) {
  let stored = version;
  let current: BatchRecord = { ...doc, state: 'running', done: 0, skipped: [] };
  const replace = (next: BatchRecord) =>
    ({ op: 'replace', collection: batchSpec.name, id, version: stored, doc: next }) as const;
  return {
    one: async (skipped?: Skipped) => {
      const all = skipped ? [...current.skipped, skipped] : current.skipped;
      current = { ...current, done: current.done + 1, skipped: all };
      if (current.done % NOTE_EVERY !== 0) return;
      await store.commit([replace(current)]);
      stored += 1;
    },
    finished: (sha256: string) => replace({ ...current, state: 'done', sha256 }),
  };
}

async function addPaper(
  runtime: Runtime,
  printing: Printing,
  { paper: id, add }: { paper: string; add: (bytes: Uint8Array) => Promise<void> },
): Promise<Skipped | undefined> {
  const paper = (await runtime.documents.get(id))?.doc;
  if (!paper) throw new JobHopeless(`no document ${id}`);
  try {
    await add(await bytesOf(runtime, printing, paper));
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { dossier: paper.dossier, id: paper.name, code: error.code };
  }
}

const bytesOf = async (runtime: Runtime, printing: Printing, paper: DocumentRecord): Promise<Uint8Array> =>
  (paper.sha256 && (await readWhole(runtime.blobs, paper.sha256))) || printPaper(runtime, printing, paper);

async function listPdf(
  { catalogue }: Runtime,
  { render, print }: Printing,
  { template: { key, version }, title, data }: NonNullable<BatchRecord['list']>,
): Promise<Uint8Array> {
  const template = await catalogue.templateVersion(key, version);
  if (!template) throw new JobHopeless(`no template ${key}`);
  const { source, page } = template;
  return print(await render({ source, data: completePaper(data), page, title }), { title, page });
}
