import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestAnswer, TestClient } from '../support/test-client.ts';
import { openTasks, walkTo } from '../support/walk.ts';

const FRIDAY = '2026-04-17T03:00:00.000Z';

let server: TestServer;
let counter: TestClient;
let specialist: TestClient;
let leader: TestClient;
beforeAll(async () => {
  server = await startServer({ now: FRIDAY });
  [counter, specialist, leader] = await Promise.all(
    ['motcua', 'chuyenvien', 'lanhdao'].map((username) => server.as(username)) as [
      Promise<TestClient>,
      Promise<TestClient>,
      Promise<TestClient>,
    ],
  );
});
afterAll(() => server.close());

/** A house permit under examination. */
async function examined(): Promise<string> {
  const { body } = await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));
  await walkTo(server, body.code, 'ThamDinh');
  return body.code;
}

const tell = (client: TestClient, code: string, operation: string, body: unknown): Promise<TestAnswer> =>
  client.post(`/dossiers/${code}/${operation}`, body);

const kinds = ({ body }: TestAnswer): string[] => body.documents.map(({ kind }: { kind: string }) => kind);

describe('asking for a supplement', () => {
  it('pauses the clock and issues the slip', async () => {
    const code = await examined();

    const answer = await tell(specialist, code, 'request-supplement', {
      reason: 'Bản vẽ thiếu mặt cắt móng',
      papers: ['Bản vẽ mặt cắt móng'],
    });

    expect(answer.body.status.code).toBe(5); // R075, DL17
    expect(answer.body.clock.state).toBe('paused');
    expect(kinds(answer)).toContain('supplement-request');
  });

  it('lets nobody work on the steps meanwhile', async () => {
    const code = await examined();
    await tell(specialist, code, 'request-supplement', { reason: 'Thiếu bản vẽ' });
    const [task] = await openTasks(server, code);

    const { status, body } = await specialist.post(`/tasks/${task.id}/complete`, { output: {} });

    expect([status, body.code]).toEqual([409, 'dossier.on-hold']);
  });

  it('is allowed once', async () => {
    const code = await examined();
    await tell(specialist, code, 'request-supplement', { reason: 'Thiếu bản vẽ' });
    await tell(counter, code, 'supplement', {});

    const { status, body } = await tell(specialist, code, 'request-supplement', { reason: 'Thiếu nữa' });

    expect([status, body.code]).toEqual([409, 'dossier.supplement-already-requested']); // R076
  });

  it('needs a reason', async () => {
    const { status, body } = await tell(specialist, await examined(), 'request-supplement', { reason: ' ' });

    expect(status).toBe(422);
    expect(body.errors[0].pointer).toBe('/reason');
  });
});

describe('supplementing', () => {
  it('keeps the code, keeps what was there before in the history, and takes the new papers', async () => {
    const code = await examined();
    await tell(specialist, code, 'request-supplement', { reason: 'Bản vẽ sai' });
    const { body: before } = await counter.get(`/dossiers/${code}`);
    const drawing = { component: 'drawings', name: 'Bản vẽ đã sửa', originals: 2 };

    const { body } = await tell(counter, code, 'supplement', {
      form: { ...before.form, height: 10 },
      attachments: [drawing],
    });

    expect([body.code, body.status.code]).toEqual([code, 4]); // R038
    expect(body.form.height).toBe(10);
    const drawings = body.attachments.filter(
      ({ component }: { component: string }) => component === 'drawings',
    );
    expect(drawings).toMatchObject([drawing]);
    const { body: history } = await counter.get(`/dossiers/${code}/history`);
    const event = history.items.find(({ type }: { type: string }) => type === 'supplement');
    expect(event.before.form.height).toBe(before.form.height); // R037
  });

  it('counts the whole limit anew', async () => {
    const own = await startServer({ now: FRIDAY });
    const desk = await own.as('motcua');
    const { code, originalDueAt } = (await desk.post('/dossiers', await buildApplication(desk, HOUSE_PERMIT)))
      .body;
    await tell(desk, code, 'request-supplement', { reason: 'Thiếu bản vẽ' });
    await (await own.as('admin')).post('/admin/clock', { now: '2026-05-11T02:00:00.000Z' });

    const { body } = await tell(desk, code, 'supplement', {});

    // DL14: Mon 11/05/2026 + 15 days = Tue 26/05/2026; the first promise is not forgotten
    expect(body.dueAt).toBe('2026-05-26T10:00:00.000Z');
    expect(body.originalDueAt).toBe(originalDueAt);
    await own.close();
  });

  it('checks the form again', async () => {
    const code = await examined();
    await tell(specialist, code, 'request-supplement', { reason: 'Sai thông tin' });

    const { status, body } = await tell(counter, code, 'supplement', { form: {} });

    expect([status, body.code]).toEqual([422, 'dossier.wrong-form']);
  });
});

