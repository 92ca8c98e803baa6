import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import session from 'express-session';
import { pino } from 'pino';
import { z } from 'zod';
import { createApp } from '../../server/http/app.ts';
import { endpoint } from '../../server/http/endpoint.ts';
import { type LoadGate, loadGate } from '../../server/http/load-gate.ts';
import { createMetrics } from '../../server/http/metrics.ts';

const ROOM = 8;

/** Those who are being answered, until `answerAll`. */
const waiting: (() => void)[] = [];
const answerAll = () => {
  for (const answer of waiting.splice(0)) answer();
};
let arrived = () => {};

const endpoints = [
  endpoint({
    method: 'post',
    path: '/work',
    summary: 'Work',
    tag: 'test',
    auth: 'public',
    body: z.object({ name: z.string() }),
    response: z.object({ done: z.boolean() }),
    handler: async () => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        arrived();
      });
      return { done: true };
    },
  }),
];

let server: Server;
let base: string;
let gate: LoadGate;
beforeAll(async () => {
  gate = loadGate({ requests: ROOM, isLate: () => false });
  const app = createApp({
    endpoints,
    messages: {},
    authenticator: { bySession: async () => null, byKey: async () => null },
    sessions: { store: new session.MemoryStore(), secret: 'x'.repeat(32) },
    logger: pino({ level: 'silent' }),
    metrics: createMetrics(),
    gate,
    readiness: { store: async () => {} },
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const work = (headers: Record<string, string> = {}) =>
  fetch(`${base}/api/v1/work`, {
    method: 'POST',
    body: '{"name":"An"}',
    headers: { 'content-type': 'application/json', ...headers },
  });

/** So many requests, all of them being answered. */
async function occupy(times: number) {
  const full = new Promise<void>((resolve) => {
    arrived = () => void (waiting.length === times && resolve());
  });
  const answers = Array.from({ length: times }, () => work());
  await full;
  return answers;
}

const STAFF = { cookie: 'motcua.sid=s%3Anobody' };

describe('a server with no room left', () => {
  it('refuses the next stranger with 503, a sentence and when to come again, and serves when there is room', async () => {
    const answers = await occupy(6);

    const vietnamese = await work();
    const english = await work({ 'accept-language': 'en' });
    answerAll();

    expect([vietnamese.status, vietnamese.headers.get('retry-after')]).toEqual([503, '2']);
    expect(vietnamese.headers.get('content-type')).toContain('application/problem+json');
    expect(await vietnamese.json()).toMatchObject({ code: 'server.busy', title: 'Hệ thống đang quá tải' });
    expect(await english.json()).toMatchObject({ title: 'Too busy' });
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(6).fill(200));
    const [next] = await occupy(1);
    answerAll();
    expect((await next!).status).toBe(200);
  });

  it('still answers whether it lives, and has room for those who are signed in', async () => {
    const answers = await occupy(6);

    const health = await Promise.all(['/healthz', '/readyz', '/metrics'].map((path) => fetch(base + path)));
    const signedIn = await fetch(`${base}/api/v1/work`, { headers: STAFF });
    answerAll();
    await Promise.all(answers);

    expect(health.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(signedIn.status).toBe(405);
  });

  it('is not one whose clients are slow to send what they have to say', async () => {
    const head =
      'POST /api/v1/work HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 13\r\n';
    const slow = Array.from({ length: 3 * ROOM }, () =>
      connect((server.address() as AddressInfo).port, '127.0.0.1'),
    );
    const continued = slow.map((socket) => once(socket, 'data'));
    for (const socket of slow) socket.write(`${head}expect: 100-continue\r\n\r\n{`);
    await Promise.all(continued);

    const [answer] = await occupy(1);
    answerAll();

    expect((await answer!).status).toBe(200);
    expect(gate.taken()).toBe(0);
    for (const socket of slow) socket.destroy();
  });

  it('counts an answer until it is worked out, though its client has hung up', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const hasArrived = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const closed = new Promise((resolve) => server.once('connection', (each) => each.once('close', resolve)));
    socket.write(
      'POST /api/v1/work HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 13\r\n\r\n{"name":"An"}',
    );
    await hasArrived;
    socket.destroy();
    await closed;
    const meanwhile = gate.taken();

    answerAll();
    await (await fetch(`${base}/healthz`)).text();

    expect([meanwhile, gate.taken()]).toEqual([1, 0]);
  });
});
