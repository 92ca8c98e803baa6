/**
 * The kernel beside bpmn-engine, same models, same run: a ten-step procedure in memory and saved at each step,
 * bytes of state, compile time, and how a step's cost grows with the model and with what is open.
 */
import { EventEmitter } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Engine } from 'bpmn-engine';
import { applyCommand, compileProcess, startProcess } from '../engine/index.ts';
import type { Effect, Process, ProcessState } from '../engine/types.ts';
import { buildProcess } from '../tests/support/build-process.ts';
import type { Bench, Figure } from './bench.ts';
import { type PeerSource, peerSource, TEN_STEPS, type WaitingTask } from './ten-steps.ts';

const AT = '2026-04-17T01:00:00.000Z';
const STEPS = 10;

const bench: Bench = {
  title: 'Kernel beside bpmn-engine 25',
  run: async () => {
    const xml = buildProcess(TEN_STEPS);
    const { process } = await compileProcess(xml);
    const inMemory = rate(() => runOurs(process!), 1.5);
    const saved = rate(() => runOursSaved(process!), 1.5);
    const source = await peerSource(xml);
    const peerInMemory = await rateAsync(() => runPeer(source), 2);
    const peerSaved = await rateAsync(() => runPeerSaved(source), 3);
    const bytes = stateBytes(process!);
    const peerBytes = await peerStateBytes(source);
    return [
      figure('(a) in memory: procedures completed', inMemory, '/s'),
      figure('(a) bpmn-engine', peerInMemory, '/s'),
      figure('(a) ratio', inMemory / peerInMemory, 'x'),
      figure('(b) saved and recovered at each step', saved, '/s'),
      figure('(b) bpmn-engine', peerSaved, '/s'),
      figure('(b) ratio', saved / peerSaved, 'x'),
      figure('(c) state half way', bytes, 'bytes'),
      figure('(c) bpmn-engine', peerBytes, 'bytes'),
      figure('(c) share', bytes / peerBytes, 'x'),
      ...(await compileFigures()),
      ...(await growthFigures()),
    ];
  },
};
export default bench;

const figure = (what: string, value: number, unit: string): Figure => ({ what, value, unit });

/** Whole runs a second; the first tenth warms up. */
function rate(work: () => void, seconds: number): number {
  const warm = performance.now() + seconds * 100;
  while (performance.now() < warm) work();
  const start = performance.now();
  let done = 0;
  while (performance.now() < start + seconds * 1000) {
    work();
    done += 1;
  }
  return done / ((performance.now() - start) / 1000);
}

async function rateAsync(work: () => Promise<void>, seconds: number): Promise<number> {
  const warm = performance.now() + seconds * 100;
  while (performance.now() < warm) await work();
  const start = performance.now();
  let done = 0;
  while (performance.now() < start + seconds * 1000) {
    await work();
    done += 1;
  }
  return done / ((performance.now() - start) / 1000);
}

const opened = (effects: Effect[]): string[] =>
  effects.flatMap((effect) => (effect.type === 'open-task' ? [effect.occurrence] : []));

function runOurs(process: Process, keep: (state: ProcessState) => ProcessState = (state) => state): void {
  let step = startProcess(process, { form: { area: 120 } }, AT);
  const open = opened(step.effects);
  for (let next = open.shift(); next; next = open.shift()) {
    step = applyCommand(
      process,
      keep(step.state),
      { type: 'complete', occurrence: next, output: { note: next } },
      AT,
    );
    open.push(...opened(step.effects));
  }
  if (step.state.status !== 'completed') throw new Error('the run did not end');
}

const runOursSaved = (process: Process): void =>
  runOurs(process, (state) => JSON.parse(JSON.stringify(state)) as ProcessState);

function stateBytes(process: Process): number {
  let step = startProcess(process, { form: { area: 120 } }, AT);
  const open = opened(step.effects);
  for (let done = 0; done < STEPS / 2; done++) {
    step = applyCommand(process, step.state, { type: 'complete', occurrence: open.shift()!, output: {} }, AT);
    open.push(...opened(step.effects));
  }
  return JSON.stringify(step.state).length;
}

