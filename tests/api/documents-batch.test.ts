import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pdfLib } from '../../server/documents/pdf-lib.ts';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

const oneSheet = async (): Promise<Uint8Array> => {
  const document = await pdfLib().PDFDocument.create();
  document.addPage();
  return document.save();
};

let server: TestServer;
let counter: TestClient;
let codes: string[];
beforeAll(async () => {
  server = await startServer({ now: '2026-04-17T03:00:00.000Z', printPdf: oneSheet });
  counter = await server.as('motcua');
  codes = [await takeIn(HOUSE_PERMIT), await takeIn(HOUSE_PERMIT), await takeIn(CERTIFICATION)];
});
afterAll(() => server.close());

async function takeIn(procedure: string): Promise<string> {
  return (await counter.post('/dossiers', await buildApplication(counter, procedure))).body.code;
}

const order = (body: object, who = counter) => who.post('/print-batches', body);

/** Waits for the job, as the screen does by asking again. */
async function finished(id: string) {
  await server.server.jobs.drain({ types: ['document.batch'] });
  return (await counter.get(`/print-batches/${id}`)).body;
}

async function pagesOf(href: string): Promise<number> {
  const answer = await counter.fetch(href.replace('/api/v1', ''));
  return (await pdfLib().PDFDocument.load(await answer.arrayBuffer())).getPageCount();
}

describe('printing many papers', () => {
  it('puts the receipts of a day into one PDF, and tells how far it is', async () => {
    const ordered = await order({ of: 'day', day: '2026-04-17', kind: 'receipt' });
    const batch = await finished(ordered.body.id);

    expect([ordered.status, ordered.body.total]).toEqual([202, 3]);
    expect(batch).toMatchObject({ state: 'done', total: 3, done: 3, skipped: [] });
    expect(await pagesOf(batch.href)).toBe(3);
  });

  it('takes of chosen dossiers the newest paper of a kind that stands', async () => {
    const [first = '', second = ''] = codes;
    const { body: fresh } = await counter.post(`/dossiers/${first}/documents/receipt-1/reissue`, {
      reason: 'Sai địa chỉ',
    });

    const { body } = await order({ of: 'dossiers', dossiers: [first, second], kind: 'receipt' });
    const stored = await server.server.store
      .collection<{ papers: string[] }>({ name: 'print-batches', indexes: [] })
      .get(body.id);

    expect(stored?.doc.papers).toEqual([`${first}/${fresh.id}`, `${second}/receipt-1`]);
    expect((await finished(body.id)).done).toBe(2);
  });

  it('writes the list with which results are handed over', async () => {
    const { body } = await order({ of: 'handover', dossiers: codes, receiver: 'Bưu điện (mẫu)' });
    const batch = await finished(body.id);

    expect(batch).toMatchObject({ state: 'done', total: 1, done: 1 });
    expect(await pagesOf(batch.href)).toBe(1);
  });

  it('prints papers one by one in the order asked', async () => {
    const papers = codes.map((dossier) => ({ dossier, id: 'receipt-1' })).reverse();

    const { body } = await order({ of: 'papers', papers });

    expect((await finished(body.id)).total).toBe(3);
  });

  it('refuses what is empty, unknown, too much or not one’s to see', async () => {
    const none = await order({ of: 'day', day: '2020-01-01', kind: 'receipt' });
    const unknown = await order({ of: 'papers', papers: [{ dossier: codes[0], id: 'receipt-9' }] });
    const many = await order({
      of: 'dossiers',
      dossiers: Array.from({ length: 301 }, () => codes[0]),
      kind: 'receipt',
    });
    const foreign = await order(
      { of: 'dossiers', dossiers: codes, kind: 'receipt' },
      await server.as('lanhdao.tinh'),
    );

    expect([none.body.code, unknown.body.code]).toEqual(['batch.empty', 'document.not-found']);
    expect([many.status, foreign.body.code]).toEqual([422, 'dossier.not-found']);
  });

  it('gives a batch to whoever ordered it alone', async () => {
    const { body } = await order({ of: 'day', day: '2026-04-17', kind: 'receipt' });

    const other = await (await server.as('chuyenvien')).get(`/print-batches/${body.id}`);

    expect([other.status, other.body.code]).toEqual([404, 'batch.not-found']);
  });

  it('forgets a batch after a day', async () => {
    const { body } = await order({ of: 'day', day: '2026-04-17', kind: 'receipt' });
    await (await server.as('admin')).post('/admin/clock', { now: '2026-04-18T04:00:00.000Z' });

    await order({ of: 'day', day: '2026-04-17', kind: 'receipt' });

    expect((await counter.get(`/print-batches/${body.id}`)).status).toBe(404);
  });
});