describe('a financial obligation', () => {
  it('pauses until the very sum is paid, then goes on by itself', async () => {
    const code = await examined();
    const items = [{ name: 'Lệ phí trước bạ', amount: 500_000 }];

    const asked = (await tell(specialist, code, 'request-payment', { items })).body;
    const short = await tell(counter, code, 'pay', { method: 'chuyển khoản', amount: 400_000 });
    const paid = (await tell(counter, code, 'pay', { method: 'chuyển khoản', amount: 500_000 })).body;

    expect([asked.status.code, asked.finance.state, asked.clock.state]).toEqual([6, 'due', 'paused']); // R080
    expect([short.status, short.body.code]).toEqual([422, 'dossier.amount-differs']);
    expect([paid.status.code, paid.finance.state, paid.clock.state]).toEqual([4, 'paid', 'running']);
  });

  it('is paid once by one voucher, synchronised and uploaded as well', async () => {
    const code = await examined();
    const voucher = { method: 'chuyển khoản', reference: 'CT-0042', amount: 500_000 };
    await tell(specialist, code, 'request-payment', { items: [{ name: 'Lệ phí', amount: 500_000 }] });
    await tell(counter, code, 'pay', voucher);

    const { status, body } = await tell(counter, code, 'pay', voucher);

    expect([status, body.code]).toEqual([409, 'dossier.payment-recorded']); // R080
  });
});

describe('extending', () => {
  it('moves the due date once, with the slip, and keeps the original', async () => {
    const code = await examined();

    const answer = await tell(leader, code, 'extend', {
      reason: 'Khảo sát lại',
      dueAt: '2026-05-07T10:00:00.000Z',
    });
    const again = await tell(leader, code, 'extend', { reason: 'Nữa', dueAt: '2026-05-08T10:00:00.000Z' });

    expect(answer.body.dueAt).toBe('2026-05-07T10:00:00.000Z');
    expect(answer.body.originalDueAt).toBe('2026-05-04T10:00:00.000Z');
    expect(kinds(answer)).toContain('extension');
    expect(answer.body.abilities).not.toContain('extend');
    expect([again.status, again.body.code]).toEqual([409, 'clock.already-extended']); // R093, DL20
  });

  it('adds no more than a third of the limit', async () => {
    const { status, body } = await tell(leader, await examined(), 'extend', {
      reason: 'Chậm',
      dueAt: '2026-05-20T10:00:00.000Z',
    });

    expect([status, body.code]).toEqual([409, 'clock.extension-too-long']); // DL21
  });

  it('is for the head or the counter', async () => {
    const { status, body } = await tell(specialist, await examined(), 'extend', {
      reason: 'Chậm',
      dueAt: '2026-05-07T10:00:00.000Z',
    });

    expect([status, body.code]).toEqual([403, 'dossier.not-your-part']); // R095
  });
});

describe('apologising', () => {
  it('issues the letter even when the due date may move no more', async () => {
    const code = await examined();
    await tell(leader, code, 'extend', { reason: 'Khảo sát lại', dueAt: '2026-05-07T10:00:00.000Z' });

    const answer = await tell(leader, code, 'apologise', {
      reason: 'Chậm',
      dueAt: '2026-05-12T10:00:00.000Z',
    });

    expect(answer.status).toBe(200);
    expect(kinds(answer)).toContain('apology'); // R091
    expect(answer.body.dueAt).toBe('2026-05-07T10:00:00.000Z'); // R093
  });
});

describe('suspending and resuming', () => {
  it('stops the clock and goes on with nothing lost when no time has passed', async () => {
    const code = await examined();
    const { body: before } = await counter.get(`/dossiers/${code}`);

    const rested = (await tell(leader, code, 'suspend', { reason: 'Chờ bản án' })).body;
    const resumed = (await tell(leader, code, 'resume', {})).body;

    expect([rested.status.key, rested.status.code, rested.clock.state]).toEqual(['suspended', 8, 'paused']);
    expect([resumed.status.code, resumed.dueAt]).toEqual([4, before.dueAt]); // DL17
  });
});

