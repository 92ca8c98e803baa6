import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { everyDossier, serials } from '../support/every-dossier.ts';
import { reportFault } from '../support/report-fault.ts';
import { startProcess } from '../support/server-process.ts';
import type { TestClient } from '../support/test-client.ts';
import { verifyFolder } from '../support/verify-folder.ts';

const FRIDAY = '2026-04-17T03:00:00.000Z';
const BURST = 200;
const KILL_AFTER = 60;

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** Sends them all at once and kills when enough were acknowledged; answers the acknowledged codes. */
async function burst(client: TestClient, body: unknown, kill: () => Promise<void>): Promise<string[]> {
  const acknowledged: string[] = [];
  let killed: Promise<void> | undefined;
  const send = async () => {
    const { status, body: dossier } = await client.post('/dossiers', body);
    if (status === 201) acknowledged.push(dossier.code);
    if (acknowledged.length >= KILL_AFTER) killed ??= kill();
  };
  await Promise.allSettled(Array.from({ length: BURST }, send));
  await killed;
  return acknowledged;
}

/** `npm run test:faults` asks for more. */
const TIMES = Number(process.env['MOTCUA_FAULT_TIMES'] ?? 1);

describe('a server killed in a burst of 200 intakes', () => {
  it.each(Array.from({ length: TIMES }, (_, index) => index + 1))(
    'has every acknowledged dossier, whole, with codes without gap or double (%i)',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'motcua-kill-'));
      folders.push(folder);
      const first = await startProcess({ folder, now: FRIDAY });
      const before = await first.as('motcua');
      const acknowledged = await burst(before, await buildApplication(before, CERTIFICATION), first.kill);

      const killedAt = performance.now();
      const second = await startProcess({ folder, now: FRIDAY });
      const seconds = (performance.now() - killedAt) / 1000;
      const after = await second.as('motcua');
      const stored = await everyDossier(after);
      const numbers = serials(stored.map(({ code }) => code));
      const halves = await Promise.all(
        stored.map(async ({ code }) => {
          const { body } = await after.get(`/dossiers/${code}`);
          const { body: history } = await after.get(`/dossiers/${code}/history`);
          const receipts = body.documents.filter(({ kind }: { kind: string }) => kind === 'receipt');
          const isWhole = receipts.length === 1 && body.openTasks.length === 1 && history.items.length > 0;
          return isWhole ? [] : [code];
        }),
      );
      const next = (await after.post('/dossiers', await buildApplication(after, CERTIFICATION))).body.code;
      await second.stop();
      const verdict = await verifyFolder(folder);

      const known = new Set(stored.map(({ code }) => code));
      reportFault({
        fault: 'SIGKILL in a burst of intakes',
        lost: acknowledged.filter((code) => !known.has(code)).length,
        doubled: numbers.length - new Set(numbers).size,
        seconds,
      });
      expect(verdict).toMatchObject({ exit: 0, said: expect.stringContaining('toàn vẹn') });
      expect(acknowledged.length).toBeGreaterThanOrEqual(KILL_AFTER);
      expect(stored.map(({ code }) => code)).toEqual(expect.arrayContaining(acknowledged));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(halves.flat()).toEqual([]);
      expect(Number(next.slice(-4))).toBe(stored.length + 1);
    },
    120_000,
  );
});
