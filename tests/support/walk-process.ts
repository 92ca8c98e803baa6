/** Walks a process on the kernel: completes what is open until nothing is, and remembers the way. */
import {
  applyCommand,
  type Effect,
  type Process,
  type Step,
  startProcess,
  type Variables,
} from '../../engine/index.ts';

type OpenTask = Extract<Effect, { type: 'open-task' }>;

export interface Walk {
  /** tasks completed, in order; one entry for each instance of a multi-instance task */
  done: OpenTask[];
  open: OpenTask[];
  /** occurrences of timers that run */
  timers: Extract<Effect, { type: 'schedule-timer' }>[];
  step: Step;
  ended?: Extract<Effect, { type: 'end' }>;
}

const AT = '2026-04-17T03:00:00.000Z';

export function startWalk(process: Process, input: Variables): Walk {
  return follow({ done: [], open: [], timers: [], step: startProcess(process, input, AT) });
}

/** Completes the first open task of an element. */
export function complete(
  process: Process,
  walk: Walk,
  { element, output }: { element: string; output: Variables },
) {
  const task = walk.open.find((open) => open.element === element);
  if (!task)
    throw new Error(`${element} is not open, but ${walk.open.map((open) => open.element).join(', ')}`);
  const command = { type: 'complete', occurrence: task.occurrence, output } as const;
  const step = applyCommand(process, walk.step.state, command, AT);
  const open = walk.open.filter((other) => other !== task);
  return follow({ ...walk, done: [...walk.done, task], open, step });
}

export function fireTimer(process: Process, walk: Walk, element: string): Walk {
  const timer = walk.timers.find((running) => running.element === element);
  if (!timer) throw new Error(`no timer runs on ${element}`);
  const command = { type: 'fire-timer', occurrence: timer.occurrence } as const;
  const step = applyCommand(process, walk.step.state, command, AT);
  return follow({ ...walk, timers: walk.timers.filter((other) => other !== timer), step });
}

/** Completes every open task with what `outputOf` says until nothing is open or `stopAt` is. */
export function walkOn(
  process: Process,
  walk: Walk,
  { outputOf, stopAt }: { outputOf: (element: string) => Variables; stopAt?: string },
): Walk {
  let current = walk;
  for (let step = 0; step < 100; step += 1) {
    const [task] = current.open;
    if (!task || task.element === stopAt) return current;
    current = complete(process, current, { element: task.element, output: outputOf(task.element) });
  }
  throw new Error('a hundred steps did not end the process');
}

function follow(walk: Walk): Walk {
  const next = { ...walk, open: [...walk.open], timers: [...walk.timers] };
  for (const effect of walk.step.effects) {
    if (effect.type === 'open-task') next.open.push(effect);
    if (effect.type === 'schedule-timer') next.timers.push(effect);
    if (effect.type === 'end') next.ended = effect;
    if (effect.type === 'cancel-task')
      next.open = next.open.filter((task) => task.occurrence !== effect.occurrence);
    if (effect.type === 'cancel-timer') {
      next.timers = next.timers.filter((timer) => timer.occurrence !== effect.occurrence);
    }
  }
  return next;
}