async function runPeer(sourceContext: PeerSource): Promise<void> {
  const waiting: WaitingTask[] = [];
  const listener = new EventEmitter();
  listener.on('activity.wait', (task: WaitingTask) => waiting.push(task));
  const engine = new Engine({ name: 'bench', sourceContext });
  await engine.execute({ listener, variables: { form: { area: 120 } } });
  while (waiting.length > 0) waiting.shift()!.signal({ note: 'x' });
  if (engine.state !== 'idle') throw new Error('the peer did not end');
}

/** Stopped, saved, recovered and resumed for each task, as a stateless server must. */
async function runPeerSaved(sourceContext: PeerSource): Promise<void> {
  let waiting = new Map<string, WaitingTask>();
  const listen = () => {
    waiting = new Map();
    const listener = new EventEmitter();
    listener.on('activity.wait', (task: WaitingTask & { id: string }) => waiting.set(task.id, task));
    return listener;
  };
  let engine = new Engine({ name: 'bench', sourceContext });
  await engine.execute({ listener: listen(), variables: { form: { area: 120 } } });
  while (waiting.size > 0) {
    const state = JSON.stringify(await engine.getState());
    await engine.stop();
    engine = new Engine({ name: 'bench', sourceContext }).recover(JSON.parse(state));
    await engine.resume({ listener: listen() });
    const [task] = waiting.values();
    const [id] = waiting.keys();
    waiting.delete(id!);
    task!.signal({ note: 'x' });
  }
}

async function peerStateBytes(sourceContext: PeerSource): Promise<number> {
  const waiting: WaitingTask[] = [];
  const listener = new EventEmitter();
  listener.on('activity.wait', (task: WaitingTask) => waiting.push(task));
  const engine = new Engine({ name: 'bench', sourceContext });
  await engine.execute({ listener, variables: { form: { area: 120 } } });
  for (let done = 0; done < STEPS / 2; done++) waiting.shift()!.signal({});
  const bytes = JSON.stringify(await engine.getState()).length;
  await engine.stop();
  return bytes;
}

async function compileFigures(): Promise<Figure[]> {
  const xml = buildProcess(chain(200));
  await compileProcess(xml);
  const before = settledHeap();
  const kept: unknown[] = [];
  const start = performance.now();
  for (let turn = 0; turn < 10; turn++) kept.push((await compileProcess(xml)).process);
  const milliseconds = (performance.now() - start) / 10;
  const kilobytes = (settledHeap() - before) / 1024 / kept.length;
  return [
    figure('(d) compile, 200 elements', milliseconds, 'ms'),
    figure('(d) kept for it, at most', kilobytes, 'KB'),
  ];
}

/** Bytes in use after a full collection. */
function settledHeap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

/** `count` user tasks one after another. */
function chain(count: number): string {
  const ids = Array.from({ length: count }, (_, index) => `T${index}`);
  return `start S\n${ids.map((id) => `user ${id}`).join('\n')}\nend E\nS -> ${ids.join(' -> ')} -> E`;
}

async function growthFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const count of [10, 100, 1000]) {
    const { process } = await compileProcess(buildProcess(chain(count)));
    figures.push(figure(`(e) a step, ${count} elements`, costOfSteps(process!, Math.min(count, 100)), 'µs'));
  }
  for (const count of [1, 10, 100, 1000]) {
    const { process } = await compileProcess(
      buildProcess(`start S\nuser T multi=${count}\nend E\nS -> T -> E`),
    );
    figures.push(figure(`(e) a step, ${count} open tasks`, costOfSteps(process!, count), 'µs'));
  }
  return figures;
}

/** Microseconds a completion, over as many steps as asked, state saved and read at each. */
function costOfSteps(process: Process, steps: number): number {
  const turns = Math.max(1, Math.round(2000 / steps));
  let spent = 0;
  let done = 0;
  for (let turn = 0; turn < turns; turn++) {
    let step = startProcess(process, {}, AT);
    const open = opened(step.effects);
    const start = performance.now();
    for (let count = 0; count < steps && open.length > 0; count++) {
      step = applyCommand(process, step.state, { type: 'complete', occurrence: open.shift()! }, AT);
      open.push(...opened(step.effects));
      done += 1;
    }
    spent += performance.now() - start;
  }
  return (spent / done) * 1000;
}
