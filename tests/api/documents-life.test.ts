import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestAnswer, TestClient } from '../support/test-client.ts';
import { walkTo } from '../support/walk.ts';

/** Friday 17/04/2026, 10:00 in Việt Nam; a house permit is due on Monday 04/05/2026, 17:00. */
const FRIDAY = '2026-04-17T03:00:00.000Z';
const OVERDUE = '2026-05-04T10:00:01.000Z';

let server: TestServer;
let counter: TestClient;
let specialist: TestClient;
let leader: TestClient;
let admin: TestClient;
beforeAll(async () => {
  server = await startServer({ now: FRIDAY });
  [counter, specialist, leader, admin] = (await Promise.all(
    ['motcua', 'chuyenvien', 'lanhdao.longxuyen', 'admin'].map((username) => server.as(username)),
  )) as [TestClient, TestClient, TestClient, TestClient];
});
beforeEach(() => admin.post('/admin/clock', { now: FRIDAY }));
afterAll(() => server.close());

const moveTo = (now: string) => admin.post('/admin/clock', { now });

async function takeIn(): Promise<string> {
  const { body } = await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));
  return body.code;
}

async function examined(): Promise<string> {
  const code = await takeIn();
  await walkTo(server, code, 'ThamDinh');
  return code;
}

const papersOf = async (code: string, kind: string) =>
  (await counter.get(`/dossiers/${code}/documents`)).body.items.filter(
    (paper: { kind: string }) => paper.kind === kind,
  );

const tell = (who: TestClient, code: string, id: string, action: string, body: object = {}) =>
  who.post(`/dossiers/${code}/documents/${id}/${action}`, body);

const htmlOf = async (code: string, id: string): Promise<string> =>
  (await counter.get(`/dossiers/${code}/documents/${id}.html`)).body;

const draftRefusal = (code: string): Promise<TestAnswer> =>
  specialist.post(`/dossiers/${code}/documents`, {
    kind: 'refusal',
    reason: 'Không phù hợp quy hoạch',
    unit: 'ubnd-long-xuyen',
  });

/** A refusal that a head has signed. */
async function signedRefusal(): Promise<{ code: string; id: string }> {
  const code = await examined();
  const { body } = await draftRefusal(code);
  await tell(specialist, code, body.id, 'submit');
  await tell(leader, code, body.id, 'sign');
  return { code, id: body.id };
}

