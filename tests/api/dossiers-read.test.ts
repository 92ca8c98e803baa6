import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { completeOpen, walkTo } from '../support/walk.ts';

let server: TestServer;
let counter: TestClient;
let code: string;
beforeAll(async () => {
  server = await startServer({ now: '2026-04-17T03:00:00.000Z' });
  counter = await server.as('motcua');
  const application = await buildApplication(counter, HOUSE_PERMIT);
  const applicant = { ...application.applicant, fullName: 'Trần Thị Bưởi (mẫu)' };
  code = (await counter.post('/dossiers', { ...application, applicant })).body.code;
  await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION));
});
afterAll(() => server.close());

const codesOf = async (client: TestClient, query: string): Promise<string[]> =>
  (await client.get(`/dossiers?${query}`)).body.items.map((row: { code: string }) => row.code);

describe('searching', () => {
  it('finds by name without diacritics and by any word of it', async () => {
    expect(await codesOf(counter, 'q=tran%20thi%20buoi')).toEqual([code]);
    expect(await codesOf(counter, 'q=BƯỞI')).toEqual([code]);
    expect(await codesOf(counter, 'q=tran%20%20thi')).toEqual([code]);
  });

  it.each(['status=dang-xu-ly', 'status=11', 'from=hom-nay', 'to=2026-02-30', 'overdue=co'])(
    'answers no empty list to a filter that means nothing: %s',
    async (filter) => {
      expect((await counter.get(`/dossiers?${filter}`)).status).toBe(400);
    },
  );

  it('finds by code, procedure and status', async () => {
    expect(await codesOf(counter, `q=${code}`)).toEqual([code]);
    expect(await codesOf(counter, `procedure=${HOUSE_PERMIT}`)).toEqual([code]);
    expect(await codesOf(counter, 'status=accepted')).toContain(code);
    expect(await codesOf(counter, 'status=10')).toEqual([]);
  });

  it('finds by days of reception, the last one whole', async () => {
    expect(await codesOf(counter, 'from=2026-04-17&to=2026-04-17')).toContain(code);
    expect(await codesOf(counter, 'from=2026-04-18')).toEqual([]);
  });

  it('pages through every dossier once, newest first, though two of his units share it', async () => {
    for (let made = 0; made < 3; made++) {
      await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION));
    }
    const seen: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const cursor: string = next && `&cursor=${encodeURIComponent(next)}`;
      const { body } = await counter.get(`/dossiers?limit=2${cursor}`);
      seen.push(...body.items.map((row: { code: string }) => row.code));
      next = body.next;
    }

    const whole = (await counter.get('/dossiers?limit=200')).body;
    expect(seen).toEqual(whole.items.map((row: { code: string }) => row.code));
    expect(new Set(seen).size).toBe(seen.length);
    expect(whole.total).toBe(seen.length);
  });

  it('shows a citizen his own dossiers only', async () => {
    expect(await codesOf(await server.as('congdan'), '')).toEqual([]);
  });

  it('shows those who watch over all everything', async () => {
    expect(await codesOf(await server.as('vanphong'), '')).toContain(code);
  });
});

describe('one dossier', () => {
  it('is not found by people of units it never went to', async () => {
    const { status, body } = await (await server.as('congdan')).get(`/dossiers/${code}`);

    expect([status, body.code]).toEqual([404, 'dossier.not-found']);
  });

  it('is seen by a unit from the moment that work reaches it', async () => {
    const specialist = await server.as('chuyenvien');
    const fresh = (await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT))).body.code;
    await walkTo(server, fresh, 'ThamDinh');

    expect((await specialist.get(`/dossiers/${fresh}`)).status).toBe(200);
  });

  it('tells its history in order, in sentences of the reader’s language', async () => {
    await completeOpen(server, code);

    const vi = (await counter.get(`/dossiers/${code}/history`)).body.items;
    const en = (await counter.get(`/dossiers/${code}/history`, { 'accept-language': 'en' })).body.items;

    expect(vi.map(({ seq }: { seq: number }) => seq)).toEqual(
      vi.map((_: unknown, index: number) => index + 1),
    );
    expect(vi.map(({ type }: { type: string }) => type).slice(0, 3)).toEqual([
      'dossier-filed',
      'status',
      'due-changed',
    ]);
    expect(vi.find(({ type }: { type: string }) => type === 'task-completed').text).toBe(
      'Cán bộ Một cửa (mẫu) hoàn thành bước “1. Tiếp nhận, số hóa, chuyển hồ sơ”',
    );
    expect(en[1].text).toBe('Status became “Accepted”'); // R071
  });

  it('shows the process with where it is', async () => {
    const { body } = await counter.get(`/dossiers/${code}/diagram`);

    expect(body.xml).toContain('<bpmn:definitions');
    expect(body.open).toEqual(['PhanCong']);
    expect(body.done).toContain('TiepNhan');
    expect(body.done).not.toContain('PhanCong');
  });
});

describe('what was pinned at reception', () => {
  it('outlives a change of the procedure', async () => {
    const owner = await server.as('admin');
    const { body: before } = await owner.get(`/procedures/${HOUSE_PERMIT}`);
    const {
      code: _code,
      unitName: _unit,
      activeVersion: _version,
      abilities: _abilities,
      ...settings
    } = before;
    const taken = (await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT))).body;

    const changed = await owner.put(`/procedures/${HOUSE_PERMIT}`, {
      ...settings,
      timeLimit: { amount: 30, unit: 'calendar-days' },
    });

    expect(changed.status).toBe(200);
    const old = (await counter.get(`/dossiers/${taken.code}`)).body;
    const next = (await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT))).body;
    expect(old.dueAt).toBe(taken.dueAt); // docs/decisions/0004
    expect(next.dueAt > old.dueAt).toBe(true);
  });
});
