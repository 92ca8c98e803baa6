import type { Program, Starter } from '../compile/program.ts';
import type { State } from '../run/state.ts';
import type { Cycle } from '../time/iso-cycle.ts';
import { addDuration, parseDuration } from '../time/iso-duration.ts';
import type { Due, Effect, Instant, Json, ProcessEvent, Variables } from '../types.ts';
import type { PlanStep } from './plan.ts';

/** A running instance of one process of the file. */
export interface Instance {
  program: Program;
  state: State;
  /** the call activity that started it */
  parent?: { instance: Instance; occurrence: string };
  /** when each open timer is due */
  timers: Map<string, Instant>;
}

/** A start event that waits for its trigger. */
export interface Armed {
  program: Program;
  starter: Required<Starter>;
  due?: Instant | undefined;
  /** the repetitions of a timer that goes off more than once; `repetitions` counts down */
  cycle?: Cycle | undefined;
}

export interface Message {
  name: string;
  payload?: Variables | undefined;
  correlation?: Json | undefined;
}

/** A message thrown along a message flow, or to whoever waits for its name, that nobody waits for yet. */
export type Letter = Message & ({ target: string } | { isFor: (instance: Instance) => boolean });

export interface World {
  programs: Map<string, Program>;
  instances: Instance[];
  armed: Armed[];
  letters: Letter[];
  now: Instant;
  input: Variables;
  events: ProcessEvent[];
  /** effects still to be carried out, in order */
  pending: { instance: Instance; effect: Effect }[];
  /** steps of the plan that are still to come */
  steps: PlanStep[];
  addWorking: AddWorking;
  /** steps of the plan that found nothing to act on */
  idle: { index: number; step: PlanStep }[];
  /** elements at which a circle without a wait was stopped */
  circles: Set<string>;
}

/** The instant at which a working-time duration counted from `from` is over. */
export type AddWorking = (from: Instant, iso: string) => Instant;

/** Working time without a calendar: a working day is 8 hours, and time runs on. */
export const addWorkingPlain: AddWorking = (from, iso) => addDuration(from, parseDuration(iso)!);

export function dueAt(world: World, due: Due): Instant {
  if ('at' in due) return due.at;
  if ('working' in due) return world.addWorking(due.from, due.working);
  return addDuration(due.from, parseDuration(due.calendar)!);
}

export function isRunning(instance: Instance): boolean {
  return instance.state.status === 'running';
}
