/** The whole way of a command over HTTP, durable: intakes, completions, and the inbox of somebody with 10,000 open tasks. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../server/store/sqlite/open-sqlite-store.ts';
import type { Write } from '../server/store/store.ts';
import { holderOf, orderOf, type TaskRecord, taskId, taskSpec } from '../server/tasks/records.ts';
import { type ServerProcess, startProcess } from '../tests/support/server-process.ts';
import type { TestClient } from '../tests/support/test-client.ts';
import { type Bench, type Figure, ratePerSecond } from './bench.ts';

const NOW = '2026-04-17T03:00:00.000Z';
const HOUSE_PERMIT = '1.013225';
const CLIENTS = 8;
const SECONDS = 8;
const OPEN_TASKS = 10_000;
const LOOKS = 200;

const bench: Bench = {
  title: `HTTP, ${CLIENTS} clients, each commit synced; receipts are printed meanwhile`,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-'));
    try {
      const figures = await withServer(folder, throughput);
      await fillInbox(folder);
      return [...figures, ...(await withServer(folder, inbox))];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
export default bench;

async function withServer<T>(folder: string, measure: (server: ServerProcess) => Promise<T>): Promise<T> {
  const server = await startProcess({ folder, now: NOW });
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}

async function throughput(server: ServerProcess): Promise<Figure[]> {
  const counter = await server.as('motcua');
  const application = (await counter.get(`/procedures/${HOUSE_PERMIT}`)).body.samples[0];
  const tasks: string[] = [];
  const intakes = await ratePerSecond(
    async () => {
      const { body } = await answered(counter.post('/dossiers', application), 201);
      tasks.push(body.tasks[0].id);
    },
    { callers: CLIENTS, seconds: SECONDS },
  );
  const output = (await counter.get(`/tasks/${tasks[0]}`)).body.sample;
  const completions = await ratePerSecond(
    () => answered(counter.post(`/tasks/${tasks.pop()}/complete`, { output }), 200),
    // Half as long: each completion uses up a dossier that was taken in before.
    { callers: CLIENTS, seconds: SECONDS / 2 },
  );
  return [
    { what: 'dossiers taken in, receipt issued', value: intakes, unit: '/s' },
    { what: 'tasks completed', value: completions, unit: '/s' },
  ];
}

/** @throws Error when the answer is another */
async function answered(request: ReturnType<TestClient['post']>, status: number) {
  const answer = await request;
  if (answer.status !== status) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

async function inbox(server: ServerProcess): Promise<Figure[]> {
  const specialist = await server.as('chuyenvien');
  const times: number[] = [];
  for (let look = 0; look < LOOKS; look++) {
    const start = performance.now();
    await answered(specialist.get('/tasks?limit=20'), 200);
    times.push(performance.now() - start);
  }
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.floor(times.length * share)]!;
  return [
    { what: `inbox of ${OPEN_TASKS} open tasks with counts, median`, value: at(0.5), unit: 'ms' },
    { what: `inbox of ${OPEN_TASKS} open tasks with counts, p95`, value: at(0.95), unit: 'ms' },
  ];
}

/** Straight into the store: taking in ten thousand dossiers is not what is measured. */
async function fillInbox(folder: string): Promise<void> {
  const store = openSqliteStore({ folder });
  store.collection(taskSpec);
  for (let from = 0; from < OPEN_TASKS; from += 500) {
    await store.commit(Array.from({ length: 500 }, (_, offset) => openTask(from + offset)));
  }
  await store.close();
}

function openTask(number: number): Write {
  const dossier = `H01.30.01-260417-${number + 10_000}`;
  const id = taskId(dossier, 1);
  const place = { unit: 'phong-kinh-te-long-xuyen', role: 'specialist' as const };
  const dueAt = new Date(Date.parse(NOW) + (number - 2000) * 60_000).toISOString();
  const doc: TaskRecord = {
    ...place,
    dossier,
    procedure: HOUSE_PERMIT,
    procedureName: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
    applicant: `Nguyễn Văn A ${number} (mẫu)`,
    element: 'ThamDinh',
    name: 'Thẩm định, kiểm tra thực địa',
    status: 'open',
    openedAt: NOW,
    dueAt,
    holder: holderOf(place),
    openUnit: place.unit,
    open: true,
    order: orderOf(id, dueAt),
    search: [dossier.toLowerCase(), `nguyen van a ${number}`],
  };
  return { op: 'insert', collection: taskSpec.name, id, doc };
}
