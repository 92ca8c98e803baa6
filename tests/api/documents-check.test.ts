import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { readDrawnQr } from '../support/read-drawn-qr.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { walkTo } from '../support/walk.ts';

let server: TestServer;
let counter: TestClient;
let code: string;
beforeAll(async () => {
  server = await startServer({ now: '2026-04-17T03:00:00.000Z' });
  counter = await server.as('motcua');
  code = await takeIn();
});
afterAll(() => server.close());

async function takeIn(): Promise<string> {
  return (await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT))).body.code;
}

const check = async (dossier: string, id: string) =>
  (await server.anonymous.get(`/public/dossiers/${dossier}/documents/${id}`)).body;
const tell = (dossier: string, id: string, action: string, body: object) =>
  counter.post(`/dossiers/${dossier}/documents/${id}/${action}`, body);

describe('the check of a paper', () => {
  it('says of an issued one that it is genuine, with what it is and nothing of whom', async () => {
    const checked = await check(code, 'receipt-1');

    expect(checked).toMatchObject({
      verdict: 'genuine',
      title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
      number: '01/TNHS',
      unit: expect.stringContaining('Long Xuyên'),
      isSealed: false,
    });
    expect(JSON.stringify(checked)).not.toMatch(/Nguyễn|0900000001|Lý Thái Tổ/); // R134
  });

  it('gives the hash of the file once it is printed', async () => {
    await server.server.jobs.drain({ types: ['document.print'] });

    const { body } = await counter.get(`/dossiers/${code}/documents`);

    expect((await check(code, 'receipt-1')).sha256).toBe(body.items[0].sha256);
  });

  it('leads from a replaced one to the one that took its place', async () => {
    const own = await takeIn();
    const { body } = await tell(own, 'receipt-1', 'reissue', { reason: 'Sai địa chỉ' });

    expect(await check(own, 'receipt-1')).toMatchObject({
      verdict: 'replaced',
      replacedBy: { id: body.id, number: body.number },
    });
    expect(await check(own, body.id)).toMatchObject({ verdict: 'genuine' });
  });

  it('says that one was withdrawn, and when, not why', async () => {
    const own = await takeIn();
    await tell(own, 'receipt-1', 'withdraw', { reason: 'Nhầm hồ sơ của ông B' });

    const checked = await check(own, 'receipt-1');

    expect(checked).toMatchObject({ verdict: 'withdrawn', withdrawnAt: '2026-04-17T03:00:00.000Z' });
    expect(JSON.stringify(checked)).not.toContain('Nhầm');
  });

  it('knows neither drafts nor what was never there', async () => {
    const own = await takeIn();
    await walkTo(server, own, 'ThamDinh');
    const specialist = await server.as('chuyenvien');
    const draft = await specialist.post(`/dossiers/${own}/documents`, { kind: 'refusal', reason: 'x' });

    const answers = await Promise.all([
      check(own, draft.body.id),
      check(own, 'receipt-9'),
      check('H01.30.01-260417-9999', 'receipt-1'),
    ]);

    expect(answers.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown', 'unknown']);
  });
});

describe('the look-up', () => {
  it('lists what was issued to the applicant, and keeps what goes from office to office inside', async () => {
    const own = await takeIn();
    await walkTo(server, own, 'ThamDinh');
    await (await server.as('chuyenvien')).post(`/dossiers/${own}/refuse`, { reason: 'Không phù hợp' });

    const { body } = await server.anonymous.get(`/public/dossiers/${own}`);

    const kinds = body.papers.map(({ id }: { id: string }) => id.replace(/-\d+$/, ''));
    expect(kinds).toEqual(expect.arrayContaining(['receipt', 'refusal']));
    expect(kinds).not.toContain('control-slip');
  });
});

describe('an error found after the return (NĐ61 Đ.21)', () => {
  it('is put right by a paper that names the old one; history and look-up show both, the dossier stays returned', async () => {
    const own = await takeIn();
    await walkTo(server, own, 'ThamDinh');
    const leader = await server.as('lanhdao');
    await leader.post(`/dossiers/${own}/finish`, { outcome: 'refused', reason: 'Sai quy hoạch' });
    await counter.post(`/dossiers/${own}/return`, { to: 'Nguyễn Văn A (mẫu)', method: 'counter' });
    const { items } = (await counter.get(`/dossiers/${own}/documents`)).body;
    const wrong = items.find(({ kind }: { kind: string }) => kind === 'refusal');
    const order = { reason: 'Ghi nhầm căn cứ', text: 'Không phù hợp chỉ giới xây dựng' };

    const { status, body: fresh } = await tell(own, wrong.id, 'reissue', order);

    expect([status, fresh.replaces]).toEqual([
      200,
      { id: wrong.id, number: wrong.number, reason: order.reason },
    ]);
    const { body: dossier } = await counter.get(`/dossiers/${own}`);
    expect([dossier.status.code, dossier.delivery.state]).toEqual([10, 'delivered']);
    const html = (await counter.get(`/dossiers/${own}/documents/${fresh.id}.html`)).body;
    for (const part of [order.text, wrong.number]) expect(html).toContain(part);
    const history = (await counter.get(`/dossiers/${own}/history?limit=200`)).body.items;
    expect(history).toContainEqual(
      expect.objectContaining({
        type: 'document-reissued',
        reason: order.reason,
        text: expect.stringContaining(`thay thế số ${wrong.number}`),
      }),
    );
    const { papers } = (await server.anonymous.get(`/public/dossiers/${own}`)).body;
    expect(papers).toContainEqual(expect.objectContaining({ id: wrong.id, verdict: 'replaced' }));
    expect(papers).toContainEqual(expect.objectContaining({ id: fresh.id, verdict: 'genuine' }));
  });
});

describe('the QR of a paper', () => {
  it('leads to its check; that of the receipt to the look-up', async () => {
    const own = await takeIn();
    await walkTo(server, own, 'ThamDinh');
    await (await server.as('chuyenvien')).post(`/dossiers/${own}/refuse`, { reason: 'Không phù hợp' });
    const { items } = (await counter.get(`/dossiers/${own}/documents`)).body;
    const { id } = items.find(({ kind }: { kind: string }) => kind === 'refusal');
    const html = async (paper: string): Promise<string> =>
      (await counter.get(`/dossiers/${own}/documents/${paper}.html`)).body;

    expect(readDrawnQr(await html(id))).toBe(`${server.url}/tra-cuu/${own}/${id}`); // R103
    expect(readDrawnQr(await html('receipt-1'))).toBe(`${server.url}/tra-cuu/${own}`);
  });
});
