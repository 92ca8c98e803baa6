import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { everyDossier } from '../support/every-dossier.ts';
import { reportFault } from '../support/report-fault.ts';
import { type ServerProcess, startProcess } from '../support/server-process.ts';
import { verifyFolder } from '../support/verify-folder.ts';

const FRIDAY = '2026-04-17T03:00:00.000Z';
/** Enough to start and serve with, too little for what follows. */
const MEGABYTES = 96;
const HEAVY = 60;
/** Near the largest body that is taken, in many small pieces: some forty megabytes once it is read. */
const HEAVY_BODY = JSON.stringify({ data: { list: Array.from({ length: 400_000 }, (_, index) => [index]) } });

/** `npm run test:faults` asks for more. */
const TIMES = process.env['MOTCUA_FAULT_TIMES'] ? 5 : 1;

const folders: string[] = [];
let server: ServerProcess;
afterEach(() => server.kill());
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describe('a server that comes to the end of its memory', () => {
  it.each(Array.from({ length: TIMES }, (_, index) => index + 1))(
    'ends, and has whatever it acknowledged when it is started again (%i)',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'motcua-memory-'));
      folders.push(folder);
      const env = { NODE_OPTIONS: `--max-old-space-size=${MEGABYTES}` };
      server = await startProcess({ folder, now: FRIDAY, settings: env });
      const counter = await server.as('motcua');
      const application = await buildApplication(counter, CERTIFICATION);
      const acknowledged: string[] = [];
      const takeIn = async () => {
        for (;;) {
          const { status, body } = await counter.post('/dossiers', application);
          if (status === 201) acknowledged.push(body.code);
        }
      };
      const weigh = () =>
        counter.fetch('/forms/leader-signature/validate', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: HEAVY_BODY,
        });

      const ended = server.ended();
      await Promise.allSettled([takeIn(), ...Array.from({ length: HEAVY }, weigh)]);
      const exit = await ended;
      const diedAt = performance.now();
      server = await startProcess({ folder, now: FRIDAY });
      const seconds = (server.readyAt - diedAt) / 1000;
      const stored = (await everyDossier(await server.as('motcua'))).map(({ code }) => code);
      await server.stop();

      reportFault({
        fault: 'memory limit reached',
        lost: acknowledged.filter((code) => !stored.includes(code)).length,
        doubled: stored.length - new Set(stored).size,
        seconds,
      });
      expect(exit).not.toBe(0);
      expect(stored).toEqual(expect.arrayContaining(acknowledged));
      const serials = stored.map((code) => Number(code.slice(-4))).sort((a, b) => a - b);
      expect(serials).toEqual(serials.map((_, index) => index + 1));
      expect(await verifyFolder(folder)).toMatchObject({ exit: 0 });
    },
    120_000,
  );
});
