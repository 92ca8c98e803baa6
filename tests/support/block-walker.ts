/** Walks a block tree step by step: the tasks and timers that must be open, and what a completion leads to. */
import type { Block } from './block-model.ts';

export interface Walk {
  /** element ids of open tasks, sorted, one entry an occurrence */
  openTasks(): string[];
  /** element ids of running boundary timers, sorted */
  openTimers(): string[];
  complete(task: string): void;
  fire(timer: string): void;
  isDone(): boolean;
}

/** An open task or a running timer: of several at one element the walker means the oldest, as `walk-desk.ts` does. */
interface Open {
  id: string;
  born: number;
}

/** One running occurrence of a block. */
interface Run {
  tasks(): Open[];
  timers(): Open[];
  /** true when this run took it */
  complete(born: number): boolean;
  fire(born: number): boolean;
  done(): boolean;
}

let births = 0;
const bear = (id: string): Open => ({ id, born: ++births });
const oldest = (open: Open[], id: string): number | undefined =>
  open
    .filter((each) => each.id === id)
    .map(({ born }) => born)
    .sort((left, right) => left - right)[0];
const idsOf = (open: Open[]): string[] => open.map(({ id }) => id).sort();

/** Blocks started beside the main line by non-interrupting timers; they hold their scope open. */
type Spawn = (block: Block) => void;

export function walkBlocks(block: Block): Walk {
  const run = runScope(block);
  return {
    openTasks: () => idsOf(run.tasks()),
    openTimers: () => idsOf(run.timers()),
    complete: (task) => {
      const born = oldest(run.tasks(), task);
      if (born === undefined || !run.complete(born)) throw new Error(`${task} is not open`);
    },
    fire: (timer) => {
      const born = oldest(run.timers(), timer);
      if (born === undefined || !run.fire(born)) throw new Error(`${timer} is not running`);
    },
    isDone: () => run.done(),
  };
}

function start(block: Block, spawn: Spawn): Run {
  switch (block.kind) {
    case 'task':
      return runTask(block.id);
    case 'sequence':
      return runSequence(block.blocks, spawn);
    case 'exclusive':
      return start(block.branches[block.choice]!, spawn);
    case 'parallel':
      return runAll(block.branches.map((branch) => start(branch, spawn)));
    case 'inclusive':
      return runAll(
        block.branches.filter((_, index) => block.chosen[index]).map((branch) => start(branch, spawn)),
      );
    case 'loop':
      return runSequence(new Array<Block>(block.times).fill(block.body), spawn);
    case 'subprocess':
      return runScope(block.body);
    case 'multi':
      return block.isSequential
        ? runSequence(new Array<Block>(block.count).fill({ kind: 'task', id: block.id }), spawn)
        : runAll(Array.from({ length: block.count }, () => runTask(block.id)));
    case 'guarded':
      return runGuarded(block, spawn);
    case 'race':
      return runRace(block, spawn);
    case 'failing':
      return runFailing(block, spawn);
  }
}

function runTask(id: string): Run {
  const task = bear(id);
  let isOpen = true;
  return {
    tasks: () => (isOpen ? [task] : []),
    timers: () => [],
    complete: (born) => {
      if (!isOpen || born !== task.born) return false;
      isOpen = false;
      return true;
    },
    fire: () => false,
    done: () => !isOpen,
  };
}

function runAll(runs: Run[]): Run {
  return {
    tasks: () => runs.flatMap((run) => run.tasks()),
    timers: () => runs.flatMap((run) => run.timers()),
    complete: (born) => runs.some((run) => run.complete(born)),
    fire: (born) => runs.some((run) => run.fire(born)),
    done: () => runs.every((run) => run.done()),
  };
}

function runSequence(blocks: Block[], spawn: Spawn): Run {
  let next = 0;
  let current: Run | undefined;
  const settle = () => {
    while (next < blocks.length && (!current || current.done())) current = start(blocks[next++]!, spawn);
  };
  settle();
  const then = (hasTaken: boolean | undefined) => {
    if (hasTaken) settle();
    return Boolean(hasTaken);
  };
  return {
    tasks: () => current?.tasks() ?? [],
    timers: () => current?.timers() ?? [],
    complete: (born) => then(current?.complete(born)),
    fire: (born) => then(current?.fire(born)),
    done: () => next === blocks.length && (!current || current.done()),
  };
}

/** A scope is over when its main line and everything spawned beside it are. */
function runScope(block: Block): Run {
  const runs: Run[] = [];
  const spawn: Spawn = (aside) => {
    runs.push(start(aside, spawn));
  };
  runs.push(start(block, spawn));
  return runAll(runs);
}

function runGuarded({ id, isInterrupting, detour }: Extract<Block, { kind: 'guarded' }>, spawn: Spawn): Run {
  let current = runTask(id);
  const timer = bear(`${id}_timer`);
  let isTimerOpen = true;
  const isDetouring = () => !isTimerOpen && isInterrupting;
  let hasDetoured = false;
  return {
    tasks: () => current.tasks(),
    timers: () => (hasDetoured ? current.timers() : isTimerOpen && !current.done() ? [timer] : []),
    complete: (born) => current.complete(born),
    fire: (born) => {
      if (hasDetoured) return current.fire(born);
      if (born !== timer.born || !isTimerOpen || current.done()) return false;
      isTimerOpen = false;
      if (isDetouring()) {
        hasDetoured = true;
        current = start(detour, spawn);
      } else spawn(detour);
      return true;
    },
    done: () => current.done(),
  };
}

function runRace({ id, branches }: Extract<Block, { kind: 'race' }>, spawn: Spawn): Run {
  let winner: Run | undefined;
  const timers = branches.map((_, index) => bear(`${id}_timer${index}`));
  return {
    tasks: () => winner?.tasks() ?? [],
    timers: () => winner?.timers() ?? timers,
    complete: (born) => winner?.complete(born) ?? false,
    fire: (born) => {
      if (winner) return winner.fire(born);
      const branch = branches[timers.findIndex((timer) => timer.born === born)];
      if (!branch) return false;
      winner = start(branch, spawn);
      return true;
    },
    done: () => winner?.done() ?? false,
  };
}

/** When the main line of the inside is over, the error ends all that runs beside it and the handler begins. */
function runFailing({ body, handler }: Extract<Block, { kind: 'failing' }>, spawn: Spawn): Run {
  const asides: Run[] = [];
  const aside: Spawn = (block) => {
    asides.push(start(block, aside));
  };
  const main = start(body, aside);
  let caught: Run | undefined;
  const settle = (hasTaken: boolean) => {
    if (main.done()) caught ??= start(handler, spawn);
    return hasTaken;
  };
  settle(false);
  const runs = () => (caught ? [caught] : [main, ...asides]);
  return {
    tasks: () => runs().flatMap((run) => run.tasks()),
    timers: () => runs().flatMap((run) => run.timers()),
    complete: (born) => settle(runs().some((run) => run.complete(born))),
    fire: (born) => settle(runs().some((run) => run.fire(born))),
    done: () => caught?.done() ?? false,
  };
}
