import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import type { MongoProgram } from '../../scripts/mongo/find-program.js';
import { type ReplicaSet, startReplicaSet } from '../../scripts/mongo/start-replica-set.js';
import { type Application, buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { everyDossier, serials } from '../support/every-dossier.ts';
import { withMongod, withMongoProgram } from '../support/on-mongodb.ts';
import { reportFault } from '../support/report-fault.ts';
import { CLEAN, type ServerOnMongodb, startOnMongodb } from '../support/server-on-mongodb.ts';
import { steadyLoad } from '../support/steady-load.ts';
import type { TestClient } from '../support/test-client.ts';

const INTAKES = 40;
const KILL_AFTER = 15;

/** `npm run test:faults` asks for more, a fifth of what it kills servers of ours. */
const TIMES = Math.ceil(Number(process.env['MOTCUA_FAULT_TIMES'] ?? 1) / 5);
const times = Array.from({ length: TIMES }, (_, index) => index + 1);

withMongoProgram('the database server killed under load and started again on its files', (program) => {
  killed(program, {
    fault: 'SIGKILL of the database server',
    size: 1,
    strike: async ({ members: [only] }) => {
      await only!.kill();
      await only!.start();
    },
  });
});

withMongod('the primary of three killed under load', (program) => {
  killed(program, {
    fault: 'SIGKILL of the primary of three',
    size: 3,
    strike: async (set) => {
      const primary = await primaryOf(set);
      await primary.kill();
      await primary.start();
    },
  });
});

interface Strike {
  fault: string;
  size: 1 | 3;
  strike: (set: ReplicaSet) => Promise<void>;
}

function killed(program: MongoProgram, { fault, size, strike }: Strike): void {
  let set: ReplicaSet;
  let on: ServerOnMongodb;
  let counter: TestClient;
  let application: Application;
  let stored = 0;
  beforeAll(async () => {
    set = await startReplicaSet(program, { size });
    on = await startOnMongodb(set.uri);
    counter = await on.server.as('motcua');
    application = await buildApplication(counter, CERTIFICATION);
  }, 120_000);
  afterAll(() => set.stop());

  it.each(times)(
    'loses nothing acknowledged, numbers without gap or double, and writes go on by themselves (%i)',
    async (time) => {
      const load = steadyLoad(counter, { application, intakes: INTAKES, name: `kill-${time}` });
      await load.until(KILL_AFTER);
      const killedAt = performance.now();
      await strike(set);
      const acknowledged = await load.done;

      const codes = (await everyDossier(counter)).map(({ code }) => code);
      const known = new Set(codes);
      const again = load.acknowledgedAt.find((at) => at > killedAt + 100)!;
      const expected = stored + INTAKES;
      stored = codes.length;
      reportFault({
        fault,
        lost: acknowledged.filter((code) => !known.has(code)).length,
        doubled: Math.max(0, codes.length - expected),
        seconds: (again - killedAt) / 1000,
      });
      expect(codes).toEqual(expect.arrayContaining(acknowledged));
      expect(serials(codes)).toEqual(Array.from({ length: expected }, (_, index) => index + 1));
      expect(load.refusals.filter(({ status, hasRetryAfter }) => status !== 503 || !hasRetryAfter)).toEqual(
        [],
      );
    },
    120_000,
  );

  it('leaves a store without a finding', async () => {
    expect(await on.verified()).toMatchObject(CLEAN);
  }, 120_000);
}

async function primaryOf({ uri, members }: ReplicaSet) {
  const client = await mongo.MongoClient.connect(uri);
  const { primary } = await client.db('admin').command({ hello: 1 });
  await client.close();
  return members.find(({ port }) => String(primary).endsWith(`:${port}`))!;
}
