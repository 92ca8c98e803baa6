/**
 * Engine and embedded store in one process, each completion durable when it is answered: the kernel, and bpmn-engine on the
 * same store. A completion reads the dossier with its process state and its row of the inbox, steps on, and writes both
 * again with the next tasks and two events, in one commit.
 */
import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from 'bpmn-engine';
import { applyCommand, compileProcess, startProcess } from '../engine/index.ts';
import type { Effect, Process, ProcessState } from '../engine/types.ts';
import { openSqliteStore } from '../server/store/sqlite/open-sqlite-store.ts';
import type { Store, Write } from '../server/store/store.ts';
import { buildProcess } from '../tests/support/build-process.ts';
import { type Bench, type Figure, ratePerSecond } from './bench.ts';
import { type PeerSource, peerSource, TEN_STEPS, type WaitingTask } from './ten-steps.ts';

const AT = '2026-04-17T01:00:00.000Z';
const INPUT = { form: { area: 120 } };
const CALLERS = [1, 8, 64];
const SECONDS = 3;

const bench: Bench = {
  title: 'Engine and embedded store in one process, beside bpmn-engine on the same store',
  run: async () => {
    const xml = buildProcess(TEN_STEPS);
    const { process } = await compileProcess(xml);
    const peer = peerEngine(await peerSource(xml));
    const figures: Figure[] = [];
    for (const callers of CALLERS) {
      const ours = await completions(kernelEngine(process!), callers);
      const theirs = await completions(peer, callers);
      figures.push(
        { what: `${callers} callers`, value: ours, unit: 'completions/s' },
        { what: `${callers} callers, bpmn-engine`, value: theirs, unit: 'completions/s' },
        { what: `${callers} callers, ratio`, value: ours / theirs, unit: 'x' },
      );
    }
    return figures;
  },
};
export default bench;

/** What an engine leaves behind: its state, and the tasks that it has opened. */
interface Stepped {
  state: object;
  opened: { id: string; element: string }[];
}

/** An engine as a server uses it: nothing of an instance is kept between two completions. */
interface StoredEngine {
  start(): Promise<Stepped>;
  complete(state: object, task: string): Promise<Stepped>;
}

const openedBy = (effects: Effect[]) =>
  effects.flatMap((effect) =>
    effect.type === 'open-task' ? [{ id: effect.occurrence, element: effect.element }] : [],
  );

const kernelEngine = (process: Process): StoredEngine => ({
  start: async () => {
    const { state, effects } = startProcess(process, INPUT, AT);
    return { state, opened: openedBy(effects) };
  },
  complete: async (before, occurrence) => {
    const command = { type: 'complete', occurrence, output: { note: occurrence } } as const;
    const { state, effects } = applyCommand(process, before as ProcessState, command, AT);
    return { state, opened: openedBy(effects) };
  },
});

function peerEngine(sourceContext: PeerSource): StoredEngine {
  const listenTo = (waiting: WaitingTask[]) => {
    const listener = new EventEmitter();
    return listener.on('activity.wait', (task: WaitingTask) => waiting.push(task));
  };
  const saved = async (engine: Engine, opened: WaitingTask[]): Promise<Stepped> => {
    const state = await engine.getState();
    if (engine.state === 'running') await engine.stop();
    return { state, opened: opened.map(({ id }) => ({ id, element: id })) };
  };
  return {
    start: async () => {
      const waiting: WaitingTask[] = [];
      const engine = new Engine({ name: 'bench', sourceContext });
      await engine.execute({ listener: listenTo(waiting), variables: INPUT });
      return saved(engine, waiting);
    },
    complete: async (before, task) => {
      const waiting: WaitingTask[] = [];
      const engine = new Engine({ name: 'bench', sourceContext }).recover(before as never);
      await engine.resume({ listener: listenTo(waiting) });
      const resumed = waiting.splice(0);
      resumed.find(({ id }) => id === task)!.signal({ note: task });
      return saved(engine, waiting);
    },
  };
}

/** Each caller works one dossier after another, from its first task to its last. */
async function completions(engine: StoredEngine, callers: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-'));
  const store = openSqliteStore({ folder });
  try {
    const desk = openDesk(store, engine);
    const waiting: string[][] = Array.from({ length: callers }, () => []);
    let dossiers = 0;
    const completeOne = async (caller: number) => {
      const mine = waiting[caller]!;
      if (mine.length === 0) mine.push(...(await desk.takeIn(`d${dossiers++}`)));
      mine.push(...(await desk.complete(mine.shift()!)));
    };
    return await ratePerSecond(completeOne, { callers, seconds: SECONDS });
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

interface StoredDossier {
  state: object;
  form: object;
}

function openDesk(store: Store, engine: StoredEngine) {
  const dossiers = store.collection<StoredDossier>({ name: 'dossiers', indexes: [] });
  const tasks = store.collection<{ dossier: string; element: string; status: string }>({
    name: 'tasks',
    indexes: [
      { name: 'byUnitDue', fields: ['unit', 'status', 'dueAt'] },
      { name: 'byDossier', fields: ['dossier'] },
    ],
  });
  store.collection({ name: 'events', indexes: [{ name: 'byDossier', fields: ['dossier', 'at'] }] });
  let events = 0;

  const insertTasks = (dossier: string, opened: Stepped['opened']) =>
    opened.map(({ id, element }): Write & { op: 'insert' } => ({
      op: 'insert',
      collection: 'tasks',
      id: `${dossier}/${id}`,
      doc: { dossier, element, unit: 'tp', status: 'open', dueAt: AT },
    }));
  const event = (dossier: string, type: string): Write => ({
    op: 'insert',
    collection: 'events',
    id: `e${events++}`,
    doc: { dossier, at: AT, type, actor: 'chuyenvien' },
  });

  return {
    /** @returns its open tasks */
    takeIn: async (dossier: string): Promise<string[]> => {
      const { state, opened } = await engine.start();
      const rows = insertTasks(dossier, opened);
      await store.commit([
        { op: 'insert', collection: 'dossiers', id: dossier, doc: { state, form: FORM } },
        ...rows,
      ]);
      return rows.map(({ id }) => id);
    },
    /** @returns the tasks that it has opened */
    complete: async (id: string): Promise<string[]> => {
      const task = (await tasks.get(id))!;
      const dossier = (await dossiers.get(task.doc.dossier))!;
      const { state, opened } = await engine.complete(dossier.doc.state, id.slice(id.indexOf('/') + 1));
      const rows = insertTasks(dossier.id, opened);
      await store.commit([
        { op: 'replace', collection: 'dossiers', ...dossier, doc: { ...dossier.doc, state } },
        { op: 'replace', collection: 'tasks', ...task, doc: { ...task.doc, status: 'done' } },
        ...rows,
        event(dossier.id, 'complete'),
        event(dossier.id, 'open'),
      ]);
      return rows.map(({ id: row }) => row);
    },
  };
}

const FORM = {
  name: 'Nguyễn Văn A (mẫu)',
  address: 'Số 1, phường Mẫu, tỉnh An Giang',
  note: 'x'.repeat(1500),
};
