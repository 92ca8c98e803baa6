import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ReplicaSet, startReplicaSet } from '../../scripts/mongo/start-replica-set.js';
import { type Application, buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { everyDossier, serials } from '../support/every-dossier.ts';
import { type MongoProxy, startMongoProxy } from '../support/mongo-proxy.ts';
import { withMongoProgram } from '../support/on-mongodb.ts';
import { reportFault } from '../support/report-fault.ts';
import { CLEAN, type ServerOnMongodb, startOnMongodb } from '../support/server-on-mongodb.ts';
import { type SteadyLoad, steadyLoad } from '../support/steady-load.ts';
import type { TestClient } from '../support/test-client.ts';

const INTAKES = 40;
const STRIKE_AFTER = 15;
const SLOWER_MS = 100;
/** Long enough for a loaded machine, and soon over when nobody answers. */
const IMPATIENT = 'serverSelectionTimeoutMS=2000&connectTimeoutMS=3000&heartbeatFrequencyMS=500';

interface Fault {
  fault: string;
  /** does it, and undoes it when it has shown */
  strike: (proxy: MongoProxy, load: SteadyLoad) => Promise<void>;
}

const FAULTS: Fault[] = [
  {
    fault: 'connections to the database cut',
    strike: async (proxy, load) => {
      proxy.cut();
      await load.refused(1);
      proxy.pass();
    },
  },
  {
    fault: 'connections to the database cut for a moment',
    strike: async (proxy) => {
      proxy.cut();
      proxy.pass();
    },
  },
  {
    fault: 'connections to the database stalled',
    strike: async (proxy, load) => {
      proxy.stall();
      await load.refused(1);
      proxy.pass();
    },
  },
  {
    fault: 'connections to the database slowed',
    strike: async (proxy, load) => {
      proxy.slow(SLOWER_MS);
      await load.until(STRIKE_AFTER + 5);
      proxy.pass();
    },
  },
];

withMongoProgram('a server whose wire to the database fails under load', (program) => {
  let set: ReplicaSet;
  let proxy: MongoProxy;
  let on: ServerOnMongodb;
  let counter: TestClient;
  let application: Application;
  beforeAll(async () => {
    set = await startReplicaSet(program);
    proxy = await startMongoProxy(set.uri);
    on = await startOnMongodb(proxy.uri, IMPATIENT);
    counter = await on.server.as('motcua');
    application = await buildApplication(counter, CERTIFICATION);
  }, 120_000);
  afterAll(async () => {
    await proxy.close();
    await set.stop();
  });

  it.each(FAULTS)(
    'does nothing by halves and serves again by itself: $fault',
    async ({ fault, strike }) => {
      const before = await everyDossier(counter);

      const load = steadyLoad(counter, { application, intakes: INTAKES, name: fault });
      await load.until(STRIKE_AFTER);
      await strike(proxy, load);
      const healedAt = performance.now();
      const acknowledged = await load.done;

      const codes = (await everyDossier(counter)).map(({ code }) => code);
      const known = new Set(codes);
      reportFault({
        fault,
        lost: acknowledged.filter((code) => !known.has(code)).length,
        doubled: Math.max(0, codes.length - before.length - INTAKES),
        seconds: (load.acknowledgedAt.find((at) => at > healedAt)! - healedAt) / 1000,
      });
      expect(codes).toEqual(expect.arrayContaining(acknowledged));
      expect(serials(codes)).toEqual(
        Array.from({ length: before.length + INTAKES }, (_, index) => index + 1),
      );
      expect(load.refusals.filter(({ status, hasRetryAfter }) => status !== 503 || !hasRetryAfter)).toEqual(
        [],
      );
    },
    120_000,
  );

  it('leaves a store without a finding', async () => {
    expect(await on.verified()).toMatchObject(CLEAN);
  }, 120_000);
});
