import { expect } from '@jest/globals';
import type { Command, Effect } from '../../engine/types.ts';

/** What the caller of the kernel holds: open tasks and timers by occurrence, kept up from the effects alone. */
export interface Desk {
  tasks: Map<string, string>;
  timers: Map<string, string>;
  /** fails when an effect withdraws what is not there */
  carryOut(effects: Effect[]): void;
  /** takes one open task or timer off the desk: the command that does it, and its element; undefined when all is done */
  take(pick: number): { command: Command; element: string; isTask: boolean } | undefined;
}

export function createDesk(): Desk {
  const tasks = new Map<string, string>();
  const timers = new Map<string, string>();
  return {
    tasks,
    timers,
    carryOut(effects) {
      for (const effect of effects) {
        if (effect.type === 'open-task') tasks.set(effect.occurrence, effect.element);
        if (effect.type === 'cancel-task') expect(tasks.delete(effect.occurrence)).toBe(true);
        if (effect.type === 'schedule-timer') timers.set(effect.occurrence, effect.element);
        if (effect.type === 'cancel-timer') expect(timers.delete(effect.occurrence)).toBe(true);
      }
    },
    take(pick) {
      const waits = [...tasks, ...timers];
      const found = waits[pick % Math.max(1, waits.length)];
      if (!found) return undefined;
      // of several open at one element the oldest, as the walker has it that knows elements alone
      const element = found[1];
      const sameKind = tasks.has(found[0]) ? tasks : timers;
      const [occurrence] = [...sameKind].find(([, each]) => each === element)!;
      const isTask = tasks.delete(occurrence);
      timers.delete(occurrence);
      return { command: { type: isTask ? 'complete' : 'fire-timer', occurrence }, element, isTask };
    },
  };
}
