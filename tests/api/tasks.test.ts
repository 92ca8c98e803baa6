import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../../server/access/actor.ts';
import { execute } from '../../server/runtime/execute.ts';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { completeOpen, openTasks, walkTo } from '../support/walk.ts';

let server: TestServer;
let counter: TestClient;
let specialist: TestClient;
let leader: TestClient;
beforeAll(async () => {
  server = await startServer({ now: '2026-04-17T03:00:00.000Z' });
  counter = await server.as('motcua');
  specialist = await server.as('chuyenvien');
  leader = await server.as('lanhdao');
});
afterAll(() => server.close());

const takeIn = async (name = 'Nguyễn Văn A (mẫu)'): Promise<string> => {
  const application = await buildApplication(counter, HOUSE_PERMIT);
  const applicant = { ...application.applicant, fullName: name };
  return (await counter.post('/dossiers', { ...application, applicant })).body.code;
};

/** A dossier whose examination waits for any specialist of the division. */
async function waiting() {
  const code = await takeIn();
  await walkTo(server, code, 'ThamDinh');
  const [task] = await openTasks(server, code);
  return { code, id: task.id as string };
}

const sampleOf = async (client: TestClient, id: string) => (await client.get(`/tasks/${id}`)).body.sample;

describe('the inbox', () => {
  it('shows a person what waits for his position, soonest due first', async () => {
    await takeIn();
    await takeIn();

    const { body } = await counter.get('/tasks');

    const dues = body.items.map(({ dueAt }: { dueAt: string }) => dueAt);
    expect(dues.length).toBeGreaterThanOrEqual(2);
    expect(dues).toEqual([...dues].sort());
    expect(body.items.every(({ role }: { role: string }) => role === 'counter')).toBe(true);
  });

  it('does not show it to people of other positions', async () => {
    const code = await takeIn();

    const { body } = await specialist.get(`/tasks?q=${code}`);

    expect(body.items).toEqual([]);
  });

  it('counts by urgency, and the counts add up to the total', async () => {
    const { body } = await counter.get('/tasks?limit=1');

    const { overdue, today, soon, later } = body.counts;
    expect(overdue + today + soon + later).toBe(body.total);
    expect(today).toBeGreaterThan(0); // half a working day from 10:00 ends this afternoon
  });

  it('pages through every task once', async () => {
    const seen: string[] = [];
    let path = '/tasks?limit=2';
    for (;;) {
      const { body } = await counter.get(path);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      if (!body.next) break;
      path = `/tasks?limit=2&cursor=${encodeURIComponent(body.next)}`;
    }

    const { body } = await counter.get('/tasks?limit=200');
    expect(seen).toEqual(body.items.map(({ id }: { id: string }) => id));
  });

  it('finds a name without its diacritics', async () => {
    const code = await takeIn('Đặng Thị Ánh (mẫu)');

    const { body } = await counter.get('/tasks?q=dang%20thi%20anh');

    expect(body.items.map(({ dossier }: { dossier: { code: string } }) => dossier.code)).toEqual([code]);
  });

  it('refuses a cursor that is none', async () => {
    const { status } = await counter.get('/tasks?cursor=abc');

    expect(status).toBe(400);
  });

  it('turns overdue when the clock passes', async () => {
    const own = await startServer({ now: '2026-04-17T03:00:00.000Z' });
    const desk = await own.as('motcua');
    await desk.post('/dossiers', await buildApplication(desk, HOUSE_PERMIT));
    await (await own.as('admin')).post('/admin/clock', { advance: 'P3D' });

    const { body } = await desk.get('/tasks?due=overdue');

    expect([body.total, body.items[0].urgency]).toEqual([1, 'overdue']); // R097
    await own.close();
  });
});

describe('one task', () => {
  it('comes with the pinned form of its step and, in a demonstration, a sample', async () => {
    const { id } = await waiting();

    const { body } = await specialist.get(`/tasks/${id}`);

    expect(body.form).toMatchObject({ key: 'house-permit-examination', version: 1 });
    expect(body.sample).toBeDefined();
    expect(body.abilities).toEqual(['claim', 'complete']);
  });

  it('is due after its duration on the calendar', async () => {
    const code = await takeIn();
    const [task] = await openTasks(server, code);

    expect(task.dueAt).toBe('2026-04-17T09:00:00.000Z'); // 4 working hours from 10:00: lunch skipped, 16:00
  });
});