describe('withdrawing', () => {
  it('at the counter ends the dossier with a stop notice and closes its tasks', async () => {
    const code = await examined();

    const answer = await tell(counter, code, 'withdraw', { reason: 'Không còn nhu cầu' });

    expect([answer.body.status.key, answer.body.outcome]).toEqual(['stopped', 'stopped']); // R079
    expect(answer.body.openTasks).toEqual([]);
    expect(kinds(answer)).toContain('stop-notice');
  });

  it('by the applicant waits for the counter to see that no decision was issued', async () => {
    const citizen = await server.as('congdan');
    const application = await buildApplication(counter, HOUSE_PERMIT, { channel: 'online' });
    const { code } = (await citizen.post('/dossiers', application)).body;
    await tell(counter, code, 'accept', {});

    const asked = (await tell(citizen, code, 'withdraw', { reason: 'Đổi thiết kế' })).body;
    const confirmed = (await tell(counter, code, 'withdraw', { reason: 'Chưa ban hành quyết định' })).body;

    expect(asked.status.code).toBe(7);
    expect(confirmed.status.key).toBe('stopped');
    const notice = confirmed.documents.find(({ kind }: { kind: string }) => kind === 'stop-notice');
    const { body: text } = await counter.get(`/dossiers/${code}/documents/${notice.id}.html`);
    expect(text).toContain('dừng giải quyết hồ sơ nêu trên với lý do: Đổi thiết kế.'); // Mẫu 05: the applicant's own
  });

  it('before the receipt, when thought better of, waits for the counter as it did: nothing was accepted', async () => {
    const citizen = await server.as('congdan');
    const application = await buildApplication(counter, HOUSE_PERMIT, { channel: 'online' });
    const { code } = (await citizen.post('/dossiers', application)).body;
    await tell(counter, code, 'request-supplement', { reason: 'Thiếu bản vẽ móng' });
    await tell(citizen, code, 'withdraw', { reason: 'Đổi thiết kế' });

    const { body } = await tell(counter, code, 'resume', {});
    const accepted = (await tell(counter, code, 'accept', {})).body;

    expect([body.status.key, body.clock.state]).toEqual(['registered', 'not-started']); // R079
    expect([accepted.status.key, accepted.clock.state]).toEqual(['accepted', 'running']);
  });
});

describe('finishing', () => {
  it('has a result and opens the return step, whatever was open', async () => {
    const code = await examined();

    const { body } = await tell(specialist, code, 'finish', { outcome: 'granted' });

    expect([body.status.code, body.outcome, body.timeliness]).toEqual([9, 'granted', 'early']); // R088
    expect(body.documents.map(({ kind }: { kind: string }) => kind)).toContain('result'); // domain 4.2: 4 -> 9
    expect(body.openTasks).toMatchObject([{ element: 'Tra', role: 'counter' }]);
    expect(body.delivery.state).toBe('ready');
  });

  it('with a refusal needs the reason', async () => {
    const { status, body } = await tell(specialist, await examined(), 'finish', { outcome: 'refused' });

    expect([status, body.code]).toEqual([422, 'dossier.refusal-needs-reason']);
  });

  it('refusing after examination is a result, not a rejection', async () => {
    const answer = await tell(specialist, await examined(), 'refuse', { reason: 'Không phù hợp quy hoạch' });

    expect([answer.body.status.code, answer.body.outcome]).toEqual([9, 'refused']); // R078
    expect(kinds(answer)).toContain('refusal');
  });
});

describe('returning', () => {
  it('completes the return step and ends at status 10', async () => {
    const code = await examined();
    await tell(specialist, code, 'finish', { outcome: 'granted' });

    const answer = await tell(counter, code, 'return', { to: 'Nguyễn Văn A (mẫu)', method: 'counter' });

    expect(answer.body.status.code).toBe(10); // R081
    expect(answer.body.openTasks).toEqual([]);
    expect(answer.body.delivery).toMatchObject({ state: 'delivered', returnedTo: 'Nguyễn Văn A (mẫu)' });
    expect(kinds(answer)).toContain('return-slip');
    expect(answer.body.abilities).toEqual([]);
  });
});

