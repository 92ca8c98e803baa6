/** The whole way of a command over HTTP, durable: intakes, completions; and lists and completions among up to a million dossiers. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { searchWords } from '../server/access/search-words.ts';
import { EVERYWHERE, listEntries, listEntrySpec } from '../server/dossiers/list-entries.ts';
import { type DossierRecord, dossierSpec } from '../server/dossiers/records.ts';
import { DATABASE_FILE, openSqliteStore } from '../server/store/sqlite/open-sqlite-store.ts';
import type { Write } from '../server/store/store.ts';
import { holderOf, orderOf, type TaskRecord, taskId, taskSpec } from '../server/tasks/records.ts';
import { type ServerProcess, startProcess } from '../tests/support/server-process.ts';
import type { TestClient } from '../tests/support/test-client.ts';
import { openTasks, personFor } from '../tests/support/walk.ts';
import { type Bench, type Figure, ratePerSecond } from './bench.ts';
import { lightClient } from './light-client.ts';

const NOW = '2026-04-17T03:00:00.000Z';
const HOUSE_PERMIT = '1.013225';
const CLIENTS = 8;
const SECONDS = 5;
const COMPLETERS = [1, 8, 64];
/** More dossiers than are worked on in the time: several steps are completed of each. */
const ENOUGH = 1_500;
const SIZES = [10_000, 100_000, 1_000_000];
const TASKS_A_DOSSIER = 5;
/** One dossier in so many is still open; its open task lies in the one inbox that is looked at. */
const OPEN_ONE_IN = 10;
const LOOKS = 100;
/** Not counted: the server has just been started. */
const WARM_UP = 60;

const bench: Bench = {
  title: 'HTTP with the whole product, each commit synced; receipts are printed meanwhile',
  run: async () => [
    ...(await inFolder((folder) => withServer(folder, throughput))),
    ...(await inFolder(looksBySize)),
  ],
};
export default bench;

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In a store of its own, where no papers of other measurements wait to be printed. */
async function looksBySize(folder: string): Promise<Figure[]> {
  await withServer(folder, async (server) => takeInOne(await server.as('motcua')));
  const bySize: Figure[][] = [];
  let filled = 0;
  for (const size of SIZES) {
    await fill(folder, { from: filled, to: size });
    filled = size;
    bySize.push(await withServer(folder, (server) => looks(server, size)));
  }
  return [...bySize.flat(), ...growth(bySize)];
}

async function withServer<T>(folder: string, measure: (server: ServerProcess) => Promise<T>): Promise<T> {
  const server = await startProcess({ folder, now: NOW });
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}

/** Dossiers are worked from their first step to their last, each step by whoever it is for, as the completions of a day are mixed. */
async function throughput(server: ServerProcess): Promise<Figure[]> {
  const counter = await server.as('motcua');
  const steps = await stepsOf(server, counter);
  const application = (await counter.get(`/procedures/${HOUSE_PERMIT}`)).body.samples[0];
  const light = lightClient(server.url);
  const open: { code: string; serial: number }[] = [];
  const takeIn = async () => {
    const { code } = JSON.parse(
      await light.post('/dossiers', application, { cookie: counter.cookie(), status: 201 }),
    );
    open.push({ code, serial: 1 });
  };
  const intakes = await ratePerSecond(takeIn, { callers: CLIENTS, seconds: SECONDS });
  const figures = [
    { what: `dossiers taken in, receipt issued, ${CLIENTS} clients`, value: intakes, unit: '/s' },
  ];
  const complete = async () => {
    const { code, serial } = open.pop()!;
    const { cookie, output } = steps[serial - 1]!;
    await light.post(`/tasks/${taskId(code, serial)}/complete`, { output }, { cookie, status: 200 });
    if (serial < steps.length) open.push({ code, serial: serial + 1 });
  };
  for (const callers of COMPLETERS) {
    while (open.length < ENOUGH) await Promise.all(Array.from({ length: 64 }, takeIn));
    const value = await ratePerSecond(complete, { callers, seconds: SECONDS });
    figures.push({ what: `tasks completed, ${callers} clients`, value, unit: '/s' });
  }
  light.close();
  return figures;
}