describe('completing', () => {
  it('keeps what is visible of the answer', async () => {
    const { body: taken } = await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION));
    const [task] = await openTasks(server, taken.code);

    await completeOpen(server, taken.code, { originalCheck: 'match', ineligibleReason: 'altered' });

    const { body } = await counter.get(`/dossiers/${taken.code}/history`);
    const done = body.items.find(({ type }: { type: string }) => type === 'task-completed');
    expect(done.after.task).toBe(task.id);
    expect(done.after.output.originalCheck).toBe('match');
    expect(done.after.output).not.toHaveProperty('ineligibleReason');
  });

  it('checks the output against the form of the step', async () => {
    const { id } = await waiting();

    const { status, body } = await specialist.post(`/tasks/${id}/complete`, { output: {} });

    expect([status, body.code]).toEqual([422, 'task.wrong-form']);
    expect(body.errors[0].pointer).toMatch(/^\/output\//);
  });

  it('tells the second one who was faster, and when', async () => {
    const { id } = await waiting();
    const output = await sampleOf(specialist, id);
    await specialist.post(`/tasks/${id}/complete`, { output });

    const { status, body } = await specialist.post(`/tasks/${id}/complete`, { output });

    expect([status, body.code]).toEqual([409, 'task.already-completed']);
    expect(body.detail).toContain('Chuyên viên thụ lý (mẫu)');
    expect(body.detail).toContain('10:00 17/04/2026');
  });

  it('moves on once when two press the button together', async () => {
    const { code, id } = await waiting();
    const output = await sampleOf(specialist, id);

    const answers = await Promise.all(
      [1, 2, 3].map(() => specialist.post(`/tasks/${id}/complete`, { output })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await openTasks(server, code)).toHaveLength(1);
  });

  it('is refused to people of another unit', async () => {
    const { id } = await waiting();

    const { status, body } = await counter.post(`/tasks/${id}/complete`, { output: {} });

    expect([status, body.code]).toEqual([403, 'task.not-yours']);
  });

  it('takes the way that the output chooses', async () => {
    const { code, id } = await waiting();
    const output = {
      ...(await sampleOf(specialist, id)),
      examination: 'consult',
      consultedAgency: 'so-xay-dung',
    };

    const { status } = await specialist.post(`/tasks/${id}/complete`, { output });

    expect(status).toBe(200);
    expect(await openTasks(server, code)).toMatchObject([{ element: 'LayYKien', unit: 'so-xay-dung' }]);
  });
});

describe('a command that somebody else is always faster than', () => {
  it('gives up in the end, and says what the others did', async () => {
    const { code, id } = await waiting();
    const { body: session } = await specialist.get('/session');
    await specialist.post(`/tasks/${id}/claim`);
    const body = { to: session.user.id, reason: 'Nhiều việc' };

    const command = execute(server.server.runtime, {
      code,
      actor: systemActor,
      act: async () => void (await specialist.post(`/tasks/${id}/delegate`, body)),
    });

    await expect(command).rejects.toMatchObject({
      code: 'dossier.changed',
      values: { changes: { vi: expect.stringContaining('được giao cho Chuyên viên thụ lý (mẫu)') } },
    });
  });
});

