import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { walkTo } from '../support/walk.ts';

let server: TestServer;
let counter: TestClient;
beforeAll(async () => {
  server = await startServer({ now: '2026-04-17T03:00:00.000Z' });
  counter = await server.as('motcua');
});
afterAll(() => server.close());

const takeIn = async (): Promise<string> =>
  (await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT))).body.code;

const lookUp = async (code: string) => (await server.anonymous.get(`/public/dossiers/${code}`)).body;

describe('looking up by code', () => {
  it('shows agency, units, dates and degree of completion to anybody', async () => {
    const code = await takeIn();

    const shown = await lookUp(code);

    // R130
    expect(shown).toMatchObject({
      code,
      receivingUnit: 'Trung tâm Phục vụ hành chính công phường Long Xuyên (mẫu)',
      dueAt: '2026-05-04T10:00:00.000Z',
      status: { code: 2 },
    });
    expect(shown.units[0].state).toBe('current');
    expect(shown.qr).toMatch(/^data:image\/png;base64,/);
  });

  it('gives away no name, number, address or telephone', async () => {
    const code = await takeIn();

    const shown = JSON.stringify(await lookUp(code));

    expect(shown).toContain('Nguyễn V** A**'); // R134
    for (const secret of ['Nguyễn Văn A', '089000000001', '0900000001', 'Lý Thái Tổ', 'example.vn']) {
      expect(shown).not.toContain(secret);
    }
  });

  it('shows neither units nor a due date before acceptance', async () => {
    const citizen = await server.as('congdan');
    const application = await buildApplication(counter, HOUSE_PERMIT, { channel: 'online' });
    const { code } = (await citizen.post('/dossiers', application)).body;

    const shown = await lookUp(code);

    expect([shown.units, shown.dueAt]).toEqual([undefined, undefined]); // R131
  });

  it('moves with the work', async () => {
    const code = await takeIn();
    const before = await lookUp(code);
    await walkTo(server, code, 'Ky');

    const after = await lookUp(code);

    expect(after.progress).toBeGreaterThan(before.progress);
    expect(after.timeline.map(({ label }: { label: string }) => label)).toEqual([
      'Được tiếp nhận',
      'Đang xử lý',
    ]);
  });

  it('takes a code typed in small letters', async () => {
    const code = await takeIn();

    expect((await lookUp(code.toLowerCase())).code).toBe(code);
  });

  it('says so when there is none', async () => {
    const { status, body } = await server.anonymous.get('/public/dossiers/H01.12-260101-9999');

    expect([status, body.code]).toEqual([404, 'portal.dossier-not-found']);
  });
});

describe('rating', () => {
  it('is open after the return, once a code', async () => {
    const code = await takeIn();
    const rate = () => server.anonymous.post(`/public/dossiers/${code}/rating`, { stars: 5 });

    const early = await rate();
    await walkTo(server, code, 'ThamDinh');
    await (await server.as('chuyenvien')).post(`/dossiers/${code}/finish`, { outcome: 'granted' });
    await counter.post(`/dossiers/${code}/return`, { to: 'Nguyễn Văn A', method: 'counter' });
    const open = (await lookUp(code)).canRate;
    const first = await rate();
    const second = await rate();

    // R149
    expect([early.status, open, first.status, second.status]).toEqual([409, true, 201, 409]);
    expect((await lookUp(code)).canRate).toBe(false);
  });
});

describe('the public catalogue', () => {
  it('lists what is taken in, without a session and without samples', async () => {
    const { status, body } = await server.anonymous.get('/public/procedures?q=xay%20dung');

    expect(status).toBe(200);
    const found = body.items.find(({ code }: { code: string }) => code === HOUSE_PERMIT);
    expect(found.components.length).toBeGreaterThan(0);
    expect(found.samples).toBeUndefined();
  });
});
