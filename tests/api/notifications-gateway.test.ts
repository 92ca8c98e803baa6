import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type NoticeRecord, noticeSpec } from '../../server/notifications/records.ts';
import { sweepNotices } from '../../server/notifications/sweep-notices.ts';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { type GatewayListener, gatewayListener } from '../support/gateway-listener.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

/** Friday 17/04/2026, 10:00 in Việt Nam. */
const FRIDAY = '2026-04-17T03:00:00.000Z';

let sms: GatewayListener;
let zalo: GatewayListener;
let server: TestServer;
let counter: TestClient;
let admin: TestClient;
beforeAll(async () => {
  sms = await gatewayListener();
  zalo = await gatewayListener();
  server = await startServer({
    now: FRIDAY,
    sms: { url: sms.url, token: 'khoa-mau' },
    zalo: { url: zalo.url, token: 'khoa-mau' },
  });
  counter = await server.as('motcua');
  admin = await server.as('admin');
});
afterEach(() => {
  sms.taken.length = 0;
  zalo.taken.length = 0;
});
afterAll(async () => {
  // a gateway left open would keep the run from ending when the server does not start
  await server?.close();
  await Promise.all([sms?.close(), zalo?.close()]);
});

/** Of somebody who left a telephone number alone. */
async function takeIn(): Promise<string> {
  const application = await buildApplication(counter, CERTIFICATION);
  const { email: _email, ...applicant } = application.applicant;
  const { body } = await counter.post('/dossiers', {
    ...application,
    applicant: { ...applicant, phone: '0912000222' },
  });
  await server.server.jobs.drain({ types: ['notify', 'message.send'] });
  return body.code;
}
const messages = async (code: string) => (await counter.get(`/dossiers/${code}/messages`)).body.items;

describe('a message to a telephone', () => {
  it('goes out by Zalo where that is connected: short, once, under a key of its own', async () => {
    const code = await takeIn();

    const [taken, ...further] = zalo.taken;
    expect(further).toEqual([]);
    expect(taken).toMatchObject({ to: '0912000222', authorization: 'Bearer khoa-mau' });
    expect(taken!.key).toBe(encodeURIComponent(taken!.id));
    expect(taken!.text).toContain(`/tra-cuu/${code}`);
    expect(taken!.text.split('\n')).toHaveLength(3);
    expect(taken!.text).toContain('người thực hiện: Cán bộ Một cửa (mẫu)'); // R135
    expect(await messages(code)).toMatchObject([{ channel: 'zalo', state: 'sent', sentAt: FRIDAY }]);
    expect(sms.taken).toEqual([]);
  });

  it('goes out as a text message when Zalo does not know the number', async () => {
    zalo.refuse(422, 1);

    const code = await takeIn();

    expect(sms.taken).toMatchObject([{ to: '0912000222' }]);
    expect(await messages(code)).toMatchObject([{ channel: 'sms', state: 'sent' }]);
  });

  it('waits when the gateway is busy, and is tried again', async () => {
    zalo.refuse(503, 1);
    const code = await takeIn();
    expect(await messages(code)).toMatchObject([{ state: 'waiting' }]);

    await admin.post('/admin/clock', { advance: 'PT2M' });
    await server.server.jobs.drain({ types: ['message.send'] });

    expect(await messages(code)).toMatchObject([{ channel: 'zalo', state: 'sent' }]);
  });

  it('that both refuse is shown to the administrator, who sends it anew', async () => {
    zalo.refuse(422, 1);
    sms.refuse(422, 1);
    const code = await takeIn();
    const { items } = (await admin.get('/admin/jobs')).body;
    const dead = items.find(({ id }: { id: string }) => id.includes(code));

    expect(dead).toMatchObject({ type: 'message.send', lastError: '422 số điện thoại không hợp lệ' });
    await admin.post(`/admin/jobs/${encodeURIComponent(dead.id)}/retry`);
    await server.server.jobs.drain({ types: ['message.send'] });
    expect(await messages(code)).toMatchObject([{ state: 'sent' }]);
  });
});

describe('notices that were read', () => {
  const left = async (): Promise<string[]> => {
    const { items } = await server.server.store.collection(noticeSpec).find({ where: { to: 'ai-do' } });
    return items.map(({ id }) => id).sort();
  };

  it('are forgotten after ninety days; unread ones are not', async () => {
    const { store, clock } = server.server;
    const notice = (readAt?: string): NoticeRecord => ({
      to: 'ai-do',
      topic: 'filed',
      values: { code: 'H01-260101-0001', procedure: 'Thủ tục mẫu' },
      dossier: 'H01-260101-0001',
      at: '2026-01-01T00:00:00.000Z',
      ...(readAt ? { readAt } : { unread: true }),
    });
    await store.commit([
      {
        op: 'insert',
        collection: noticeSpec.name,
        id: 'read-long-ago',
        doc: notice('2026-01-02T00:00:00.000Z'),
      },
      {
        op: 'insert',
        collection: noticeSpec.name,
        id: 'read-lately',
        doc: notice('2026-04-01T00:00:00.000Z'),
      },
      { op: 'insert', collection: noticeSpec.name, id: 'unread', doc: notice() },
    ]);

    expect(await sweepNotices({ store, clock })).toBe(1);
    expect(await sweepNotices({ store, clock })).toBe(0);
    expect(await left()).toEqual(['read-lately', 'unread']);
  });
});
