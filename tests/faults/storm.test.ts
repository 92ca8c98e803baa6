import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { everyDossier } from '../support/every-dossier.ts';
import { reportFault } from '../support/report-fault.ts';
import { type ServerProcess, startProcess } from '../support/server-process.ts';
import type { TestAnswer, TestClient } from '../support/test-client.ts';
import { verifyFolder } from '../support/verify-folder.ts';

const FRIDAY = '2026-04-17T03:00:00.000Z';
/** Requests that the server works on at once; `npm run test:faults` has ten times as many come as it takes. */
const ROOM = process.env['MOTCUA_FAULT_TIMES'] ? 256 : 24;
const STORM = 10 * ROOM;

let folder: string;
let server: ServerProcess;
let counter: TestClient;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-storm-'));
  server = await startProcess({ folder, now: FRIDAY, settings: { MAX_REQUESTS: String(ROOM) } });
  counter = await server.as('motcua');
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a storm of ten times as many requests as there is room for', () => {
  it('is shed with 503 and Retry-After, keeps what was acknowledged, and is over when it is over', async () => {
    const application = await buildApplication(counter, CERTIFICATION);
    const takeIn = (): Promise<TestAnswer> => counter.post('/dossiers', application);

    const storm = Promise.all(Array.from({ length: STORM }, takeIn));
    const health = await fetch(`${server.url}/healthz`);
    const answers = await storm;
    const overAt = performance.now();
    const next = await takeIn();
    const seconds = (performance.now() - overAt) / 1000;

    const shed = answers.filter(({ status }) => status !== 201);
    const acknowledged = [...answers.filter(({ status }) => status === 201), next].map(
      ({ body }) => body.code,
    );
    const stored = (await everyDossier(counter)).map(({ code }) => code);
    await server.stop();
    reportFault({
      fault: `a storm of ${STORM} requests, ${shed.length} of them shed`,
      lost: acknowledged.filter((code) => !stored.includes(code)).length,
      doubled: stored.length - new Set(stored).size,
      seconds,
    });
    expect([health.status, next.status]).toEqual([200, 201]);
    expect(shed.length).toBeGreaterThan(0);
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROOM / 2);
    expect(
      new Set(
        shed.map(({ status, body, headers }) => `${status} ${body.code} ${headers.get('retry-after')}`),
      ),
    ).toEqual(new Set(['503 server.busy 2']));
    expect(stored.sort()).toEqual(acknowledged.sort());
    expect(await verifyFolder(folder)).toMatchObject({ exit: 0 });
  }, 120_000);
});
