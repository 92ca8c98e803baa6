import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { buildCertification, publishProcess } from '../support/publish-process.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { type TestAnswer, type TestClient, testClient } from '../support/test-client.ts';
import { completeOpen, openTasks } from '../support/walk.ts';

let server: TestServer;
let counter: TestClient;
let admin: TestClient;

beforeAll(async () => {
  server = await startServer();
  counter = await server.as('motcua');
  admin = await server.as('admin');
}, 60_000);
afterAll(() => server.close());

/** A procedure follows what is drawn from now on. */
const draw = (middle: string) => publishProcess(server, CERTIFICATION, buildCertification(middle));

/** A dossier that has come past its first step. */
async function received(output: object = {}): Promise<string> {
  const { body } = await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION));
  await completeOpen(server, body.code, output as Record<string, unknown>);
  return body.code;
}

const stepOf = async (code: string): Promise<string | undefined> =>
  (await openTasks(server, code))[0]?.element;

const drain = () => server.server.jobs.drain();

const toldTo = async (code: string): Promise<string[]> => {
  const { body } = await admin.get(`/dossiers/${code}/history`);
  return body.items.map(({ type }: { type: string }) => type);
};

const send = (body: object, headers?: Record<string, string>): Promise<TestAnswer> =>
  admin.post('/messages', body, headers);

describe('a message from outside', () => {
  let first: string;
  let second: string;
  beforeAll(async () => {
    await draw(
      'catch Wait name="Chờ kết quả" message=Answer motcua:correlation=reference\nReceive -> Wait -> Sign',
    );
    first = await received({ reference: 'K-1' });
    second = await received({ reference: 'K-2' });
  });

  it('says which field nobody waits for', async () => {
    const { status, body } = await send({ name: 'Nothing' });

    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'message.nobody-waits', errors: [{ pointer: '/name' }] });
  });

  it('says that nobody waits with its key, or that it bears none', async () => {
    const answers = [await send({ name: 'Answer', correlation: 'K-9' }), await send({ name: 'Answer' })];

    for (const { status, body } of answers) {
      expect(status).toBe(409);
      expect(body).toMatchObject({ code: 'message.other-key', errors: [{ pointer: '/correlation' }] });
    }
  });

  it('is refused by a dossier that waits with another key', async () => {
    const { status, body } = await send({ name: 'Answer', dossier: first, correlation: 'K-2' });

    expect(status).toBe(409);
    expect(body.code).toBe('message.not-in-dossier');
  });

  it('is for the one dossier that waits with its key, once for an idempotency key', async () => {
    const message = { name: 'Answer', correlation: 'K-2', payload: { amount: 5 } };

    const answer = await send(message, { 'idempotency-key': 'a-1' });
    const again = await send(message, { 'idempotency-key': 'a-1' });
    const other = await send({ ...message, correlation: 'K-1' }, { 'idempotency-key': 'a-1' });

    expect(answer).toMatchObject({
      status: 200,
      body: { dossier: second, element: 'Wait', elementName: 'Wait' },
    });
    expect(again.body).toEqual(answer.body);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.other-body' } });
    expect([await stepOf(first), await stepOf(second)]).toEqual([undefined, 'Sign']);
    expect(await toldTo(second)).toContain('message-received');
    const { body: lines } = await admin.get('/audit?what=message.send');
    expect(lines.items).toHaveLength(1);
    expect(lines.items[0]).toMatchObject({ subject: second, detail: 'Answer' });
  });

  it('comes to the dossier that is named, key or none', async () => {
    const { status } = await send({ name: 'Answer', dossier: first });

    expect(status).toBe(200);
    expect(await stepOf(first)).toBe('Sign');
  });

  it('is not taken in place of an operation', async () => {
    const { status, body } = await send({ name: 'payment', dossier: first });

    expect(status).toBe(422);
    expect(body.code).toBe('message.has-operation');
  });

  it('may be sent by a program with a key of a process owner, by no other', async () => {
    const keyOf = async (role: string) =>
      (await admin.post('/api-keys', { name: `Cơ quan thuế ${role}`, roles: [role] })).body.key;
    const owner = testClient(server.url, { bearer: await keyOf('procedure-owner') });
    const clerk = testClient(server.url, { bearer: await keyOf('clerk') });

    const [allowed, refused] = [
      await owner.post('/signals', { name: 'Nobody' }),
      await clerk.post('/signals', { name: 'Nobody' }),
    ];

    expect(allowed).toMatchObject({ status: 202, body: { waiting: 0 } });
    expect(refused.status).toBe(403);
  });
});

describe('a message without a key', () => {
  it('is refused while two wait for it', async () => {
    await draw('catch Wait name="Chờ" message=Plain\nReceive -> Wait -> Sign');
    const codes = [await received(), await received()];

    const { status, body } = await send({ name: 'Plain' });

    expect(status).toBe(409);
    expect(body.code).toBe('message.ambiguous');
    expect(await Promise.all(codes.map(stepOf))).toEqual([undefined, undefined]);
  });

  it('is for the only one that waits', async () => {
    await draw('catch Wait name="Chờ" message=Single\nReceive -> Wait -> Sign');
    const code = await received();

    expect(await send({ name: 'Single' })).toMatchObject({ status: 200, body: { dossier: code } });
  });
});

