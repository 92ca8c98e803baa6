/** Starts and drives the process instances of a dossier within a turn: the kernel decides, effects are carried out. */
import { applyCommand, startProcess } from '../../engine/index.ts';
import type { Command, Effect, Process, Step, Variables } from '../../engine/types.ts';
import { markReturned } from '../dossiers/mark-returned.ts';
import { followStep } from '../dossiers/move-status.ts';
import { statusOfCode } from '../dossiers/statuses.ts';
import { problem } from '../http/problem.ts';
import { carryOut } from './effects.ts';
import { stepOf } from './step-of.ts';
import { broadcast, named, sendOut } from './thrown.ts';
import { record, type Turn } from './turn.ts';
import { listeners, type Message, type Signal, type Wait, waitFor } from './waiting.ts';

/** The instance that the dossier's own process runs as; call activities run beside it. */
export const MAIN = 'main';

/** Starts the procedure's process with what the dossier knows. */
export function startMain(turn: Turn): void {
  start(turn, { instance: MAIN, definition: turn.context.version.process, input: processInput(turn) });
}

/**
 * Tells an instance something. Everything that follows from it, in called processes and in waiting messages
 * too, happens in this turn.
 * @throws CommandRefused when the command does not fit the state
 */
export function tell(turn: Turn, instance: string, command: Command): void {
  const running = turn.dossier.instances[instance];
  if (!running) throw problem('dossier.process-ended', 409, { values: { code: turn.dossier.code } });
  follow(
    turn,
    instance,
    applyCommand(definitionOf(turn, running.definition), running.state, command, turn.at),
  );
}

/**
 * Delivers a message to who waits for it in this dossier, by its key if it bears one.
 * @param origin `thrower`: the instance of this dossier that threw it; `outside`: it came from another dossier, or from
 *   a program, and the history says so
 * @returns where it was taken; nothing when nobody waits for it
 */
export function deliver(
  turn: Turn,
  message: Message,
  { thrower, outside }: { thrower?: string; outside?: { from?: string } } = {},
): Wait | undefined {
  const { dossier, context, at } = turn;
  const wait = waitFor(message, { dossier, version: context.version, at, thrower });
  if (!wait) return undefined;
  const { instance, occurrence, element } = wait;
  const { name, payload = {} } = message;
  if (outside) {
    const after = { ...named(message), ...outside };
    record(turn, { type: 'message-received', element, elementName: nameOf(turn, element), after });
  }
  tell(turn, instance, { type: 'message', name, payload, occurrence });
  return wait;
}

/** Every instance of the dossier that waits for the signal hears it. */
export function hear(
  turn: Turn,
  { name, payload }: Signal,
  { by, from, except }: { by?: string; from?: string; except?: string } = {},
): void {
  const told = listeners(turn.dossier, { name, ...(by && { by }) }).filter((instance) => instance !== except);
  if (except === undefined && told.length > 0)
    record(turn, { type: 'signal-received', after: { name, ...(from && { from }) } });
  for (const instance of told) {
    // What one of them did may have ended another's wait.
    if (listeners(turn.dossier, { name }).includes(instance))
      tell(turn, instance, { type: 'signal', name, payload });
  }
}

/** Cancels every instance: nothing of the process is open afterwards. */
export function cancelProcess(turn: Turn, reason: string): void {
  for (const instance of Object.keys(turn.dossier.instances)) {
    const status = turn.dossier.instances[instance]?.state.status;
    if (status === 'running' || status === 'suspended') tell(turn, instance, { type: 'cancel', reason });
  }
}

interface Start {
  instance: string;
  definition: Process;
  input: Variables;
  caller?: { instance: string; occurrence: string };
}

function start(turn: Turn, { instance, definition, input, caller }: Start): void {
  const step = startProcess(definition, input, turn.at);
  turn.dossier.instances[instance] = {
    definition: definition.id,
    state: step.state,
    ...(caller && { caller }),
  };
  follow(turn, instance, step);
}

/** Keeps the new state, carries out the effects in order, then what they set off. */
export function follow(turn: Turn, instance: string, { state, events, effects }: Step): void {
  const running = turn.dossier.instances[instance];
  if (running) running.state = state;
  for (const { type, element } of events) {
    if (type === 'enter' || type === 'take') turn.path.push(element);
  }
  let status: number | undefined;
  const consequences: (() => void)[] = [];
  for (const effect of effects) {
    if (effect.type === 'open-task') status = stepOf(turn, effect.element)?.status ?? status;
    carryOut(turn, instance, effect);
    const consequence = consequenceOf(turn, instance, effect);
    if (consequence) consequences.push(consequence);
  }
  if (status !== undefined && !turn.dossier.hold) followStep(turn, statusOfCode(status));
  for (const consequence of consequences) consequence();
}