describe('a drafted paper', () => {
  it('goes from draft over signature to issued and sent, and takes its number when it is issued', async () => {
    const code = await examined();

    const draft = await draftRefusal(code);
    const { id } = draft.body;
    const submitted = await tell(specialist, code, id, 'submit');
    const signed = await tell(leader, code, id, 'sign');
    const issued = await tell(specialist, code, id, 'issue');
    await server.server.jobs.drain({ types: ['document.print'] });
    const sent = await tell(counter, code, id, 'send', { to: 'Nguyễn Văn A (mẫu)', method: 'counter' });

    expect([draft.status, draft.body.state, draft.body.number]).toEqual([201, 'draft', '']);
    expect([submitted.body.state, signed.body.state, signed.body.number]).toEqual([
      'for-signature',
      'signed',
      '',
    ]);
    expect(issued.body).toMatchObject({ id, state: 'printing', number: expect.stringMatching(/^\d+\/PTC$/) });
    expect(sent.body).toMatchObject({
      state: 'sent',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      sent: { to: 'Nguyễn Văn A (mẫu)', method: 'counter' },
    });
  });

  it('is issued word for word as it was signed, under the hand and the letterhead of whoever signed', async () => {
    const { code, id } = await signedRefusal();
    const before = await htmlOf(code, id);

    const { body } = await tell(specialist, code, id, 'issue');
    const after = await htmlOf(code, id);

    expect(body.signed).toMatchObject({ by: 'Lãnh đạo UBND phường Long Xuyên (mẫu)' });
    expect(textOf(after)).toContain('UBND phường Long Xuyên (mẫu) Số:');
    expect(textOf(after).replace(`Số: ${body.number}`, '')).toBe(textOf(before).replace(/Số: [.…]+/, ''));
  });

  it('numbers the papers of a unit and kind without gaps, drafts that were dropped included', async () => {
    const first = await signedRefusal();
    const dropped = await signedRefusal();
    const second = await signedRefusal();

    const one = (await tell(specialist, first.code, first.id, 'issue')).body.number;
    await tell(leader, dropped.code, dropped.id, 'withdraw', { reason: 'Soạn nhầm' });
    const two = (await tell(specialist, second.code, second.id, 'issue')).body.number;

    expect(Number.parseInt(two, 10)).toBe(Number.parseInt(one, 10) + 1);
    expect(await papersOf(dropped.code, 'refusal')).toEqual([]);
  });

  it('is signed by a head of its unit alone', async () => {
    const code = await examined();
    const { id } = (await draftRefusal(code)).body;

    const [clerk, otherHead] = await Promise.all([
      tell(specialist, code, id, 'sign'),
      tell(await server.as('truongphong.longxuyen'), code, id, 'sign'),
    ]);

    expect(clerk.status).toBe(403);
    expect([otherHead.status, otherHead.body.code]).toEqual([403, 'document.not-your-part']);
  });

  it('is not issued before it is signed', async () => {
    const code = await examined();
    const { id } = (await draftRefusal(code)).body;

    const { status, body } = await tell(specialist, code, id, 'issue');

    expect([status, body.code]).toEqual([409, 'document.not-possible-now']);
    expect(body.detail).toContain('Dự thảo');
  });

  it('goes back to its drafter with the reason, and is revised', async () => {
    const code = await examined();
    const { id } = (await draftRefusal(code)).body;
    await tell(specialist, code, id, 'submit');

    const back = await tell(leader, code, id, 'send-back', { reason: 'Nêu rõ căn cứ' });
    const revised = await tell(specialist, code, id, 'revise', { reason: 'Không phù hợp Quyết định số 10' });

    expect([back.body.state, revised.body.draft.reason]).toEqual(['draft', 'Không phù hợp Quyết định số 10']);
    expect(await htmlOf(code, id)).toContain('Không phù hợp Quyết định số 10');
  });

  it('waits once a kind, needs a template and a part in the dossier', async () => {
    const code = await examined();
    await draftRefusal(code);

    const again = await draftRefusal(code);
    const unknown = await specialist.post(`/dossiers/${code}/documents`, { kind: 'thu-moi', reason: 'x' });
    const undated = await specialist.post(`/dossiers/${code}/documents`, { kind: 'apology', reason: 'x' });

    expect([again.status, again.body.code]).toEqual([409, 'document.draft-waits']);
    expect([unknown.status, unknown.body.code]).toEqual([409, 'document.no-template']);
    expect([undated.status, undated.body.errors[0].pointer]).toEqual([422, '/proposedDueAt']);
  });
});

describe('what is to be signed', () => {
  it('lists for a head what was submitted to his unit, with its dossier, until it is signed', async () => {
    const code = await examined();
    const { id } = (await draftRefusal(code)).body;
    const mine = async (who: TestClient) =>
      (await who.get('/documents/to-sign?limit=100')).body.items.filter(
        (paper: { dossier: { code: string } }) => paper.dossier.code === code,
      );

    const before = await mine(leader);
    await tell(specialist, code, id, 'submit');
    const waiting = await mine(leader);
    const elsewhere = await mine(await server.as('truongphong.longxuyen'));
    await tell(leader, code, id, 'sign');

    expect([before, elsewhere, await mine(leader)]).toEqual([[], [], []]);
    expect(waiting).toMatchObject([
      { id, kind: 'refusal', abilities: expect.arrayContaining(['sign', 'send-back']), dossier: { code } },
    ]);
  });

  it('tells the heads of that unit that a paper waits', async () => {
    const code = await examined();
    const { id } = (await draftRefusal(code)).body;
    await tell(specialist, code, id, 'submit');
    await server.server.jobs.drain({ types: ['notify'] });

    const { items } = (await leader.get('/notices?limit=50')).body;

    expect(items.filter(({ dossier }: { dossier: string }) => dossier === code)).toMatchObject([
      { title: 'Văn bản trình ký' },
    ]);
  });
});

