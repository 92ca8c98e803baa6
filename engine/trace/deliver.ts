import type { Program, Starter, Trigger } from '../compile/program.ts';
import { CommandRefused } from '../run/command-refused.ts';
import { isWaiting } from '../run/throw-trigger.ts';
import type { Effect, Json, Variables } from '../types.ts';
import { command, startInstance } from './instances.ts';
import { type Instance, isRunning, type Letter, type World } from './world.ts';

type Throw = Extract<Effect, { type: 'throw' }>;
interface Message {
  name: string;
  payload?: Variables | undefined;
  correlation?: Json | undefined;
}

/** A message thrown in the file: along its message flow, else to whoever waits for its name. */
export function deliverMessage(world: World, from: Instance, thrown: Throw): void {
  const targets = from.program.sends.get(thrown.element);
  if (targets) for (const target of targets) sendTo(world, from, { target, thrown });
  else {
    const others = world.instances.filter((each) => each !== from);
    const programs = [...world.programs.values()].filter((program) => program !== from.program);
    if (tellFirst(world, others, thrown) || startBy(world, programs, thrown)) return;
    if (tellFirst(world, [from], thrown) || !programs.some((each) => comesToWait(each, thrown.name))) return;
    world.letters.push(letterOf(from, thrown));
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

function isCalled({ name, aliases }: Extract<Trigger, { type: 'message' }>, wanted: string): boolean {
  return name.constant === wanted || aliases.includes(wanted);
}

function letterOf(from: Instance, { name, payload, correlation }: Throw): Letter {
  return { from, name, payload: payload ?? {}, ...(correlation !== undefined && { correlation }) };
}

/** A message from outside: to the first that waits for it, else it starts a process. Answers whether anyone took it. */
export function receiveMessage(world: World, message: Message): boolean {
  return tellFirst(world, world.instances, message) || startBy(world, [...world.programs.values()], message);
}

/** A signal goes to all that wait for it and starts all processes that it starts. */
export function deliverSignal(
  world: World,
  { name, payload }: { name: string; payload?: Variables | undefined },
  from?: Instance,
): boolean {
  let isHeard = false;
  for (const instance of [...world.instances]) {
    if (instance === from || !isRunning(instance)) continue;
    if (attempt(() => command(world, instance, { type: 'signal', name, ...(payload && { payload }) })))
      isHeard = true;
  }
  for (const { program, starter } of [...world.armed]) {
    const { trigger } = starter;
    if (trigger?.type !== 'signal' || !(trigger.name.constant === name || trigger.aliases.includes(name)))
      continue;
    begin(world, program, { starter, payload });
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

function open(world: World, { target, from, ...message }: Letter): boolean {
  if (target === undefined)
    return tellFirst(
      world,
      world.instances.filter((each) => each !== from),
      message,
    );
  const instance = world.instances.find((each) => isRunning(each) && waitingAt(each, target));
  if (instance) tellAt(world, instance, { target, ...message });
  return instance !== undefined;
}

function sendTo(world: World, from: Instance, { target, thrown }: { target: string; thrown: Throw }): void {
  const pool = [...world.programs.values()].find((program) => program.pool === target);
  if (pool) {
    const inside = world.instances.filter((each) => each.program === pool);
    if (!tellFirst(world, inside, thrown)) startBy(world, [pool], thrown);
    return;
  }
  const letter = { ...letterOf(from, thrown), target };
  const instance = world.instances.find((each) => isRunning(each) && waitingAt(each, target));
  const armed = world.armed.find(({ starter }) => starter.node.id === target);
  if (instance) tellAt(world, instance, letter);
  else if (armed) begin(world, armed.program, { starter: armed.starter, payload: thrown.payload });
  else if ([...world.programs.values()].some((program) => program.nodes.has(target)))
    world.letters.push(letter);
}

function waitingAt(instance: Instance, element: string): string | undefined {
  return Object.keys(instance.state.open).find((id) => {
    const occurrence = instance.state.open[id]!;
    return occurrence.element === element && isWaiting(occurrence.role) && !occurrence.incident;
  });
}

function tellAt(
  world: World,
  instance: Instance,
  { target, name, payload }: { target: string; name: string; payload: Variables },
): void {
  const occurrence = waitingAt(instance, target)!;
  attempt(() => command(world, instance, { type: 'message', name, payload, occurrence }));
}

function tellFirst(world: World, instances: Instance[], { name, payload, correlation }: Message): boolean {
  return instances.some(
    (instance) =>
      isRunning(instance) &&
      attempt(() =>
        command(world, instance, {
          type: 'message',
          name,
          ...(payload && { payload }),
          ...(correlation !== undefined && { correlation }),
        }),
      ),
  );
}

function startBy(world: World, programs: Program[], { name, payload }: Message): boolean {
  const armed = world.armed.find(({ program, starter: { trigger } }) => {
    return programs.includes(program) && trigger?.type === 'message' && isCalled(trigger, name);
  });
  if (armed) begin(world, armed.program, { starter: armed.starter, payload });
  return armed !== undefined;
}

function begin(
  world: World,
  program: Program,
  { starter, payload }: { starter: Starter; payload?: Variables | undefined },
): void {
  startInstance(world, program, { input: world.input, start: starter.node.id, ...(payload && { payload }) });
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