describe('handing over', () => {
  it('claims for oneself; others are told by whom', async () => {
    const { id } = await waiting();
    const output = await sampleOf(specialist, id);

    const claimed = (await specialist.post(`/tasks/${id}/claim`)).body;
    const mine = (await specialist.get('/tasks?scope=claimable&limit=200')).body.items;

    expect(claimed.assigneeName).toBe('Chuyên viên thụ lý (mẫu)');
    expect(claimed.abilities).toEqual(['release', 'complete', 'delegate']);
    expect(mine.map((task: { id: string }) => task.id)).not.toContain(id);
    expect((await specialist.post(`/tasks/${id}/complete`, { output })).status).toBe(200);
  });

  it('gives it back to the position', async () => {
    const { id } = await waiting();
    await specialist.post(`/tasks/${id}/claim`);

    const { body } = await specialist.post(`/tasks/${id}/release`);

    expect(body.assignee).toBeUndefined();
    expect(body.abilities).toContain('claim');
  });

  it('lets the head of the unit assign it, with the reason in the history', async () => {
    const { code, id } = await waiting();
    const me = (await specialist.get('/session')).body.user.id;

    const { status, body } = await leader.post(`/tasks/${id}/delegate`, {
      to: me,
      reason: 'Đúng chuyên môn',
    });

    expect([status, body.assignee]).toEqual([200, me]); // R070
    const { body: history } = await counter.get(`/dossiers/${code}/history`);
    expect(history.items.at(-1)).toMatchObject({ type: 'task-delegated', reason: 'Đúng chuyên môn' });
  });

  it('refuses a person of another unit', async () => {
    const { id } = await waiting();
    const clerk = (await counter.get('/session')).body.user.id;

    const { status, body } = await leader.post(`/tasks/${id}/delegate`, { to: clerk, reason: 'Nhờ' });

    expect([status, body.code]).toEqual([422, 'task.person-of-another-unit']);
  });
});

describe('recalling', () => {
  const completed = async () => {
    const { code, id } = await waiting();
    await specialist.post(`/tasks/${id}/complete`, { output: await sampleOf(specialist, id) });
    return { code, id };
  };

  it('opens the step anew for who had completed it, while nobody has taken up the next', async () => {
    const { code, id } = await completed();
    const [next] = await openTasks(server, code);

    const { status, body } = await specialist.post(`/tasks/${id}/recall`, { reason: 'Nhầm kết luận' });

    expect([status, body.element, body.assigneeName]).toEqual([200, 'ThamDinh', 'Chuyên viên thụ lý (mẫu)']);
    expect(await openTasks(server, code)).toMatchObject([{ id: body.id, element: 'ThamDinh' }]);
    expect((await leader.get(`/tasks/${next.id}`)).body.status).toBe('cancelled');
    const { items } = (await counter.get(`/dossiers/${code}/history`)).body;
    const told = items.find(({ type }: { type: string }) => type === 'task-recalled');
    expect(told).toMatchObject({ reason: 'Nhầm kết luận', elementName: '3. Thẩm định, kiểm tra thực địa' });
  });

  it('is too late once somebody has', async () => {
    const { code, id } = await completed();
    const [next] = await openTasks(server, code);
    await leader.post(`/tasks/${next.id}/claim`);

    const { status, body } = await specialist.post(`/tasks/${id}/recall`, { reason: 'Nhầm' });

    expect([status, body.code]).toEqual([409, 'task.cannot-recall']);
    expect(body.detail).toContain('đã nhận bước');
  });

  it('is not for others, and needs a reason', async () => {
    const { id } = await completed();

    const byOther = await counter.post(`/tasks/${id}/recall`, { reason: 'Nhầm' });
    const silent = await specialist.post(`/tasks/${id}/recall`, { reason: '' });

    expect([byOther.status, silent.status]).toEqual([403, 422]);
  });
});

describe('handing over all that a person holds', () => {
  it('gives each task to the other, and names what could not be', async () => {
    const [first, second] = [await waiting(), await waiting()];
    const [from, to] = await Promise.all(
      [specialist, leader].map(async (client) => (await client.get('/session')).body.user.id),
    );
    await specialist.post(`/tasks/${first.id}/claim`);
    await specialist.post(`/tasks/${second.id}/claim`);

    const { status, body } = await leader.post('/tasks/hand-over', {
      from,
      to,
      reason: 'Nghỉ phép',
      tasks: [first.id, second.id],
    });

    expect(status).toBe(200);
    expect(body).toEqual({ handed: [first.id, second.id], failed: [], left: 0 }); // R070
    expect((await leader.get(`/tasks/${first.id}`)).body.assignee).toBe(to);
  });

  it('is refused task by task to who may not', async () => {
    const { id } = await waiting();
    await specialist.post(`/tasks/${id}/claim`);
    const from = (await specialist.get('/session')).body.user.id;

    const { body } = await counter.post('/tasks/hand-over', { from, to: from, reason: 'x', tasks: [id] });

    expect(body.failed).toEqual([{ id, code: 'task.not-yours' }]);
  });
});
