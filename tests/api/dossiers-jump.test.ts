import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestAnswer, TestClient } from '../support/test-client.ts';
import { openTasks, walkTo } from '../support/walk.ts';

let server: TestServer;
let counter: TestClient;
let admin: TestClient;

beforeAll(async () => {
  server = await startServer({ now: '2026-04-17T03:00:00.000Z' });
  counter = await server.as('motcua');
  admin = await server.as('admin');
}, 60_000);
afterAll(() => server.close());

/** A house permit under examination. */
async function examined(): Promise<string> {
  const { body } = await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));
  await walkTo(server, body.code, 'ThamDinh');
  return body.code;
}

const jump = (code: string, body: object, client = admin): Promise<TestAnswer> =>
  client.post(`/dossiers/${code}/jump`, { reason: 'Phân công lại người thẩm định', ...body });

describe('moving a dossier to another step', () => {
  it('is told in advance, and the telling changes nothing', async () => {
    const code = await examined();
    const before = (await admin.get(`/dossiers/${code}`)).body;

    const { status, body } = await admin.post(`/dossiers/${code}/jump-preview`, { to: 'PhanCong' });

    expect(status).toBe(200);
    expect(body.cancels).toContainEqual({
      element: 'ThamDinh',
      name: '3. Thẩm định, kiểm tra thực địa',
      kind: 'task',
    });
    expect(body.opens).toMatchObject([{ element: 'PhanCong', unitName: expect.any(String) }]);
    expect(body.incidents).toEqual([]);
    expect((await admin.get(`/dossiers/${code}`)).body).toEqual(before);
  });

  it('offers the steps of its process whose status is work under way', async () => {
    const code = await examined();

    const { body } = await admin.get(`/dossiers/${code}/jump`);

    const steps = body.steps.map(({ element }: { element: string }) => element);
    expect(body.open).toEqual([{ element: 'ThamDinh', name: '3. Thẩm định, kiểm tra thực địa' }]);
    expect(steps).toEqual(expect.arrayContaining(['PhanCong', 'ThamDinh']));
    expect(body.steps.every(({ name }: { name: string }) => !name.includes('Trả kết quả'))).toBe(true);
  });

  it('ends what was open and opens the step; promise, clock and status stay', async () => {
    const code = await examined();
    const { body: before } = await admin.get(`/dossiers/${code}`);

    const { status, body } = await jump(code, { to: 'PhanCong' });

    expect(status).toBe(200);
    expect(body.openTasks.map(({ element }: { element: string }) => element)).toEqual(['PhanCong']);
    expect(body).toMatchObject({ status: before.status, dueAt: before.dueAt, clock: { state: 'running' } });
    const { body: history } = await admin.get(`/dossiers/${code}/history`);
    expect(history.items.find(({ type }: { type: string }) => type === 'jumped')).toMatchObject({
      reason: 'Phân công lại người thẩm định',
      before: { open: ['ThamDinh'] },
      after: { to: 'PhanCong' },
    });
    const { body: lines } = await admin.get('/audit?what=dossier.jump');
    expect(lines.items[0]).toMatchObject({ subject: code });
  });

  it('gives no result: steps of another status have an operation', async () => {
    const code = await examined();

    const { status, body } = await jump(code, { to: 'Tra' });

    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'jump.needs-operation', errors: [{ pointer: '/to' }] });
    expect((await openTasks(server, code))[0].element).toBe('ThamDinh');
  });

  it('refuses a step that is not there, a place that is not open, and a missing reason', async () => {
    const code = await examined();

    expect(await jump(code, { to: 'Nowhere' })).toMatchObject({
      status: 422,
      body: { code: 'jump.no-such-step', errors: [{ pointer: '/to' }] },
    });
    expect(await jump(code, { from: ['PhanCong'], to: 'ThamDinh' })).toMatchObject({
      status: 422,
      body: { code: 'jump.nothing-open', errors: [{ pointer: '/from' }] },
    });
    expect((await jump(code, { to: 'PhanCong', reason: '' })).status).toBe(422);
  });

  it('rests while the dossier is on hold', async () => {
    const code = await examined();
    const specialist = await server.as('chuyenvien');
    await specialist.post(`/dossiers/${code}/suspend`, { reason: 'Chờ xác minh' });

    expect(await jump(code, { to: 'PhanCong' })).toMatchObject({
      status: 409,
      body: { code: 'dossier.on-hold' },
    });
    expect((await admin.get(`/dossiers/${code}`)).body.abilities).not.toContain('jump');
  });

  it('is not offered to who does the steps, nor possible for a process owner who has not to do with it', async () => {
    const code = await examined();
    const specialist = await server.as('chuyenvien');

    expect((await specialist.get(`/dossiers/${code}`)).body.abilities).not.toContain('jump');
    expect((await jump(code, { to: 'PhanCong' }, specialist)).status).toBe(403);
    expect((await jump(code, { to: 'PhanCong' }, await server.as('chuquytrinh'))).status).toBe(404);
    expect((await admin.get(`/dossiers/${code}`)).body.abilities).toContain('jump');
  });
});
