import type { Program, Trigger } from '../compile/program.ts';
import { CommandRefused } from '../run/command-refused.ts';
import { isWaiting } from '../run/throw-trigger.ts';
import type { Effect, Variables } from '../types.ts';
import { command, startInstance } from './instances.ts';
import { type Armed, type Instance, isRunning, type Letter, type Message, type World } from './world.ts';

type Throw = Extract<Effect, { type: 'throw' }>;

/** A message thrown in the file: along its message flow, else to whoever waits for its name. */
export function deliverMessage(world: World, from: Instance, thrown: Throw): void {
  const targets = from.program.sends.get(thrown.element);
  if (targets) for (const target of targets) sendTo(world, target, thrown);
  else {
    const others = world.instances.filter((each) => each !== from);
    const programs = [...world.programs.values()].filter((program) => program !== from.program);
    if (tellFirst(world, others, thrown) || startBy(world, programs, thrown)) return;
    if (tellFirst(world, [from], thrown) || !programs.some((each) => comesToWait(each, thrown.name))) return;
    world.letters.push({ ...thrown, isFor: (each) => each !== from });
  }
}

/** Whether a token can come to wait for the message in this process: one that comes too early is kept for it. */
function comesToWait(program: Program, name: string): boolean {
  return [...program.nodes.values()].some(
    ({ kind, triggers }) =>
      (kind === 'catchEvent' || kind === 'receiveTask') &&
      triggers.some((trigger) => trigger.type === 'message' && isCalled(trigger, name)),
  );
}

function isCalled(
  { name, aliases }: Extract<Trigger, { type: 'message' | 'signal' }>,
  wanted: string,
): boolean {
  return name.constant === wanted || aliases.includes(wanted);
}

/** A message from outside: to the first that waits for it, else it starts a process. Answers whether anyone took it. */
export function receiveMessage(world: World, message: Message): boolean {
  return tellFirst(world, world.instances, message) || startBy(world, [...world.programs.values()], message);
}

/** A signal goes to all that wait for it and starts all processes that it starts. */
export function deliverSignal(
  world: World,
  { name, payload = {} }: { name: string; payload?: Variables | undefined },
  from?: Instance,
): boolean {
  let isHeard = false;
  for (const instance of [...world.instances]) {
    if (instance === from || !isRunning(instance)) continue;
    if (attempt(() => command(world, instance, { type: 'signal', name, payload }))) isHeard = true;
  }
  for (const armed of world.armed) {
    const { trigger } = armed.starter;
    if (trigger.type !== 'signal' || !isCalled(trigger, name)) continue;
    begin(world, armed, payload);
    isHeard = true;
  }
  return isHeard;
}

/** Letters whose addressee has come to wait for them. */
export function openLetters(world: World): void {
  for (const letter of [...world.letters]) {
    if (!open(world, letter)) continue;
    world.letters.splice(world.letters.indexOf(letter), 1);
  }
}

function open(world: World, letter: Letter): boolean {
  return 'target' in letter
    ? tellAt(world, letter)
    : tellFirst(world, world.instances.filter(letter.isFor), letter);
}

function sendTo(world: World, target: string, thrown: Throw): void {
  const programs = [...world.programs.values()];
  const pool = programs.find((program) => program.pool === target);
  if (pool) {
    const isFor = (each: Instance) => each.program === pool;
    if (tellFirst(world, world.instances.filter(isFor), thrown) || startBy(world, [pool], thrown)) return;
    if (comesToWait(pool, thrown.name)) world.letters.push({ ...thrown, isFor });
    return;
  }
  const letter = { ...thrown, target };
  if (tellAt(world, letter)) return;
  const armed = world.armed.find(({ starter }) => starter.node.id === target);
  if (armed) begin(world, armed, thrown.payload);
  else if (programs.some((program) => program.nodes.has(target))) world.letters.push(letter);
}

function waitingAt(instance: Instance, element: string): string | undefined {
  return Object.keys(instance.state.open).find((id) => {
    const occurrence = instance.state.open[id]!;
    return occurrence.element === element && isWaiting(occurrence.role) && !occurrence.incident;
  });
}

/** Tells the first that waits at an element; answers whether there was one. */
function tellAt(world: World, { target, name, payload = {} }: Message & { target: string }): boolean {
  return world.instances.some((instance) => {
    const occurrence = waitingAt(instance, target);
    if (occurrence === undefined) return false;
    attempt(() => command(world, instance, { type: 'message', name, payload, occurrence }));
    return true;
  });
}

function tellFirst(
  world: World,
  instances: Instance[],
  { name, payload = {}, correlation }: Message,
): boolean {
  return instances.some(
    (instance) =>
      isRunning(instance) &&
      attempt(() =>
        command(world, instance, {
          type: 'message',
          name,
          payload,
          ...(correlation !== undefined && { correlation }),
        }),
      ),
  );
}

function startBy(world: World, programs: Program[], { name, payload }: Message): boolean {
  const armed = world.armed.find(({ program, starter: { trigger } }) => {
    return programs.includes(program) && trigger.type === 'message' && isCalled(trigger, name);
  });
  if (armed) begin(world, armed, payload);
  return armed !== undefined;
}

function begin(world: World, { program, starter }: Armed, payload: Variables = {}): void {
  startInstance(world, program, { input: world.input, start: starter.node.id, payload });
}

/** Whether the kernel took it; nobody waiting is no fault here. */
function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof CommandRefused) return false;
    throw error;
  }
}
