import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pdfLib } from '../../server/documents/pdf-lib.ts';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { buildP12 } from '../support/build-p12.ts';
import { readSignature } from '../support/read-signature.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { walkTo } from '../support/walk.ts';

/** Friday 17/04/2026, 10:00 in Việt Nam. */
const FRIDAY = '2026-04-17T03:00:00.000Z';
const PASSWORD = 'mat-khau-mau';

const emptySheet = async (): Promise<Uint8Array> => {
  const document = await pdfLib().PDFDocument.create();
  document.addPage();
  return document.save({ useObjectStreams: false });
};

let folder: string;
let server: TestServer;
let counter: TestClient;
let specialist: TestClient;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-keys-'));
  await writeFile(join(folder, 'centre.p12'), buildP12({ commonName: 'TTPVHCC phường Long Xuyên (mẫu)' }));
  await writeFile(join(folder, 'head.p12'), buildP12({ commonName: 'Lãnh đạo (mẫu)' }));
  await writeFile(join(folder, 'old.p12'), buildP12({ validTo: '2026-02-28T00:00:00.000Z' }));
  const key = (file: string, whose: object) => ({ file, password: PASSWORD, ...whose });
  await writeFile(
    join(folder, 'keys.json'),
    JSON.stringify([
      key('head.p12', { person: 'lanhdao.longxuyen' }),
      key('old.p12', { unit: 'phong-kinh-te-long-xuyen' }),
    ]),
  );
  server = await startServer({
    now: FRIDAY,
    printPdf: emptySheet,
    signing: {
      p12: { file: join(folder, 'centre.p12'), password: PASSWORD },
      keysFile: join(folder, 'keys.json'),
    },
  });
  counter = await server.as('motcua');
  specialist = await server.as('chuyenvien');
});
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

async function examined(): Promise<string> {
  const { body } = await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));
  await walkTo(server, body.code, 'ThamDinh');
  return body.code;
}

async function draftFor(unit: string): Promise<{ code: string; id: string }> {
  const code = await examined();
  const { body } = await specialist.post(`/dossiers/${code}/documents`, {
    kind: 'refusal',
    reason: 'Không phù hợp quy hoạch',
    unit,
  });
  return { code, id: body.id };
}

const printed = async (code: string, id: string) => {
  await server.server.jobs.drain({ types: ['document.print'] });
  const answer = await counter.fetch(`/dossiers/${code}/documents/${id}.pdf`);
  return readSignature(new Uint8Array(await answer.arrayBuffer()));
};

describe('an installation with signing keys', () => {
  // R059: the receiving officer signs the receipt
  it('signs what the counter issues, and shows it on the paper', async () => {
    const code = await examined();

    const signature = await printed(code, 'receipt-1');
    const html = (await counter.get(`/dossiers/${code}/documents/receipt-1.html`)).body;
    const { body } = await counter.get(`/dossiers/${code}/documents`);

    expect(signature).toMatchObject({
      coversWhole: true,
      isIntact: true,
      isAuthentic: true,
      subject: 'TTPVHCC phường Long Xuyên (mẫu)',
      signedAt: FRIDAY,
    });
    expect(html).toContain(
      'Ký số bởi: TTPVHCC phường Long Xuyên (mẫu). Thời gian ký: 17/04/2026 10:00:00 +07:00',
    );
    expect(body.items[0].seal.subject).toBe('TTPVHCC phường Long Xuyên (mẫu)');
  });

  it('signs what a head has signed with his own key, whoever issues it', async () => {
    const { code, id } = await draftFor('ubnd-long-xuyen');
    const head = await server.as('lanhdao.longxuyen');
    await head.post(`/dossiers/${code}/documents/${id}/sign`, {});
    await specialist.post(`/dossiers/${code}/documents/${id}/issue`, {});

    expect(await printed(code, id)).toMatchObject({ isIntact: true, subject: 'Lãnh đạo (mẫu)' });
  });

  it('lets nobody sign with a certificate that has expired, and says since when', async () => {
    const { code, id } = await draftFor('phong-kinh-te-long-xuyen');
    const head = await server.as('truongphong.longxuyen');

    const { status, body } = await head.post(`/dossiers/${code}/documents/${id}/sign`, {});

    expect([status, body.code]).toEqual([409, 'signature.expired']);
    expect(body.detail).toContain('28/02/2026');
  });
});
