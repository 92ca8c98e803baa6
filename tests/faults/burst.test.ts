import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../../server/access/actor.ts';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { reportFault } from '../support/report-fault.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

/** `npm run test:faults` has ten thousand fall due at once. */
const DOSSIERS = process.env['MOTCUA_FAULT_TIMES'] ? 10_000 : 150;
/** Two hundred minutes of them end before the office's break at eleven, in which all would have the same mark. */
const TOGETHER = 50;
const REQUESTS = 4;
/** Breaches told between a request and its answer. */
const FEW = 24;
/** Jobs that run side by side may end in another order than they began. */
const SIDE_BY_SIDE = 8;
const MINUTE = 60_000;

/** Thursday 16/04/2026, 07:00 in Việt Nam. */
const OPENING = Date.parse('2026-04-16T00:00:00.000Z');
const AFTER_OUTAGE = Date.parse('2026-06-01T03:00:00.000Z');

let server: TestServer;
let counter: TestClient;
beforeAll(async () => {
  server = await startServer({ now: new Date(OPENING).toISOString() });
  counter = await server.as('motcua');
});
afterAll(() => server.close());

/** One a minute of the law's clock: each has its first mark at a moment of its own. */
async function takeInMany(): Promise<string[]> {
  const application = await buildApplication(counter, HOUSE_PERMIT);
  const codes: string[] = [];
  for (let done = 0; done < DOSSIERS; done += TOGETHER) {
    server.server.clock.moveTo!(OPENING + (done / TOGETHER) * MINUTE);
    const answers = await Promise.all(
      Array.from({ length: TOGETHER }, () => counter.post('/dossiers', application)),
    );
    codes.push(...answers.map(({ body }) => body.code as string));
  }
  return codes;
}

/** Codes of dossiers in the order in which something happened to them. */
function listen(): { told: string[]; until: (isEnough: () => boolean) => Promise<void>; end: () => void } {
  const told: string[] = [];
  let wake = () => {};
  const end = server.server.runtime.live.listen(
    { ...systemActor, roles: ['admin'] },
    {
      hear: (event) => {
        if (event.type === 'dossier') told.push(event.dossier);
        wake();
      },
      end: () => {},
    },
  );
  const until = async (isEnough: () => boolean) => {
    while (!isEnough()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { told, until, end };
}

/** Whose breach was told, as often as it was. */
async function breaches(): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await server.server.runtime.history.find({
      where: { at: { gte: new Date(AFTER_OUTAGE).toISOString() } },
      limit: 1000,
      ...(cursor && { cursor }),
    });
    for (const { doc } of page.items) {
      found.push(...doc.entries.flatMap(({ type }) => (type === 'overdue' ? [doc.dossier] : [])));
    }
    cursor = page.next;
  } while (cursor);
  return found;
}

describe('deadlines that passed during an outage', () => {
  it('are told in the order they fell due, once each, while people are served', async () => {
    const codes = await takeInMany();
    const { clock, jobs } = server.server;
    const { told, until, end } = listen();
    clock.moveTo!(AFTER_OUTAGE);
    const woke = performance.now();

    jobs.nudge();
    const toldMeanwhile: number[] = [];
    let slowest = 0;
    for (let request = 1; request <= REQUESTS; request += 1) {
      await until(() => told.length >= (DOSSIERS * request) / (REQUESTS + 1));
      const [before, asked] = [told.length, performance.now()];
      const { status } = await counter.get('/tasks?scope=claimable&limit=20');
      expect(status).toBe(200);
      toldMeanwhile.push(told.length - before);
      slowest = Math.max(slowest, performance.now() - asked);
    }
    await until(() => told.length >= DOSSIERS);
    const seconds = (performance.now() - woke) / 1000;
    end();

    const found = await breaches();
    reportFault({
      fault: `${DOSSIERS} deadlines after an outage; inbox meanwhile within ${Math.ceil(slowest)} ms`,
      lost: DOSSIERS - new Set(found).size,
      doubled: found.length - new Set(found).size,
      seconds,
    });
    expect(found.sort()).toEqual([...codes].sort());
    expect(told).toHaveLength(DOSSIERS);
    expect(Math.max(...toldMeanwhile)).toBeLessThan(FEW);
    const minuteOf = new Map(codes.map((code, index) => [code, Math.floor(index / TOGETHER)]));
    const minutes = told.map((code) => minuteOf.get(code)!);
    let latest = 0;
    const overtaken = minutes.slice(SIDE_BY_SIDE).filter((minute, index) => {
      latest = Math.max(latest, minutes[index]!);
      return minute < latest;
    });
    expect(overtaken).toEqual([]);
  }, 900_000);
});