describe('correcting a result before its return', () => {
  it('goes back to the work with the promise as it was; the next result is a new one', async () => {
    const code = await examined();
    const before = (await counter.get(`/dossiers/${code}`)).body.dueAt;
    await tell(leader, code, 'finish', { outcome: 'granted' });

    const { status, body } = await tell(leader, code, 'correct', { reason: 'Sai diện tích xây dựng' });

    expect([status, body.status.key, body.dueAt, body.clock.state]).toEqual([
      200,
      'in_progress',
      before,
      'running',
    ]);
    expect([body.resolvedAt, body.outcome, body.openTasks.length]).toEqual([undefined, undefined, 1]);
    const again = await tell(leader, code, 'finish', { outcome: 'granted' });
    expect([again.body.status.key, again.body.outcome]).toEqual(['resolved', 'granted']);
  });

  it('may name the step to be done again, and no other', async () => {
    const code = await examined();
    await tell(leader, code, 'finish', { outcome: 'granted' });

    const unknown = await tell(leader, code, 'correct', { reason: 'Sai', step: 'KhongCo' });
    const named = await tell(leader, code, 'correct', { reason: 'Sai', step: 'ThamDinh' });

    expect([unknown.status, unknown.body.code]).toEqual([422, 'dossier.no-such-step']);
    expect(named.body.openTasks).toMatchObject([{ element: 'ThamDinh' }]);
  });

  it('is too late once the result has been handed over', async () => {
    const code = await examined();
    await tell(leader, code, 'finish', { outcome: 'granted' });
    await tell(counter, code, 'return', { to: 'Nguyễn Văn A (mẫu)', method: 'counter' });

    expect((await tell(leader, code, 'correct', { reason: 'Sai' })).status).toBe(409);
  });
});

describe('the same operation on many dossiers', () => {
  it('is done one by one, and names what could not be', async () => {
    const codes = [await examined(), await examined()];
    await tell(leader, codes[1]!, 'suspend', { reason: 'Chờ kết luận' });

    const { status, body } = await leader.post('/dossiers/operate', {
      operation: 'suspend',
      dossiers: [...codes, codes[0], 'H01-000000-0000'],
      body: { reason: 'Bão số 3' },
    });

    expect(status).toBe(200);
    expect(body).toEqual({
      done: [codes[0]],
      failed: [
        { code: codes[1], problem: 'dossier.not-possible-now' },
        { code: 'H01-000000-0000', problem: 'dossier.not-found' },
      ],
    });
    expect((await counter.get(`/dossiers/${codes[0]}`)).body.status.key).toBe('suspended');
  });

  it('wants the body of the operation, and is not for every operation', async () => {
    const ask = (order: object) =>
      leader.post('/dossiers/operate', { dossiers: ['H01-000000-0000'], ...order });

    const [bare, dated] = [
      await ask({ operation: 'suspend', body: {} }),
      await ask({ operation: 'extend', body: { reason: 'x', dueAt: '2026-05-07T10:00:00.000Z' } }),
    ];

    expect([bare.status, dated.status]).toEqual([422, 422]);
  });
});

describe('transferring', () => {
  it('changes the competent unit and keeps code and due date', async () => {
    const code = await examined();
    const { body: before } = await counter.get(`/dossiers/${code}`);

    const { body } = await tell(counter, code, 'transfer', {
      unit: 'so-xay-dung',
      reason: 'Thuộc thẩm quyền Sở',
    });

    expect(body.unit.competent).toBe('so-xay-dung'); // R062
    expect([body.code, body.dueAt]).toEqual([code, before.dueAt]);
  });

  it('refuses a unit that does not exist', async () => {
    const { status, body } = await tell(counter, await examined(), 'transfer', { unit: 'x', reason: 'Nhầm' });

    expect([status, body.code]).toEqual([422, 'dossier.unknown-unit']);
  });
});

describe('what the table of statuses does not have', () => {
  it('is refused with what is possible', async () => {
    const { status, body } = await tell(counter, await examined(), 'return', { to: 'A', method: 'counter' });

    expect([status, body.code]).toEqual([409, 'dossier.not-possible-now']);
    expect(body.detail).toContain('Yêu cầu bổ sung');
  });

  it('is refused in words when nothing is possible any more', async () => {
    const code = await examined();
    await tell(counter, code, 'withdraw', { reason: 'Không còn nhu cầu' });

    const { status, body } = await tell(counter, code, 'resume', {});

    expect([status, body.code]).toEqual([409, 'dossier.not-possible-now']);
    expect(body.detail).toContain('Có thể: không còn thao tác nào.');
  });

  it('offers only what can be done', async () => {
    const code = await examined();

    const { body } = await specialist.get(`/dossiers/${code}`);

    expect(body.abilities).toContain('finish');
    expect(body.abilities).not.toContain('return');
  });

  it('lets the loser of a race know', async () => {
    const code = await examined();

    const answers = await Promise.all([
      tell(specialist, code, 'finish', { outcome: 'granted' }),
      tell(specialist, code, 'finish', { outcome: 'granted' }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
