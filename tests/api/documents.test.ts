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
  code = (await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT))).body.code;
});
afterAll(() => server.close());

const page = async (id: string) =>
  (await counter.get(`/dossiers/${code}/documents/${id}.html`)).body as string;

describe('the receipt', () => {
  it('can be read as a page at once, with code, number, promise and ledger', async () => {
    const html = await page('receipt-1');

    for (const part of [code, 'Nguyễn Văn A (mẫu)', '17 giờ 00 phút', 'Quyển số', 'Liên 1', 'Liên 2']) {
      expect(html).toContain(part); // R056, R058, R067, R087
    }
  });

  it('runs and loads nothing', async () => {
    const answer = await counter.get(`/dossiers/${code}/documents/receipt-1.html`);

    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.body).not.toContain('<script');
  });

  it('is a PDF too', async () => {
    const answer = await counter.get(`/dossiers/${code}/documents/receipt-1.pdf`);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.body.startsWith('%PDF')).toBe(true);
  });

  it('stays as it was issued when the dossier changes', async () => {
    const before = await page('receipt-1');
    const leader = await server.as('lanhdao');
    await walkTo(server, code, 'ThamDinh');
    await leader.post(`/dossiers/${code}/extend`, {
      reason: 'Khảo sát lại',
      dueAt: '2026-05-07T10:00:00.000Z',
    });

    expect(await page('receipt-1')).toBe(before);
  });
});

describe('papers of operations', () => {
  it('say why, and what the law wants said', async () => {
    const { body } = await counter.get(`/dossiers/${code}/documents`);

    const slip = body.items.find(({ kind }: { kind: string }) => kind === 'extension');
    const html = await page(slip.id);

    expect(html).toContain('Khảo sát lại'); // R092
    expect(html).toContain('07');
    // R091: it is the resolving body's paper, under its letterhead
    expect(html).toMatch(
      /<p class="parent">UBND tỉnh An Giang \(mẫu\)<\/p>\s*<p class="office"><span>UBND phường Long Xuyên/,
    );
  });

  it('all of them render with their official templates', async () => {
    const specialist = await server.as('chuyenvien');
    const other = (await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT))).body.code;
    await walkTo(server, other, 'ThamDinh');
    await specialist.post(`/dossiers/${other}/request-supplement`, {
      reason: 'Thiếu bản vẽ',
      papers: ['Bản vẽ'],
    });
    await counter.post(`/dossiers/${other}/supplement`, {});
    await specialist.post(`/dossiers/${other}/request-payment`, {
      items: [{ name: 'Lệ phí', amount: 75_000 }],
    });
    await counter.post(`/dossiers/${other}/pay`, { method: 'tiền mặt', amount: 75_000 });
    await specialist.post(`/dossiers/${other}/refuse`, { reason: 'Không phù hợp quy hoạch' });
    await counter.post(`/dossiers/${other}/return`, { to: 'Nguyễn Văn A (mẫu)', method: 'counter' });

    const papers = (await counter.get(`/dossiers/${other}/documents`)).body.items;
    const statuses = await Promise.all(
      papers.map(({ href }: { href: string }) =>
        counter.get(href.replace('/api/v1', '').replace('.pdf', '.html')).then(({ status }) => status),
      ),
    );

    expect(papers.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining([
        'receipt',
        'control-slip',
        'supplement-request',
        'payment-notice',
        'refusal',
        'return-slip',
      ]),
    );
    expect(statuses).toEqual(papers.map(() => 200));
  });
});

describe('what papers say', () => {
  const paperOf = async (dossier: string, kind: string): Promise<string> => {
    const { items } = (await counter.get(`/dossiers/${dossier}/documents`)).body;
    const { id } = items.find((paper: { kind: string }) => paper.kind === kind);
    return (await counter.get(`/dossiers/${dossier}/documents/${id}.html`)).body;
  };
  const examined = async (): Promise<string> => {
    const taken = (await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT))).body.code;
    await walkTo(server, taken, 'ThamDinh');
    return taken;
  };

  it('carries a number of two digits at least', async () => {
    const { body } = await counter.get(`/dossiers/${code}`);

    // NĐ 30/2020, Phụ lục I: numbers below ten are written with a nought before
    const receipt = body.documents.find(({ kind }: { kind: string }) => kind === 'receipt');
    expect(receipt.number).toBe('01/TNHS');
  });

  it('the refusal of a step gives the reason of its form', async () => {
    const own = (await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION))).body.code;
    await completeOpen(server, own, { originalCheck: 'ineligible', ineligibleReason: 'altered' });
    await completeOpen(server, own, { reason: 'Bản chính bị tẩy xóa' });

    expect(await paperOf(own, 'refusal')).toContain('Bản chính bị tẩy xóa'); // NĐ 23/2015 Đ.22
  });

  it('the payment notice lists what is due and its sum', async () => {
    const own = await examined();
    await (await server.as('chuyenvien')).post(`/dossiers/${own}/request-payment`, {
      items: [
        { name: 'Lệ phí cấp phép', amount: 75_000 },
        { name: 'Phí thẩm định', amount: 25_000 },
      ],
    });

    const html = await paperOf(own, 'payment-notice');

    for (const part of ['Lệ phí cấp phép', 'Phí thẩm định', '100.000']) expect(html).toContain(part);
  });

  it('the control slip names giver and receiver, and whether it was in time', async () => {
    const own = await examined();
    await completeOpen(server, own);

    const html = await paperOf(own, 'control-slip');

    expect(html).toContain('2. Nhận: Phòng Kinh tế, Hạ tầng và Đô thị phường Long Xuyên'); // R104
    expect(html).toContain('Đúng hạn');
  });

  it('the extension slip goes to the counter with the old date, the new one and the time between', async () => {
    const own = await examined();
    await (await server.as('lanhdao')).post(`/dossiers/${own}/extend`, {
      reason: 'Khảo sát lại',
      dueAt: '2026-05-07T10:00:00.000Z',
    });

    const html = await paperOf(own, 'extension');

    expect(html).toContain('04 tháng 5 năm 2026'); // domain 2.5: the date promised before
    expect(html).toContain('07 tháng 5 năm 2026');
    expect(html).toContain('03 ngày');
  });
});

describe('access', () => {
  it('hides papers of a dossier that a person may not see', async () => {
    const { status } = await (await server.as('congdan')).get(`/dossiers/${code}/documents/receipt-1.html`);

    expect(status).toBe(404);
  });

  it('knows no paper that was never issued', async () => {
    const { status, body } = await counter.get(`/dossiers/${code}/documents/receipt-9.pdf`);

    expect([status, body.code]).toEqual([404, 'document.not-found']);
  });
});
