import { expect } from '@jest/globals';
import {
  applyCommand,
  compileProcess,
  type Migration,
  migrateInstance,
  planMigration,
  startProcess,
} from '../../engine/index.ts';
import type { Command, Process, ProcessState, Variables } from '../../engine/types.ts';
import { buildProcess } from './build-process.ts';

const AT = '2026-01-05T00:00:00.000Z';
export const LATER = '2026-01-05T09:00:00.000Z';

/** What an instance is told, by element: the first open occurrence is meant. */
type Told =
  | { complete: string; output?: Variables }
  | { fire: string }
  | { jump: string }
  | { type: 'suspend' | 'cancel' };

export interface Case {
  old: string;
  next: string;
  told?: Told[];
  input?: Variables;
  mapping?: Record<string, string>;
}

const compile = async (drawing: string): Promise<Process> => {
  const { process, diagnostics } = await compileProcess(buildProcess(drawing), { isCallable: () => true });
  if (!process) throw new Error(JSON.stringify(diagnostics));
  return process;
};

export const openOf = (state: ProcessState) =>
  Object.entries(state['open'] as Record<string, { element: string; role: string }>);

function tell(process: Process, state: ProcessState, told: Told): ProcessState {
  const occurrenceOf = (element: string, ...roles: string[]) => {
    const found = openOf(state).find(([, each]) => each.element === element && roles.includes(each.role));
    if (!found) throw new Error(`${element} is not open in ${JSON.stringify(state['open'])}`);
    return found[0];
  };
  const command = (): Command => {
    if ('type' in told) return told;
    if ('jump' in told) return { type: 'jump', to: told.jump };
    if ('fire' in told)
      return { type: 'fire-timer', occurrence: occurrenceOf(told.fire, 'boundary', 'start', 'arm', 'catch') };
    const occurrence = occurrenceOf(told.complete, 'task', 'job', 'catch');
    return { type: 'complete', occurrence, ...(told.output && { output: told.output }) };
  };
  return applyCommand(process, state, command(), AT).state;
}

/** An instance of `old` that has come as far as `told`, and the plan for its way to `next`. */
export async function prepared({ old, next, told = [], input = {}, mapping = {} }: Case) {
  const [from, to] = [await compile(old), await compile(next)];
  const state = told.reduce((now, each) => tell(from, now, each), startProcess(from, input, AT).state);
  const request = { from, to, state, mapping };
  const plan = planMigration(request);
  expect(plan).toMatchSnapshot('plan');
  return { request, plan };
}

const shown = ({ effects, state }: Migration) => ({
  effects: effects.map((effect) => `${effect.type} ${'element' in effect ? effect.element : ''}`),
  open: openOf(state).map(([, { role, element }]) => `${role} ${element}`),
});

/** The same instance in `next`: what that told the caller, what is open, and how it goes on. */
export async function migrated(given: Case) {
  const { request } = await prepared(given);
  const migration = migrateInstance(request, LATER);
  expect(JSON.stringify(migration)).toMatchSnapshot('migrated');
  const goOn = (...told: Told[]) =>
    openOf(told.reduce((now, each) => tell(request.to, now, each), migration.state)).map(
      ([, { role, element }]) => `${role} ${element}`,
    );
  return { ...shown(migration), goOn, state: migration.state };
}

export const upTo = (element: string) => `start S\n${element}\nS -> A`;
export const around = (inner: string) =>
  `start S\nsubprocess Sub {\nstart S1\nuser A\nS1 -> A\n${inner}\n}\nS -> Sub`;
export const handler = (trigger: string, more = '') =>
  `eventsubprocess Event {\nstart T ${trigger}\nuser H\nT -> H\n${more}\n}`;
