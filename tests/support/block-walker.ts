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

/** One running occurrence of a block. */
interface Run {
  tasks(): string[];
  timers(): string[];
  /** true when this run took it */
  complete(task: string): boolean;
  fire(timer: string): boolean;
  done(): boolean;
}

/** Blocks started beside the main line by non-interrupting timers; they hold their scope open. */
type Spawn = (block: Block) => void;

export function walkBlocks(block: Block): Walk {
  const run = runScope(block);
  return {
    openTasks: () => run.tasks().sort(),
    openTimers: () => run.timers().sort(),
    complete: (task) => {
      if (!run.complete(task)) throw new Error(`${task} is not open`);
    },
    fire: (timer) => {
      if (!run.fire(timer)) throw new Error(`${timer} is not running`);
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
  let isOpen = true;
  return {
    tasks: () => (isOpen ? [id] : []),
    timers: () => [],
    complete: (task) => {
      if (!isOpen || task !== id) return false;
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
    complete: (task) => runs.some((run) => run.complete(task)),
    fire: (timer) => runs.some((run) => run.fire(timer)),
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
    complete: (task) => then(current?.complete(task)),
    fire: (timer) => then(current?.fire(timer)),
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
  let isTimerOpen = true;
  const isDetouring = () => !isTimerOpen && isInterrupting;
  let hasDetoured = false;
  return {
    tasks: () => current.tasks(),
    timers: () => (hasDetoured ? current.timers() : isTimerOpen && !current.done() ? [`${id}_timer`] : []),
    complete: (task) => current.complete(task),
    fire: (timer) => {
      if (hasDetoured) return current.fire(timer);
      if (timer !== `${id}_timer` || !isTimerOpen || current.done()) return false;
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
  const timers = branches.map((_, index) => `${id}_timer${index}`);
  return {
    tasks: () => winner?.tasks() ?? [],
    timers: () => winner?.timers() ?? timers,
    complete: (task) => winner?.complete(task) ?? false,
    fire: (timer) => {
      if (winner) return winner.fire(timer);
      const branch = branches[timers.indexOf(timer)];
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
    complete: (task) => settle(runs().some((run) => run.complete(task))),
    fire: (timer) => settle(runs().some((run) => run.fire(timer))),
    done: () => caught?.done() ?? false,
  };
}
