import type { Program } from '../compile/program.ts';
import { applyCommand } from '../run/apply-command.ts';
import { startProcess } from '../run/start-process.ts';
import type { State } from '../run/state.ts';
import type { Command, StartOptions, Step, Variables } from '../types.ts';
import { plannedElement } from './plan.ts';
import type { Instance, World } from './world.ts';

/** Most instances that one trace may hold: a file whose processes start each other without end stops here. */
const MAX_INSTANCES = 500;

/** Starts an instance now; what comes of it is pending until `carryOut`. */
export function startInstance(
  world: World,
  program: Program,
  { input, parent, ...options }: { input: Variables; parent?: Instance['parent'] } & StartOptions,
): void {
  if (world.instances.length >= MAX_INSTANCES) return;
  const step = startProcess(program, input, world.now, options);
  const instance: Instance = {
    program,
    state: step.state as State,
    timers: new Map(),
    ...(parent && { parent }),
  };
  world.instances.push(instance);
  record(world, instance, step);
}

/** Applies a command to one instance. Throws `CommandRefused` as the kernel does. */
export function command(world: World, instance: Instance, told: Command): void {
  const step = applyCommand(instance.program, instance.state, told, world.now);
  instance.state = step.state as State;
  record(world, instance, step);
}

function record(world: World, instance: Instance, step: Step): void {
  const { id } = instance.program;
  const isOne = world.programs.size === 1;
  for (const event of step.events)
    if (isShown(world, instance, event)) world.events.push(isOne ? event : { ...event, process: id });
  for (const effect of step.effects) world.pending.push({ instance, effect });
  for (const { type, element } of step.events) if (type === 'complete') sendOn(world, instance, element);
}

/** A message flow drawn from a task that throws nothing of its own: its completion is the message. */
function sendOn(world: World, instance: Instance, element: string): void {
  const { nodes, sends } = instance.program;
  if (nodes.get(element)!.kind === 'sendTask' || !sends.has(element)) return;
  world.pending.push({ instance, effect: { type: 'throw', element, kind: 'message', name: element } });
}

/** Waits of work that is done in the same moment are none. */
function isShown(world: World, instance: Instance, event: Step['events'][number]): boolean {
  if (event.type !== 'wait') return true;
  if (event['kind'] === 'call') return false;
  const isDoneAtOnce = event['kind'] === 'job' || instance.program.nodes.get(event.element)!.isAbstract;
  return !isDoneAtOnce || isPlanned(world, instance, event.occurrence!);
}

/** Whether a step to come acts on this occurrence: as many occurrences wait as steps name their element. */
export function isPlanned(world: World, instance: Instance, occurrence: string): boolean {
  const element = instance.state.open[occurrence]?.element;
  let steps = world.steps.filter((step) => plannedElement(step) === element).length;
  // no list of what is open is made: a process in a circle can have thousands
  for (const each of world.instances)
    for (const id in each.state.open) {
      if (steps <= 0) return false;
      const open = each.state.open[id]!;
      if (open.element !== element || (open.role !== 'job' && open.role !== 'task')) continue;
      if (each === instance && id === occurrence) return true;
      steps--;
    }
  return false;
}
