import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ReplicaSet, startReplicaSet } from '../../scripts/mongo/start-replica-set.js';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { withMongoProgram } from '../support/on-mongodb.ts';
import { reportFault } from '../support/report-fault.ts';
import { CLEAN, type ServerOnMongodb, startOnMongodb } from '../support/server-on-mongodb.ts';
import type { TestClient } from '../support/test-client.ts';

/** `npm run test:faults` has a thousand tasks raced for. */
const TASKS = process.env['MOTCUA_FAULT_TIMES'] ? 1000 : 40;
const TOGETHER = 8;
const PATIENCE_MS = 60_000 + TASKS * 4_000;

withMongoProgram('two servers that race for the same tasks', (program) => {
  let set: ReplicaSet;
  let on: ServerOnMongodb;
  let clients: TestClient[];
  beforeAll(async () => {
    set = await startReplicaSet(program);
    on = await startOnMongodb(set.uri);
    clients = await Promise.all([on.server, await on.another()].map((server) => server.as('motcua')));
  }, 120_000);
  afterAll(() => set.stop());

  it(
    'complete each once, and tell the loser who was faster',
    async () => {
      const [one] = clients as [TestClient, TestClient];
      const application = await buildApplication(one, CERTIFICATION);
      const tasks = await sideBySide(TASKS, async () => {
        const { body } = await one.post('/dossiers', application);
        return { code: body.code as string, id: body.tasks[0].id as string };
      });
      const output = (await one.get(`/tasks/${tasks[0]!.id}`)).body.sample ?? {};

      const answers = await Promise.all(
        clients.map((client) =>
          sideBySide(TASKS, (index) => client.post(`/tasks/${tasks[index]!.id}/complete`, { output })),
        ),
      );
      const completions = await sideBySide(TASKS, async (index) => {
        const { code, id } = tasks[index]!;
        const { items } = (await one.get(`/dossiers/${code}/history`)).body;
        return items.filter(
          ({ type, after }: { type: string; after?: { task?: string } }) =>
            type === 'task-completed' && after?.task === id,
        ).length as number;
      });

      const outcomes = tasks.map((_, index) =>
        answers
          .map((answered) => answered[index]!)
          .map(({ status, body }) => body.code ?? status)
          .sort(),
      );
      reportFault({
        fault: 'two servers racing for a task',
        times: TASKS,
        lost: completions.filter((count) => count === 0).length,
        doubled: completions.filter((count) => count > 1).length,
        // Both serve all the while.
        seconds: 0,
      });
      expect(outcomes).toEqual(tasks.map(() => [200, 'task.already-completed']));
      expect(completions).toEqual(tasks.map(() => 1));
    },
    PATIENCE_MS,
  );

  it(
    'leave a store without a finding',
    async () => {
      expect(await on.verified()).toMatchObject(CLEAN);
    },
    PATIENCE_MS,
  );
});

/** Several at a time, each as soon as one before it is done; results in order. */
async function sideBySide<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const caller = async () => {
    while (next < count) {
      const index = next++;
      results[index] = await work(index);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, caller));
  return results;
}
