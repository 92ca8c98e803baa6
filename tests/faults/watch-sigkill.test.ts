import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { reportFault } from '../support/report-fault.ts';
import { startProcess } from '../support/server-process.ts';
import type { TestClient } from '../support/test-client.ts';
import { verifyFolder } from '../support/verify-folder.ts';

const FRIDAY = '2026-04-17T03:00:00.000Z';
const LONG_AFTER = '2026-06-01T03:00:00.000Z';
const DOSSIERS = 24;

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const eventsOf = async (client: TestClient, code: string): Promise<string[]> => {
  const { body } = await client.get(`/dossiers/${code}/history`);
  return body.items.map(({ type }: { type: string }) => type);
};

const countOf = (events: string[], type: string): number => events.filter((each) => each === type).length;

/** `npm run test:faults` asks for more. */
const TIMES = Number(process.env['MOTCUA_FAULT_TIMES'] ?? 1);

describe('a server killed while it tells of breaches', () => {
  it.each(Array.from({ length: TIMES }, (_, index) => index + 1))(
    'has told each breach once when it serves again (%i)',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'motcua-watch-'));
      folders.push(folder);
      const first = await startProcess({ folder, now: FRIDAY });
      const counter = await first.as('motcua');
      const application = await buildApplication(counter, HOUSE_PERMIT);
      const taken = await Promise.all(
        Array.from({ length: DOSSIERS }, () => counter.post('/dossiers', application)),
      );
      const codes = taken.map(({ body }) => body.code as string).sort();
      const admin = await first.as('admin');
      const moving = admin.post('/admin/clock', { now: LONG_AFTER }).catch(() => undefined);
      let seen: string[] = [];
      for (let look = 0; !seen.includes('overdue'); look += 1) {
        seen = await eventsOf(counter, codes[look % DOSSIERS]!);
      }
      await first.kill();
      const killedAt = performance.now();
      await moving;

      const second = await startProcess({ folder, now: LONG_AFTER });
      const seconds = (performance.now() - killedAt) / 1000;
      const again = await second.as('motcua');
      const events = await Promise.all(codes.map((code) => eventsOf(again, code)));
      const drafts = await Promise.all(
        codes.map(async (code) =>
          (await again.get(`/dossiers/${code}`)).body.documents.filter(
            ({ kind, state }: { kind: string; state: string }) => kind === 'apology' && state === 'draft',
          ),
        ),
      );
      await second.stop();
      const verdict = await verifyFolder(folder);

      const told = events.map((each) => countOf(each, 'overdue'));
      reportFault({
        fault: 'SIGKILL while breaches are told',
        lost: told.filter((times) => times === 0).length,
        doubled: told.filter((times) => times > 1).length,
        seconds,
      });
      expect(told).toEqual(codes.map(() => 1));
      expect(events.map((each) => countOf(each, 'delay-foreseen'))).toEqual(codes.map(() => 1));
      expect(Math.max(...drafts.map(({ length }) => length))).toBe(1);
      expect(verdict).toMatchObject({ exit: 0, said: expect.stringContaining('toàn vẹn') });
    },
    120_000,
  );
});
