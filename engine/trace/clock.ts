import { type Cycle, parseCycle } from '../time/iso-cycle.ts';
import { addDuration, parseDuration, parseInstant } from '../time/iso-duration.ts';
import type { Instant } from '../types.ts';
import { carryOut } from './carry-out.ts';
import { command, startInstance } from './instances.ts';
import { type Armed, type Instance, isRunning, type World } from './world.ts';

/** Most timers that one step fires: a cycle of seconds over years stops here. */
const MAX_FIRINGS = 5_000;

/** Moves the clock to each due timer in turn, in due order, until the span is over. False for what is no duration. */
export function advance(world: World, span: string): boolean {
  const duration = parseDuration(span);
  if (!duration) return false;
  const end = addDuration(world.now, duration);
  fireUntil(world, end);
  if (end > world.now) world.now = end;
  return true;
}

/** Carries out what is pending and fires the timers that are due already: dates gone by, durations of nothing. */
export function settleNow(world: World): void {
  carryOut(world);
  fireUntil(world, world.now);
}

function fireUntil(world: World, end: Instant): void {
  for (let count = 0; count < MAX_FIRINGS; count++) {
    const next = nextDue(world);
    if (!next || next.due > end) break;
    if (next.due > world.now) world.now = next.due;
    next.fire();
    carryOut(world);
  }
}

/** Works out when the timer of an armed start event first goes off. */
export function armTimer(world: World, armed: Armed): void {
  const { trigger } = armed.starter;
  if (trigger.type !== 'timer') return;
  const { value } = trigger.expression.evaluate(world.input, world.now);
  if (typeof value !== 'string') return;
  const cycle = trigger.kind === 'cycle' ? parseCycle(value) : undefined;
  const duration = cycle?.interval ?? parseDuration(value);
  if (cycle?.repetitions === 0) return;
  armed.due = cycle?.start ?? parseInstant(value) ?? (duration && addDuration(world.now, duration));
  armed.cycle = cycle;
}

function nextDue(world: World): { due: Instant; fire: () => void } | undefined {
  let first: { due: Instant; fire: () => void } | undefined;
  const consider = (due: Instant, fire: () => void) => {
    if (!first || due < first.due) first = { due, fire };
  };
  for (const instance of world.instances.filter(isRunning))
    for (const [occurrence, due] of instance.timers)
      consider(due, () => fireTimer(world, instance, occurrence));
  for (const armed of world.armed) if (armed.due) consider(armed.due, () => fireStart(world, armed));
  return first;
}

function fireTimer(world: World, instance: Instance, occurrence: string): void {
  instance.timers.delete(occurrence);
  command(world, instance, { type: 'fire-timer', occurrence });
}

function fireStart(world: World, armed: Armed): void {
  const { due, cycle, starter, program } = armed;
  armed.due = cycle && nextOf(cycle, due!);
  startInstance(world, program, { input: world.input, start: starter.node.id });
}

/** When a cycle goes off after it went off at `due`; nothing when that was its last time. */
function nextOf(cycle: Cycle, due: Instant): Instant | undefined {
  if (cycle.repetitions !== undefined && --cycle.repetitions === 0) return undefined;
  const next = addDuration(due, cycle.interval);
  return cycle.end && next > cycle.end ? undefined : next;
}
