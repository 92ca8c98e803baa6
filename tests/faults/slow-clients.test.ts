import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { everyDossier } from '../support/every-dossier.ts';
import { reportFault } from '../support/report-fault.ts';
import { type ServerProcess, startProcess } from '../support/server-process.ts';
import type { TestClient } from '../support/test-client.ts';
import { verifyFolder } from '../support/verify-folder.ts';

const FRIDAY = '2026-04-17T03:00:00.000Z';
/** `npm run test:faults` has a thousand. */
const CLIENTS = process.env['MOTCUA_FAULT_TIMES'] ? 1000 : 80;
/** Less than there are clients of each kind: were they counted, nobody else would be served. */
const ROOM = 16;
const INTAKES = 10;
/** Megabytes that they may cost together; an answer of each in memory would be more. */
const MOST_GROWTH = 0.2 * CLIENTS + 100;

let folder: string;
let server: ServerProcess;
let counter: TestClient;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-slow-'));
  server = await startProcess({ folder, now: FRIDAY, settings: { MAX_REQUESTS: String(ROOM) } });
  counter = await server.as('motcua');
}, 60_000);
afterAll(async () => {
  await server.kill();
  await rm(folder, { recursive: true, force: true });
});

/** Each kind of client begins like this, and then dawdles. */
const dawdlers = (cookie: string): string[] => {
  const head = `host: x\r\ncookie: ${cookie}\r\n`;
  return [
    // never comes to the end of its headers
    `GET /api/v1/tasks HTTP/1.1\r\n${head}x-slow: `,
    // never comes to the end of its body
    `POST /api/v1/dossiers HTTP/1.1\r\n${head}content-type: application/json\r\ncontent-length: 5000\r\n\r\n{"procedure"`,
    // asks for a large answer again and again, and reads none of it
    `GET /api/openapi.json HTTP/1.1\r\n${head}\r\n`.repeat(3),
    `GET /api/v1/dossiers?limit=200 HTTP/1.1\r\n${head}\r\n`.repeat(3),
    // listens to events and reads none
    `GET /api/v1/events HTTP/1.1\r\n${head}\r\n`,
  ];
};

async function dawdle(beginning: string): Promise<Socket> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  socket.pause();
  await once(socket, 'connect');
  await new Promise((resolve) => socket.write(beginning, resolve));
  return socket;
}

async function gauge(name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)![1]);
}

const megabytes = async (): Promise<number> => (await gauge('process_resident_memory_bytes')) / 1e6;

/** What so many ask at once is work like any other; what is shown is what they cost afterwards. */
async function workedOff(): Promise<void> {
  while ((await gauge('motcua_http_requests_at_once')) > 0);
}

describe('many clients that are slow to send or to read', () => {
  it('take neither the place of others nor the memory of the server', async () => {
    const application = await buildApplication(counter, CERTIFICATION);
    await counter.post('/dossiers', application);
    const before = await megabytes();
    const kinds = dawdlers(counter.cookie());
    const slow = await Promise.all(
      Array.from({ length: CLIENTS }, (_, index) => dawdle(kinds[index % kinds.length]!)),
    );

    const health = await fetch(`${server.url}/healthz`);
    await workedOff();
    const askedAt = performance.now();
    const taken = [];
    for (let intake = 0; intake < INTAKES; intake += 1)
      taken.push(await counter.post('/dossiers', application));
    const seconds = (performance.now() - askedAt) / 1000 / INTAKES;
    const growth = (await megabytes()) - before;

    for (const socket of slow) socket.destroy();
    const stored = (await everyDossier(counter)).map(({ code }) => code);
    await server.stop();
    const acknowledged = taken.filter(({ status }) => status === 201).map(({ body }) => body.code);
    reportFault({
      fault: `${CLIENTS} slow clients, ${Math.round(growth)} MB; intakes meanwhile`,
      lost: INTAKES - stored.filter((code) => acknowledged.includes(code)).length,
      doubled: stored.length - 1 - INTAKES,
      seconds,
    });
    expect(health.status).toBe(200);
    expect(taken.map(({ status }) => status)).toEqual(Array(INTAKES).fill(201));
    expect(stored).toHaveLength(INTAKES + 1);
    expect(growth).toBeLessThan(MOST_GROWTH);
    expect(await verifyFolder(folder)).toMatchObject({ exit: 0 });
  }, 180_000);
});