describe('a message thrown by a process', () => {
  it('comes to the dossier that waits with its key, and to no other', async () => {
    await draw('catch Wait name="Chờ" message=Reply motcua:correlation=reference\nReceive -> Wait -> Sign');
    const waiting = [await received({ reference: 'A' }), await received({ reference: 'B' })];
    await draw(
      'throw Tell name="Báo" message=Reply motcua:correlation=about in="result:=reference"\nReceive -> Tell -> Sign',
    );
    const thrower = await received({ about: 'B', reference: 'done' });
    await drain();

    expect(await Promise.all(waiting.map(stepOf))).toEqual([undefined, 'Sign']);
    expect(await stepOf(thrower)).toBe('Sign');
    expect(await toldTo(thrower)).toContain('message-thrown');
  });

  it('is said to be unheard when nobody waits for it', async () => {
    await draw('throw Tell name="Báo" message=Unheard\nReceive -> Tell -> Sign');
    const code = await received();
    await drain();

    expect(await toldTo(code)).toContain('message-unheard');
    expect((await admin.get('/admin/jobs')).body.items).toEqual([]);
  });
});

describe('a signal', () => {
  const WAITING = 'catch Wait name="Chờ lệnh" signal=Order\nReceive -> Wait -> Sign';

  it('comes to every dossier that waits, of other procedures too, once', async () => {
    await draw(WAITING);
    const waiting = [await received(), await received()];
    const held = await received();
    await counter.post(`/dossiers/${held}/suspend`, { reason: 'Chờ xác minh' });
    const { body: first } = await counter.get(`/procedures/${HOUSE_PERMIT}/processes/1`);
    await publishProcess(
      server,
      HOUSE_PERMIT,
      first.xml
        .replace('<bpmn:process ', '<bpmn:signal id="Sig" name="Order"/><bpmn:process ')
        .replace('</bpmn:process>', PASSING),
    );
    const { body: other } = await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));
    await draw('throw Shout name="Phát lệnh" signal=Order\nReceive -> Shout -> Sign');
    const thrower = await received();
    await drain();

    expect(await Promise.all(waiting.map(stepOf))).toEqual(['Sign', 'Sign']);
    expect(
      (await openTasks(server, other.code)).map(({ element }: { element: string }) => element),
    ).toContain('Note');
    expect(await toldTo(thrower)).not.toContain('signal-received');
    // its steps rest, its status and its pause stay as the law has them
    const { body } = await admin.get(`/dossiers/${held}`);
    expect(body).toMatchObject({ status: { key: 'suspended' }, clock: { state: 'paused' } });
    expect(await stepOf(held)).toBe('Sign');
    expect((await toldTo(held)).filter((type) => type === 'signal-received')).toHaveLength(1);
  });

  it('opens a step on hold with its own time, counted on from there when the hold ends', async () => {
    await draw('catch Wait name="Chờ lệnh" signal=Paused\nReceive -> Wait -> Sign');
    const code = await received();
    await counter.post(`/dossiers/${code}/suspend`, { reason: 'Chờ xác minh' });
    await admin.post('/admin/clock', { now: '2026-04-15T04:00:00.000Z' });
    await admin.post('/signals', { name: 'Paused' });
    await drain();
    await admin.post('/admin/clock', { now: '2026-04-15T07:00:00.000Z' });
    await counter.post(`/dossiers/${code}/resume`, {});

    // two hours from 13:00 on, of which one went by on hold
    expect((await openTasks(server, code))[0]).toMatchObject({
      element: 'Sign',
      dueAt: '2026-04-15T09:00:00.000Z',
    });
  });

  it('from outside is answered at once and reaches who waited then', async () => {
    await draw('catch Wait name="Chờ lệnh" signal=Later\nReceive -> Wait -> Sign');
    const code = await received();

    const { status, body } = await admin.post('/signals', { name: 'Later', payload: { level: 2 } });
    await drain();

    expect(status).toBe(202);
    expect(body).toMatchObject({ waiting: 1 });
    expect(await stepOf(code)).toBe('Sign');
  });
});

/** Beside the house permit's own way: an event sub-process that hears the order. */
const PASSING = `<bpmn:subProcess id="Aside" name="Khi có lệnh" triggeredByEvent="true">
<bpmn:startEvent id="Heard" name="Có lệnh" isInterrupting="false"><bpmn:outgoing>Aside_1</bpmn:outgoing><bpmn:signalEventDefinition id="Heard_1" signalRef="Sig"/></bpmn:startEvent>
<bpmn:userTask id="Note" name="Ghi nhận lệnh" motcua:unit="=competentUnit" motcua:role="leader" motcua:duration="PT1H"><bpmn:incoming>Aside_1</bpmn:incoming></bpmn:userTask>
<bpmn:sequenceFlow id="Aside_1" sourceRef="Heard" targetRef="Note"/>
</bpmn:subProcess></bpmn:process>`;