/** Effects that make other instances move. */
function consequenceOf(turn: Turn, instance: string, effect: Effect): (() => void) | undefined {
  switch (effect.type) {
    case 'call-process':
      return () => call(turn, instance, effect);
    case 'cancel-call':
      return () => endCalled(turn, instance, effect.occurrence);
    case 'throw':
      return () => THROWN[effect.kind]?.(turn, instance, effect);
    case 'end':
      return () => ended(turn, instance, effect);
    default:
      return undefined;
  }
}

type Thrown = Effect & { type: 'throw' };

/** First who is nearest: the dossier's own instances, then the other dossiers. Errors the kernel has seen to. */
const THROWN: { [kind in Thrown['kind']]?: (turn: Turn, instance: string, effect: Thrown) => void } = {
  message: (turn, instance, effect) => {
    if (!deliver(turn, effect, { thrower: instance })) sendOut(turn, effect);
  },
  signal: (turn, instance, effect) => {
    const { name, payload = {} } = effect;
    hear(turn, { name, payload }, { except: instance });
    broadcast(turn, effect);
  },
  escalation: (turn, instance, { name }) => {
    const caller = turn.dossier.instances[instance]?.caller;
    if (!caller) return;
    tell(turn, caller.instance, { type: 'escalate', occurrence: caller.occurrence, code: name });
  },
};

function call(turn: Turn, instance: string, effect: Effect & { type: 'call-process' }): void {
  const definition = turn.context.version.processes[effect.process];
  if (!definition) {
    const message = `the file holds no process ${effect.process}`;
    tell(turn, instance, { type: 'job-failed', occurrence: effect.occurrence, message });
    return;
  }
  const caller = { instance, occurrence: effect.occurrence };
  start(turn, { instance: `${instance}/${effect.occurrence}`, definition, input: effect.input, caller });
}

function endCalled(turn: Turn, instance: string, occurrence: string): void {
  const called = `${instance}/${occurrence}`;
  const running = turn.dossier.instances[called];
  if (!running) return;
  // One that has just ended by itself has nothing left to cancel; who called it listens no more.
  if (running.state.status === 'running' || running.state.status === 'suspended')
    tell(turn, called, { type: 'cancel' });
  else delete turn.dossier.instances[called];
}

/** A called process answers its caller; the dossier's own one leaves its variables for later readers. */
function ended(turn: Turn, instance: string, effect: Effect & { type: 'end' }): void {
  const running = turn.dossier.instances[instance];
  // Its caller was ended by what it threw last, and it with it.
  if (!running) return;
  const { caller } = running;
  record(turn, { type: 'process-ended', after: { instance, outcome: effect.outcome, ...effect.error } });
  if (instance === MAIN) {
    if (effect.outcome === 'completed') concludeDossier(turn);
    return;
  }
  delete turn.dossier.instances[instance];
  if (!caller || effect.outcome === 'cancelled') return;
  tell(turn, caller.instance, {
    type: 'call-ended',
    occurrence: caller.occurrence,
    output: effect.variables,
    ...(effect.outcome === 'failed' && { error: effect.error ?? { code: 'failed' } }),
  });
}

/** A process that ends has a result; one without a step of its own for the return has handed it over too. */
function concludeDossier(turn: Turn): void {
  followStep(turn, 'resolved');
  const returns = turn.context.version.process.steps.some(({ actions }) => actions.includes('return'));
  if (returns) return;
  const { applicant, delivery } = turn.dossier;
  markReturned(turn, { to: applicant.submitter?.fullName ?? applicant.fullName, method: delivery.method });
}

const nameOf = (turn: Turn, element: string): string => stepOf(turn, element)?.name || element;

function definitionOf({ context }: Turn, id: string): Process {
  const found = context.version.processes[id];
  if (!found) throw new Error(`version ${context.version.version} holds no process ${id}`);
  return found;
}

function processInput({ dossier }: Turn): Variables {
  return {
    dossier: { code: dossier.code, channel: dossier.channel, procedure: dossier.procedure.code },
    applicant: plain(dossier.applicant),
    form: plain(dossier.form),
    receivingUnit: dossier.units.receiving,
    competentUnit: dossier.units.competent,
    returningUnit: dossier.units.returning,
  };
}

/** As JSON keeps it: what was `undefined` is not there. */
const plain = (value: unknown): Variables => JSON.parse(JSON.stringify(value)) as Variables;
