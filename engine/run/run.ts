import type { Flow, Node, Program, Trigger } from '../compile/program.ts';
import type { Effect, Instant, ProcessEvent, ProcessState, Step } from '../types.ts';
import type { Occurrence, State } from './state.ts';

/** Something still to do within the same command. */
export type Work =
  | { do: 'arrive'; node: Node; in?: string | undefined; flow?: Flow }
  | { do: 'begin'; id: string }
  | { do: 'leave'; node: Node; in?: string | undefined }
  | { do: 'throw'; node: Node; in?: string | undefined }
  /** all turns of a repeated activity (closed already) are done */
  | { do: 'finish'; node: Node; in?: string | undefined; occurrence: Occurrence }
  /** a multi-instance goes on or ends */
  | { do: 'turns'; id: string }
  /** a multi-instance throws an event of its behaviour */
  | { do: 'throw-at'; id: string; trigger: Trigger }
  /** a compensation goes on to its next activity */
  | { do: 'undo'; id: string };

/** One command being carried out: a draft of the state and what has come of it so far. */
export interface Run {
  readonly program: Program;
  readonly at: Instant;
  readonly state: State;
  readonly events: ProcessEvent[];
  readonly effects: Effect[];
  queue: Work[];
  /** throws, done when all other tokens have come to rest, so that who waits in parallel hears them */
  later: Work[];
  /** scopes that may have ended; '' is the process */
  readonly checks: Set<string>;
  /** occurrences already copied for this command */
  readonly own: Set<string>;
  /** variables changed: conditional events look again */
  hasNewData: boolean;
  moves: number;
  /** how often a token has come to a node of one scope, or a loop has begun a turn */
  readonly visits: Map<string, number>;
}

export function beginRun(program: Program, state: ProcessState, at: Instant): Run {
  const draft = { ...(state as State) };
  draft.open = { ...draft.open };
  return {
    program,
    at,
    state: draft,
    events: [],
    effects: [],
    queue: [],
    later: [],
    checks: new Set(),
    own: new Set(),
    hasNewData: false,
    moves: 0,
    visits: new Map(),
  };
}

export function endRun(run: Run): Step {
  return { state: run.state, events: run.events, effects: run.effects };
}

export function emit(
  run: Run,
  type: ProcessEvent['type'],
  element: string,
  details?: { occurrence?: string; [detail: string]: unknown },
): void {
  run.events.push({ at: run.at, type, element, ...details });
}

/** Opens an occurrence and answers its id: a number never used again in the instance. */
export function open(run: Run, occurrence: Occurrence): string {
  const id = String(run.state.next++);
  run.state.open[id] = occurrence;
  run.own.add(id);
  return id;
}

/** The occurrence, to be changed in place. */
export function edit(run: Run, id: string): Occurrence {
  const occurrence = run.state.open[id]!;
  if (run.own.has(id)) return occurrence;
  run.own.add(id);
  const copy = { ...occurrence };
  run.state.open[id] = copy;
  return copy;
}

/** The open occurrence of an id, where there is one. */
export function openOf(run: Run, id: string | undefined): Occurrence | undefined {
  return id === undefined ? undefined : run.state.open[id];
}

export function close(run: Run, id: string): void {
  delete run.state.open[id];
}

export function nodeOf(run: Run, occurrence: Occurrence): Node {
  return run.program.nodes.get(occurrence.element)!;
}

export function isEnded(run: Run): boolean {
  const { status } = run.state;
  return status === 'completed' || status === 'failed' || status === 'cancelled';
}

/** Open occurrences that refer to another: instances and boundaries of an activity, arms of a race. */
export function belongingTo(run: Run, id: string): string[] {
  return Object.keys(run.state.open).filter((key) => run.state.open[key]!.of === id);
}

/** Open occurrences directly in a scope. */
export function openIn(run: Run, scope: string | undefined): string[] {
  return Object.keys(run.state.open).filter((key) => run.state.open[key]!.in === scope);
}

/** `{ in: scope }`, or nothing for the process itself: the state holds no undefined. */
export function within(scope: string | undefined): { in?: string } {
  return scope === undefined ? {} : { in: scope };
}