/** Who completes each step of the permit and with what, learnt from one that is worked to its end. */
async function stepsOf(server: ServerProcess, counter: TestClient) {
  const { code } = await takeInOne(counter);
  const steps: { cookie: string; output: object }[] = [];
  for (;;) {
    const [task] = await openTasks(server, code);
    if (!task) return steps;
    const client = await personFor(server, task);
    const output = (await client.get(`/tasks/${task.id}`)).body.sample ?? {};
    await answered(client.post(`/tasks/${task.id}/complete`, { output }), 200);
    steps.push({ cookie: client.cookie(), output });
  }
}

/** @throws Error when the answer is another */
async function answered(request: ReturnType<TestClient['post']>, status: number) {
  const answer = await request;
  if (answer.status !== status) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

/** Each as its screen asks: the inbox with its counts, the list of dossiers, a search by name and one by code; and work done. */
async function looks(server: ServerProcess, size: number): Promise<Figure[]> {
  await lookedThrough(server);
  const specialist = await server.as('chuyenvien');
  const office = await server.as('vanphong');
  const counter = await server.as('motcua');
  const tenths = size / 10;
  const { tasks, output } = await freshTasks(counter);
  const asked: [string, (look: number) => Promise<unknown>][] = [
    ['inbox with counts', () => page(specialist, '/tasks?limit=20')],
    ['dossiers, newest first', () => page(office, '/dossiers?limit=20')],
    ['dossiers by name', (look) => page(office, `/dossiers?limit=20&q=nguyen van a ${tenths + look}`)],
    ['dossiers by code', (look) => page(office, `/dossiers?limit=20&q=${codeOf(tenths + look)}`)],
    ['task completed', (look) => answered(counter.post(`/tasks/${tasks[look]}/complete`, { output }), 200)],
  ];
  const figures: Figure[] = [];
  for (const [what, ask] of asked) {
    const times: number[] = [];
    for (let look = 0; look < WARM_UP + LOOKS; look++) {
      const start = performance.now();
      await ask(look);
      if (look >= WARM_UP) times.push(performance.now() - start);
    }
    times.sort((left, right) => left - right);
    const value = times[Math.floor(LOOKS * 0.95)]!;
    figures.push({ what: `${size.toLocaleString('en')}: ${what}, p95`, value, unit: 'ms' });
  }
  figures.push({
    what: `${size.toLocaleString('en')}: memory of the server`,
    value: await residentMegabytes(server),
    unit: 'MB',
  });
  return figures;
}

const page = (client: TestClient, path: string) => answered(client.get(encodeURI(path)), 200);

/** A large database is looked through beside the first requests; where the system tells, that is waited for. */
async function lookedThrough({ pid }: ServerProcess): Promise<void> {
  const isBeingChecked = async () => {
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    const commands = children
      .split(' ')
      .filter(Boolean)
      .map((child) => readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => ''));
    return (await Promise.all(commands)).some((command) => command.includes('integrity-process'));
  };
  while (await isBeingChecked()) await setTimeout(500);
}

/** A task for every look, of dossiers taken in just now, and what completes it. */
async function freshTasks(counter: TestClient) {
  const tasks: string[] = [];
  let code = '';
  while (tasks.length < WARM_UP + LOOKS) {
    const { tasks: open, code: taken } = await takeInOne(counter);
    tasks.push(open[0].id);
    code = taken;
  }
  await printedReceipt(counter, code);
  return { tasks, output: (await counter.get(`/tasks/${tasks[0]}`)).body.sample };
}

/** Lists are read when the receipts of the dossiers just taken in are printed; completions print theirs meanwhile. */
async function printedReceipt(counter: TestClient, code: string): Promise<void> {
  for (;;) {
    const { body } = await answered(counter.get(`/dossiers/${code}/documents`), 200);
    if (body.items.every(({ state }: { state: string }) => state !== 'printing')) return;
    await setTimeout(200);
  }
}

