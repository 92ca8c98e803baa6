import { CommandRefused } from '../run/command-refused.ts';
import type { Occurrence } from '../run/state.ts';
import type { Command } from '../types.ts';
import { advance } from './clock.ts';
import { deliverSignal, receiveMessage } from './deliver.ts';
import { command } from './instances.ts';
import type { PlanStep } from './plan.ts';
import { type Instance, isRunning, type World } from './world.ts';

/** Does one step of the plan; false when it found nothing to act on. */
export function takeStep(world: World, step: PlanStep): boolean {
  if ('advance' in step) return advance(world, step.advance);
  if ('fail' in step)
    return onOccurrence(world, step.fail, (occurrence, open) => {
      const { code, message = code ?? 'failed' } = step;
      if (open.role === 'job') return { type: 'job-failed', occurrence, message, ...(code && { code }) };
      return { type: 'fail', occurrence, code: code ?? '', message };
    });
  if ('message' in step) return receiveMessage(world, { ...step, name: step.message });
  if ('signal' in step) return deliverSignal(world, { ...step, name: step.signal });
  if ('set' in step) return onRunning(world, { type: 'set-variables', variables: step.set });
  if ('complete' in step)
    return onOccurrence(world, step.complete, (id, open, instance) =>
      completion(instance, { id, open, step }),
    );
  if ('escalate' in step)
    return onOccurrence(world, step.escalate, (occurrence) => ({
      type: 'escalate',
      occurrence,
      code: step.code,
    }));
  return false;
}

/** What completes an open occurrence: a task or job, or the timer or message that it waits for. */
function completion(
  instance: Instance,
  { id, open, step }: { id: string; open: Occurrence; step: Extract<PlanStep, { complete: string }> },
): Command {
  const output = step.output ? { output: step.output } : {};
  if (open.incident && open.role !== 'job') return { type: 'retry', occurrence: id };
  if (open.role === 'task' || open.role === 'job') return { type: 'complete', occurrence: id, ...output };
  if (open.role === 'call') return { type: 'call-ended', occurrence: id, ...output };
  const waited = instance.program.nodes.get(open.element)!.triggers[open.trigger ?? 0];
  if (waited?.type === 'timer') return { type: 'fire-timer', occurrence: id };
  const payload = step.output ? { payload: step.output } : {};
  return { type: 'message', name: open.element, occurrence: id, ...payload };
}

function onOccurrence(
  world: World,
  element: string,
  commandFor: (id: string, open: Occurrence, instance: Instance) => Command,
): boolean {
  for (const instance of world.instances) {
    for (const [id, open] of Object.entries(instance.state.open)) {
      if (open.element !== element) continue;
      const told = commandFor(id, open, instance);
      if (told && attempt(() => command(world, instance, told))) return true;
    }
  }
  return false;
}

function onRunning(world: World, told: Command): boolean {
  const running = world.instances.filter(isRunning);
  for (const instance of running) command(world, instance, told);
  return running.length > 0;
}

function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof CommandRefused) return false;
    throw error;
  }
}
