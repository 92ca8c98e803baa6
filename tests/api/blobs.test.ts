import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const MEGABYTE = 1024 * 1024;

describe('attachments', () => {
  let server: TestServer;
  let clerk: TestClient;

  beforeAll(async () => {
    server = await startServer();
    clerk = await server.as('motcua');
  });
  afterAll(() => server.close());

  const upload = async (name: string, bytes: Uint8Array, client = clerk) => {
    const form = new FormData();
    form.append('file', new File([bytes as BlobPart], name));
    const answer = await client.fetch('/blobs', { method: 'POST', body: form });
    return { status: answer.status, body: await answer.json() };
  };

  it('come back as they were, to be saved and never shown', async () => {
    const { status, body } = await upload('Bản vẽ.pdf', PDF);
    const answer = await clerk.fetch(`/blobs/${body.sha256}`);

    expect(status).toBe(201);
    expect(body).toEqual({
      sha256: createHash('sha256').update(PDF).digest('hex'),
      name: 'Bản vẽ.pdf',
      mediaType: 'application/pdf',
      size: PDF.length,
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PDF);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('Bản vẽ.pdf')}`,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('are one blob however often the same bytes are sent', async () => {
    const answers = await Promise.all(
      ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => upload(name, Buffer.concat([PDF, PDF]))),
    );

    expect(new Set(answers.map(({ body }) => body.sha256)).size).toBe(1);
  });

  it.each([
    ['a page of HTML', 'trang.html', Buffer.from('<script>alert(1)</script>')],
    ['a program that calls itself a PDF', 'don.pdf', Buffer.from('MZ\x90\x00not a pdf at all')],
    ['a PDF that calls itself a picture', 'anh.png', PDF],
    ['a file without an extension', 'don', PDF],
  ])('refuses %s', async (_what, name, bytes) => {
    const { status, body } = await upload(name, bytes);

    expect(status).toBe(415);
    expect(body.code).toBe('blob.type-forbidden');
    expect(body.detail).toContain('pdf, png, jpg');
  });

  it('refuses a file over 20 MB, and keeps nothing of it', async () => {
    const bytes = Buffer.concat([PDF, Buffer.alloc(20 * MEGABYTE)]);

    const { status, body } = await upload('lon.pdf', bytes);
    const kept = await clerk.fetch(`/blobs/${createHash('sha256').update(bytes).digest('hex')}`);

    expect(status).toBe(413);
    expect(body).toMatchObject({ code: 'blob.too-large', detail: expect.stringContaining('20 MB') });
    expect(kept.status).toBe(404);
  });

  it('refuses an empty file, a request without one, and another kind of body', async () => {
    const empty = await upload('rong.pdf', Buffer.alloc(0));
    const none = await clerk.fetch('/blobs', { method: 'POST', body: new FormData() });
    const json = await clerk.post('/blobs', {});

    expect([empty.status, empty.body.code]).toEqual([422, 'blob.empty']);
    expect([none.status, (await none.json()).code]).toEqual([422, 'blob.missing']);
    expect(json.status).toBe(415);
  });

  it('of one citizen are nobody else’s, but staff may read them', async () => {
    const citizen = await server.as('congdan');
    const { body: ofClerk } = await upload('noi-bo.pdf', Buffer.concat([PDF, Buffer.from('% nội bộ')]));
    const { body: own } = await upload(
      'cua-toi.pdf',
      Buffer.concat([PDF, Buffer.from('% của tôi')]),
      citizen,
    );

    const statuses = [
      (await citizen.fetch(`/blobs/${ofClerk.sha256}`)).status,
      (await citizen.fetch(`/blobs/${own.sha256}`)).status,
      (await clerk.fetch(`/blobs/${own.sha256}`)).status,
    ];

    expect(statuses).toEqual([404, 200, 200]);
  });

  describe('sent in pieces', () => {
    const file = Buffer.concat([PDF, Buffer.alloc(100_000, 7)]);
    const begin = (name: string, size = file.length) => clerk.post('/uploads', { name, size });
    const send = async (id: string, from: number, to = file.length, client = clerk) => {
      const answer = await client.fetch(`/uploads/${id}/pieces/${from}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: new Uint8Array(file.subarray(from, to)),
      });
      return { status: answer.status, body: await answer.json() };
    };

    it('go on where a cut line stopped, and are the very file in the end', async () => {
      const { body: begun } = await begin('ban-ve.pdf');
      await send(begun.id, 0, 40_000);
      const again = await send(begun.id, 0, 40_000);
      const tooEarly = await send(begun.id, 80_000);
      const { body: where } = await clerk.get(`/uploads/${begun.id}`);
      const early = await clerk.post(`/uploads/${begun.id}/finish`);
      await send(begun.id, where.received);
      const { status, body } = await clerk.post(`/uploads/${begun.id}/finish`);

      expect([again.body.received, tooEarly.body.received, where.received]).toEqual([40_000, 40_000, 40_000]);
      expect([early.status, early.body.code]).toEqual([409, 'blob.unfinished']);
      expect({ status, ...body }).toEqual({
        status: 201,
        name: 'ban-ve.pdf',
        mediaType: 'application/pdf',
        size: file.length,
        sha256: createHash('sha256').update(file).digest('hex'),
      });
      const answer = await clerk.fetch(`/blobs/${body.sha256}`);
      expect(Buffer.from(await answer.arrayBuffer()).equals(file)).toBe(true);
    });

    it('are refused by name, by size and by what is in them, as a whole file is', async () => {
      const [byName, bySize] = [await begin('trang.html'), await begin('don.pdf', 21 * MEGABYTE)];
      const { body: begun } = await begin('anh.png');
      await send(begun.id, 0);
      const lying = await clerk.post(`/uploads/${begun.id}/finish`);

      expect([byName.status, bySize.status, lying.status]).toEqual([415, 413, 415]);
      expect((await clerk.get(`/uploads/${begun.id}`)).status).toBe(404);
    });

    it('are nobody else’s', async () => {
      const citizen = await server.as('congdan');
      const { body: begun } = await begin('don.pdf');

      expect((await send(begun.id, 0, 100, citizen)).status).toBe(404);
      expect((await citizen.get(`/uploads/${begun.id}`)).status).toBe(404);
    });
  });
});
