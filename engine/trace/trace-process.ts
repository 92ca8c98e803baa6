import { type CompileOptions, compileProcess } from '../compile/compile-process.ts';
import { type Program, programOf } from '../compile/program.ts';
import type { Occurrence } from '../run/state.ts';
import type { Diagnostic, Instant, ProcessEvent, Variables } from '../types.ts';
import { armTimer, settleNow } from './clock.ts';
import { startInstance } from './instances.ts';
import type { Plan } from './plan.ts';
import { takeStep } from './take-step.ts';
import { type AddWorking, addWorkingPlain, isRunning, type World } from './world.ts';

/** The instant at which every trace starts: Monday, 7 o'clock in Việt Nam. */
export const TRACE_START: Instant = '2026-01-05T00:00:00.000Z';

export interface TraceResult {
  type: 'result';
  state: 'completed' | 'waiting' | 'failed';
  /** elements that something waits at, each once */
  open: string[];
  variables: Variables;
}

export interface Trace {
  events: ProcessEvent[];
  result: TraceResult;
  diagnostics: Diagnostic[];
}

export interface TraceOptions extends CompileOptions {
  /** turns working-time durations into instants; without it a working hour is an hour like any */
  addWorking?: AddWorking;
  /** `TRACE_START` when absent */
  at?: Instant;
}

/**
 * Runs the processes of a file on the kernel with a virtual clock, as the plan says (docs: `motcua trace`).
 * Every executable process with a plain start that nothing in the file calls starts at once; the
 * others when what they wait for happens. Never throws for what the file or the plan holds: steps that
 * find nothing to act on are warnings; a process with errors does not run and the result is `failed`.
 */
export async function traceProcess(xml: string, plan: Plan = {}, options: TraceOptions = {}): Promise<Trace> {
  const { processes, diagnostics } = await compileProcess(xml, options);
  const programs = Object.values(processes).map(programOf);
  const world: World = {
    programs: new Map(programs.map((program) => [program.id, program])),
    instances: [],
    armed: [],
    letters: [],
    now: options.at ?? TRACE_START,
    input: plan.input ?? {},
    events: [],
    pending: [],
    steps: [...(plan.steps ?? [])],
    addWorking: options.addWorking ?? addWorkingPlain,
    idle: [],
    circles: new Set(),
  };
  if (programs.length === 0)
    return {
      events: [],
      result: { type: 'result', state: 'failed', open: [], variables: world.input },
      diagnostics,
    };
  arm(world);
  for (const program of programs)
    if (!program.isCalled && hasPlainStart(program)) startInstance(world, program, { input: world.input });
  settleNow(world);
  for (let index = 0; world.steps.length > 0; index++) {
    const step = world.steps.shift()!;
    if (!takeStep(world, step)) world.idle.push({ index, step });
    settleNow(world);
  }
  return {
    events: world.events,
    result: resultOf(world),
    diagnostics: [...diagnostics, ...circles(world), ...idleSteps(world)],
  };
}

/** Message, signal, timer and conditional starts listen from the beginning. */
function arm(world: World): void {
  for (const program of world.programs.values()) {
    for (const starter of program.starters) {
      const { node, trigger } = starter;
      if (!trigger) continue;
      const armed = { program, starter: { node, trigger } };
      armTimer(world, armed);
      world.armed.push(armed);
      if (trigger.type === 'conditional' && trigger.condition.evaluate(world.input, world.now).value === true)
        startInstance(world, program, { input: world.input, start: node.id });
    }
  }
}

function hasPlainStart(program: Program): boolean {
  return program.scope.entries.length > 0;
}

function resultOf(world: World): TraceResult {
  const main = world.instances.filter((instance) => !instance.parent);
  const hasFailed = main.some(({ state }) => state.status === 'failed');
  // nothing runs and nothing listens: what would have begun has errors
  const isIdle = main.length === 0 && world.armed.length === 0;
  const isWaiting = main.length === 0 || main.some(isRunning);
  const open = new Set<string>();
  if (main.length === 0) for (const { starter } of world.armed) open.add(starter.node.id);
  for (const { state } of world.instances) {
    const waits = Object.values(state.open).filter(isShownOpen);
    const shown = waits.length > 0 ? waits : Object.values(state.open).filter(({ role }) => role === 'join');
    for (const { element } of shown) open.add(element);
  }
  return {
    type: 'result',
    state: hasFailed || isIdle ? 'failed' : isWaiting ? 'waiting' : 'completed',
    open: [...open],
    variables: Object.assign({}, ...main.map(({ state }) => state.variables)),
  };
}

/** Tasks, jobs and events that hold a token, and incidents; not what is only armed beside them. */
function isShownOpen({ role, incident }: Occurrence): boolean {
  return incident !== undefined || ['task', 'job', 'catch', 'arm'].includes(role);
}

function circles(world: World): Diagnostic[] {
  return [...world.circles].map((element) => ({
    code: 'trace.circle',
    severity: 'warning',
    element,
    message: {
      vi: 'Quy trình chạy vòng tròn qua phần tử này hơn một nghìn lượt mà không chờ gì; dừng lại ở đây.',
      en: 'The process comes to this element more than a thousand times without waiting for anything; it is stopped here.',
    },
  }));
}

function idleSteps(world: World): Diagnostic[] {
  return world.idle.map(({ index, step }) => ({
    code: 'trace.step-without-effect',
    severity: 'warning',
    message: {
      vi: `Bước ${index + 1} của kịch bản không tác động vào đâu: ${JSON.stringify(step)}.`,
      en: `Step ${index + 1} of the plan found nothing to act on: ${JSON.stringify(step)}.`,
    },
  }));
}