describe('a paper that the watch has drafted', () => {
  it('waits for the head at once; when the counter issues it, the promise is moved', async () => {
    const code = await takeIn();
    await moveTo(OVERDUE);
    const [draft] = await papersOf(code, 'apology');

    const list = (await leader.get('/documents/to-sign?limit=100')).body.items;
    const signed = await tell(leader, code, draft.id, 'sign');
    const issued = await tell(counter, code, draft.id, 'issue');

    expect(list.map(({ id, dossier }: Listed) => `${dossier.code}/${id}`)).toContain(`${code}/${draft.id}`);
    expect(signed.body.state).toBe('signed');
    expect(issued.body).toMatchObject({ state: 'printing', number: expect.stringMatching(/\/PXL$/) });
    const history = (await counter.get(`/dossiers/${code}/history`)).body.items;
    expect(history.filter(({ type }: { type: string }) => type === 'apologise')).toMatchObject([
      { after: { promisedAt: draft.draft.proposedDueAt } },
    ]); // R094, R095
  });
});

describe('an issued paper', () => {
  it('is reissued as a new one that names the old one, which is replaced and stays readable', async () => {
    const code = await takeIn();
    const before = await htmlOf(code, 'receipt-1');

    const { body } = await tell(counter, code, 'receipt-1', 'reissue', { reason: 'Sai số điện thoại' });
    const [old, fresh] = await papersOf(code, 'receipt');

    expect(body).toMatchObject({ id: fresh.id, state: 'printing', replaces: { id: 'receipt-1' } });
    expect(old).toMatchObject({ state: 'replaced', replacedBy: fresh.id });
    expect(Number.parseInt(fresh.number, 10)).toBe(Number.parseInt(old.number, 10) + 1);
    expect(await htmlOf(code, 'receipt-1')).toBe(before);
  });

  it('of a head is reissued by a head, with another text', async () => {
    const { code, id } = await signedRefusal();
    await tell(specialist, code, id, 'issue');

    const order = { reason: 'Sai căn cứ', text: 'Không đủ điều kiện cấp phép' };
    const byCounter = await tell(counter, code, id, 'reissue', order);
    const byHead = await tell(leader, code, id, 'reissue', order);

    expect(byCounter.status).toBe(403);
    expect(byHead.body).toMatchObject({ signed: { by: 'Lãnh đạo UBND phường Long Xuyên (mẫu)' } });
    expect(await htmlOf(code, byHead.body.id)).toContain('Không đủ điều kiện cấp phép');
  });

  it('is withdrawn with a reason, keeps its number and is still listed', async () => {
    const code = await takeIn();

    const silent = await tell(counter, code, 'receipt-1', 'withdraw', {});
    const { body } = await tell(counter, code, 'receipt-1', 'withdraw', { reason: 'Lập nhầm' });

    expect(silent.status).toBe(422);
    expect(body).toMatchObject({ state: 'withdrawn', withdrawn: { reason: 'Lập nhầm' } });
    expect(await papersOf(code, 'receipt')).toMatchObject([{ number: body.number, abilities: [] }]);
  });

  it('is printed even when it was withdrawn meanwhile, and stays withdrawn', async () => {
    const code = await takeIn();
    await tell(counter, code, 'receipt-1', 'withdraw', { reason: 'Lập nhầm' });

    await server.server.jobs.drain({ types: ['document.print'] });

    expect(await papersOf(code, 'receipt')).toMatchObject([{ state: 'withdrawn' }]);
    expect((await counter.get(`/dossiers/${code}/documents/receipt-1.pdf`)).status).toBe(200);
  });

  it('is nobody else’s to change: applicants and strangers are refused', async () => {
    const code = await takeIn();

    const stranger = await tell(await server.as('congdan'), code, 'receipt-1', 'withdraw', { reason: 'x' });

    expect([403, 404]).toContain(stranger.status);
  });
});

interface Listed {
  id: string;
  dossier: { code: string };
}

const textOf = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>|<title>[\s\S]*?<\/title>|<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
