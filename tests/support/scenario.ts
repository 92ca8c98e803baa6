import { expect } from '@jest/globals';
import { applyCommand, compileProcess, startProcess } from '../../engine/index.ts';
import type {
  Command,
  Effect,
  Process,
  ProcessEvent,
  ProcessState,
  Step,
  Variables,
} from '../../engine/types.ts';
import { buildProcess } from './build-process.ts';
import { keepCompiled } from './keep-compiled.ts';

/** A step of a scenario without the occurrence: the first open one of the element is meant. */
type Told =
  | { complete: string; output?: Variables }
  | { fail: string; code?: string }
  | { fire: string }
  | { message: string; payload?: Variables; correlation?: string }
  | { signal: string; payload?: Variables }
  | Command;

interface Open {
  element: string;
  role: string;
  incident?: { code: string };
}

export interface Scenario {
  process: Process;
  state: ProcessState;
  events: ProcessEvent[];
  effects: Effect[];
  /** tells the instance something; its state goes through JSON first, as a stored one does */
  tell(told: Told): Scenario;
  /** elements that a person, job, event or call is awaited at, in order of opening */
  open(): string[];
  /** `type element` of the events, of these types only when given */
  trace(...types: ProcessEvent['type'][]): string[];
  /** the first open occurrence of an element */
  occurrence(element: string): string;
}

const AT = '2026-01-05T00:00:00.000Z';
const WAITS = new Set(['task', 'job', 'catch', 'arm', 'call', 'stuck']);

/** Compiles and starts a drawn process (see build-process.ts); fails on any compile error. */
export async function given(
  drawing: string,
  input: Variables = {},
  options: { start?: string } = {},
): Promise<Scenario> {
  const { process, diagnostics } = await keepCompiled(buildProcess(drawing));
  const errors = diagnostics.filter((each) => each.severity === 'error');
  if (!process || errors.length > 0) throw new Error(JSON.stringify(errors));
  const step = startProcess(process, input, AT, options);
  keep('start', step);
  return scenario(process, step);
}

/** Diagnostic codes with their elements, of errors and warnings. */
export async function findingsOf(drawing: string): Promise<string[]> {
  const { diagnostics } = await compileProcess(buildProcess(drawing));
  expect(diagnostics).toMatchSnapshot('findings');
  return diagnostics
    .filter((each) => each.severity !== 'info')
    .map((each) => `${each.severity} ${each.code} ${each.element ?? ''}`.trim());
}

/**
 * Holds all that a step said and left behind to what is recorded beside the test: dossiers wait for years in states like
 * these. `npm test -- tests/engine -u` records anew what was changed on purpose.
 */
function keep(command: string, step: Step): void {
  // what is stored must come back the very same: nothing undefined in it, no number that JSON has not
  expect(step).toStrictEqual(JSON.parse(JSON.stringify(step)));
  const { events, effects, state } = step;
  const lines = [
    ...events.map((event) => `event ${JSON.stringify(event)}`),
    ...effects.map((effect) => `effect ${JSON.stringify(effect)}`),
    `state ${JSON.stringify(state)}`,
  ].map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line));
  expect(lines.slice(0, MOST_LINES).join('\n')).toMatchSnapshot(command);
}

const LONGEST_LINE = 2000;
const MOST_LINES = 40;

function scenario(
  process: Process,
  { state, events, effects }: { state: ProcessState; events: ProcessEvent[]; effects: Effect[] },
): Scenario {
  const entries = () => Object.entries(state['open'] as Record<string, Open>);
  const occurrence = (element: string) => {
    const found =
      entries().find(([, open]) => open.element === element && WAITS.has(open.role)) ??
      entries().find(([, open]) => open.element === element);
    if (!found) throw new Error(`${element} is not open in ${JSON.stringify(state['open'])}`);
    return found[0];
  };
  return {
    process,
    state,
    events,
    effects,
    occurrence,
    tell(told) {
      const saved = JSON.parse(JSON.stringify(state)) as ProcessState;
      const command = asCommand(told, occurrence);
      const step = applyCommand(process, saved, command, AT);
      expect(saved).toEqual(state);
      keep(command.type, step);
      return scenario(process, { ...step, events: [...events, ...step.events] });
    },
    open: () =>
      entries()
        .filter(([, open]) => WAITS.has(open.role) || open.incident)
        .map(([, open]) => open.element),
    trace: (...types) =>
      events
        .filter((event) => types.length === 0 || types.includes(event.type))
        .map((event) => `${event.type} ${event.element}`),
  };
}

function asCommand(told: Told, occurrence: (element: string) => string): Command {
  if ('type' in told) return told;
  if ('complete' in told)
    return {
      type: 'complete',
      occurrence: occurrence(told.complete),
      ...(told.output && { output: told.output }),
    };
  if ('fire' in told) return { type: 'fire-timer', occurrence: occurrence(told.fire) };
  if ('fail' in told) return { type: 'fail', occurrence: occurrence(told.fail), code: told.code ?? '' };
  if ('signal' in told)
    return { type: 'signal', name: told.signal, ...(told.payload && { payload: told.payload }) };
  return {
    type: 'message',
    name: told.message,
    ...(told.payload && { payload: told.payload }),
    ...(told.correlation && { correlation: told.correlation }),
  };
}