async function takeInOne(counter: TestClient) {
  const application = (await counter.get(`/procedures/${HOUSE_PERMIT}`)).body.samples[0];
  return (await answered(counter.post('/dossiers', application), 201)).body;
}

async function residentMegabytes(server: ServerProcess): Promise<number> {
  const metrics = await (await fetch(new URL('/metrics', server.url))).text();
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]);
  if (!(bytes > 0)) throw new Error('no process_resident_memory_bytes in /metrics');
  return bytes / 1e6;
}

/** How many times as much each figure is at the largest size as at the smallest. */
function growth(bySize: Figure[][]): Figure[] {
  const [smallest, largest] = [bySize[0]!, bySize.at(-1)!];
  const times = SIZES.at(-1)! / SIZES[0]!;
  return largest.map(({ what, value }, index) => ({
    what: `growth with ${times} times the dossiers: ${what.replace(/^[\d,]+: /, '')}`,
    value: value / smallest[index]!.value,
    unit: 'x',
  }));
}

/** Straight into the store: taking in a million dossiers is not what is measured. */
async function fill(folder: string, { from, to }: { from: number; to: number }): Promise<void> {
  const store = openSqliteStore({ folder });
  store.collection(taskSpec);
  store.collection(listEntrySpec);
  const dossiers = store.collection(dossierSpec);
  const model = (await dossiers.find({ limit: 1 })).items[0]!.doc;
  for (let start = from; start < to; start += 500) {
    const numbers = Array.from({ length: Math.min(500, to - start) }, (_, offset) => start + offset);
    await store.commit(numbers.flatMap((number) => writesOf(model, number, to)));
  }
  await store.close();
  // What the system has yet to bring to the disk would hold up the syncs that are measured. In a process of its own: SQLite's
  // locks in this one end when the file is closed by anybody else.
  const sync = "const fs = require('node:fs'); fs.fsyncSync(fs.openSync(process.argv[1], 'r+'))";
  execFileSync(process.execPath, ['-e', sync, join(folder, DATABASE_FILE)]);
}

/** The dossier itself only where a page will show it: they are large, and beside the point. */
function writesOf(model: DossierRecord, number: number, size: number): Write[] {
  const code = codeOf(number);
  const fullName = `Nguyễn Văn A ${number} (mẫu)`;
  const receivedAt = new Date(Date.parse(NOW) + number).toISOString();
  const dossier: DossierRecord = {
    ...model,
    code,
    receivedAt,
    applicant: { ...model.applicant, fullName },
    search: searchWords(code, fullName),
  };
  const row = listEntries(dossier).get(`${code}@${EVERYWHERE}`)!;
  const isShown = number >= size - 100 || Math.abs(number - size / 10) <= WARM_UP + LOOKS;
  return [
    ...Array.from({ length: TASKS_A_DOSSIER }, (_, index) => task(number, index + 1)),
    { op: 'put', collection: listEntrySpec.name, id: `${code}@${EVERYWHERE}`, doc: row },
    ...(isShown ? [{ op: 'put' as const, collection: dossierSpec.name, id: code, doc: dossier }] : []),
  ];
}

const codeOf = (number: number): string => `H01.30.01-260417-${number + 100_000}`;

/** The last task of every OPEN_ONE_INth dossier is open, all others are done. */
function task(number: number, serial: number): Write {
  const dossier = codeOf(number);
  const id = taskId(dossier, serial);
  const open = serial === TASKS_A_DOSSIER && number % OPEN_ONE_IN === 0;
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
    status: 'completed',
    openedAt: NOW,
    dueAt,
    order: orderOf(id, dueAt),
    ...(open && {
      status: 'open',
      holder: holderOf(place),
      openUnit: place.unit,
      open,
      search: [dossier.toLowerCase(), `nguyen van a ${number}`],
    }),
  };
  return { op: 'insert', collection: taskSpec.name, id, doc };
}
