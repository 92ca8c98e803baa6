import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import PizZip from 'pizzip';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { buildWord } from '../support/build-word.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let server: TestServer;
let counter: TestClient;
let designer: TestClient;
let code: string;
beforeAll(async () => {
  server = await startServer({ now: '2026-04-17T03:00:00.000Z' });
  counter = await server.as('motcua');
  designer = await server.as('thietkebieumau');
  code = (await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT))).body.code;
});
afterAll(() => server.close());

async function upload(bytes: Uint8Array): Promise<string> {
  const body = new FormData();
  body.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>], { type: WORD }), 'giay-tiep-nhan.docx');
  const answer = await designer.fetch('/blobs', { method: 'POST', body });
  return ((await answer.json()) as { sha256: string }).sha256;
}

const keep = async (...paragraphs: string[]) => {
  const sha256 = await upload(await buildWord(...paragraphs));
  return designer.post('/templates/receipt/word', { sha256, name: 'giay-tiep-nhan.docx' });
};

async function fetchWord(): Promise<{ type: string | null; xml: string }> {
  const answer = await counter.fetch(`/dossiers/${code}/documents/receipt-1.docx`);
  const zip = new PizZip(await answer.arrayBuffer());
  return { type: answer.headers.get('content-type'), xml: zip.file('word/document.xml')!.asText() };
}

describe('a paper as .docx', () => {
  it('is its page, as long as its kind has no Word form', async () => {
    const { type, xml } = await fetchWord();

    expect(type).toBe(WORD);
    expect(xml).toContain('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
    expect(xml).toContain(code);
  });

  it('is for the staff, who may see the dossier', async () => {
    const stranger = await (await server.as('congdan')).get(`/dossiers/${code}/documents/receipt-1.docx`);

    expect([403, 404]).toContain(stranger.status);
  });
});

describe('a Word form', () => {
  it('is refused with each fault and the tag it is about, and nothing is kept', async () => {
    const { status, body } = await keep('Số {doc.numbr}', '{#components}{name}');

    expect([status, body.code]).toEqual([422, 'word-form.faulty']);
    expect(body.errors[0]).toMatchObject({
      pointer: '/sha256',
      detail: expect.stringContaining('components'),
    });
    expect((await designer.get('/templates/receipt/word')).status).toBe(404);
  });

  it('is kept in versions; the newest is filled with the data that the paper was issued with', async () => {
    await keep('Cũ: {doc.number}');
    const { status, body } = await keep('Số {doc.number}: {#components}{index}. {name}; {/components}');

    expect([status, body.version]).toEqual([201, 2]);
    expect((await fetchWord()).xml).toMatch(/Số 01\/TNHS: 1\. /);
  });

  it('is kept by those who design templates alone', async () => {
    const answer = await counter.post('/templates/receipt/word', { sha256: 'a'.repeat(64), name: 'x.docx' });

    expect(answer.status).toBe(403);
  });
});
