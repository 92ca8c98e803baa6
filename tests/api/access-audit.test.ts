import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

describe('the audit trail', () => {
  let server: TestServer;
  let admin: TestClient;

  beforeAll(async () => {
    server = await startServer();
    admin = await server.as('admin');
  });
  afterAll(() => server.close());

  const lines = async (query: string) => (await admin.get(`/audit?limit=200&${query}`)).body.items;

  it('tells who searched for what, and from where', async () => {
    const clerk = await server.as('motcua');
    await clerk.get('/dossiers?q=nguyen%20van%20a');

    const [line] = await lines('what=dossier.search');

    expect(line).toMatchObject({
      actorName: 'Cán bộ Một cửa (mẫu)',
      what: 'dossier.search',
      detail: 'q=nguyen van a',
      ip: expect.stringContaining('127.0.0.1'),
      requestId: expect.any(String),
    });
  });

  it('does not tell of a look-up that was refused', async () => {
    await server.anonymous.get('/dossiers?q=ai%20do');
    await (await server.as('motcua')).get('/dossiers?q=sau%20do');
    const found = (await lines('what=dossier.search')) as { detail: string }[];

    expect(found.map(({ detail }) => detail)).not.toContain('q=ai do');
  });

  it('is newest first, by actor, by kind, by time, a page at a time', async () => {
    const me = (await admin.get('/session')).body.user.id;
    for (const name of ['Một', 'Hai', 'Ba']) await admin.post('/api-keys', { name, roles: ['specialist'] });

    const { body: first } = await admin.get(`/audit?actor=${me}&what=api-key.&limit=2`);
    const { body: second } = await admin.get(
      `/audit?actor=${me}&what=api-key.&limit=2&cursor=${encodeURIComponent(first.next)}`,
    );
    const before = await lines(`what=api-key.&to=2026-04-14`);

    const details = [...first.items, ...second.items].map(({ detail }: { detail: string }) => detail);
    expect(details).toEqual(['Ba: specialist', 'Hai: specialist', 'Một: specialist']);
    expect(before).toEqual([]);
  });

  it('is not for clerks', async () => {
    expect((await (await server.as('motcua')).get('/audit')).status).toBe(403);
  });
});
