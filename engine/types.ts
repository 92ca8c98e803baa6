/** What the kernel takes and gives: process, state, commands, effects and events. All plain JSON. */

/** A JSON value; what variables, payloads and outputs are made of. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Variables = { [name: string]: Json };

/** An instant, ISO-8601 in UTC (`2026-04-17T03:00:00.000Z`). */
export type Instant = string;

export type Severity = 'error' | 'warning' | 'info';

/** One finding of the compiler. `code` is stable; the sentences are for a procedure owner. */
export interface Diagnostic {
  code: string;
  severity: Severity;
  /** id of the BPMN element it stands on; absent for a fault of the file as a whole */
  element?: string;
  message: { vi: string; en: string };
}

/** How long a step may take: an ISO-8601 duration, counted in working or in calendar time. */
export interface StepDuration {
  iso: string;
  counts: 'working' | 'calendar' | 'none';
}

/** Who does a step: each part is an id/key of the organisation, or a FEEL expression starting with `=`. */
export interface Performer {
  unit?: string;
  role?: string;
  assignee?: string;
  /** element id of an earlier step: the same person does this one */
  sameAs?: string;
}

/** What a procedure owner says of one step, read from `motcua:` attributes (Camunda's and Zeebe's when absent). */
export interface StepInfo {
  id: string;
  name: string;
  kind:
    | 'user'
    | 'manual'
    | 'service'
    | 'script'
    | 'businessRule'
    | 'send'
    | 'receive'
    | 'callActivity'
    | 'subProcess';
  lane?: string;
  performer: Performer;
  duration?: StepDuration;
  /** key of the e-form that the step shows */
  form?: string;
  /** portal status 1..10 while the step is open (domain: the ten statuses) */
  status?: number;
  /** kinds of papers issued when the step completes */
  documents: string[];
  /** operations the step allows (`request-supplement`, `extend`, ...) */
  actions: string[];
  /** article of law the step cites */
  citation?: string;
}

/**
 * A compiled process: flat, frozen, indexed. Treat as opaque beyond the fields named here;
 * it is derived from the XML and never stored.
 */
export interface Process {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly StepInfo[];
}

export interface Compiled {
  /** the process a dossier runs: the only executable one, or the first that nothing in the file calls */
  process: Process | null;
  /** every executable process of the file, by id */
  processes: { [id: string]: Process };
  diagnostics: Diagnostic[];
}

/**
 * What is stored of a running instance. Opaque outside the kernel except for `format`,
 * `status` and `variables`.
 */
export interface ProcessState {
  /** version of this shape; `upgradeState` lifts older ones */
  format: number;
  process: string;
  status: 'running' | 'suspended' | 'completed' | 'failed' | 'cancelled';
  variables: Variables;
  [internal: string]: unknown;
}

/** Commands: `occurrence` ids are those given by effects and never reused within an instance. */
export type Command =
  | { type: 'complete'; occurrence: string; output?: Variables }
  | { type: 'fire-timer'; occurrence: string }
  | { type: 'message'; name: string; payload?: Variables; correlation?: Json; occurrence?: string }
  | { type: 'signal'; name: string; payload?: Variables }
  | { type: 'job-done'; occurrence: string; output?: Variables }
  /** with `code`, a BPMN error that a boundary may catch; without, an incident */
  | { type: 'job-failed'; occurrence: string; code?: string; message: string }
  | { type: 'call-ended'; occurrence: string; output?: Variables; error?: { code: string; message?: string } }
  | { type: 'set-variables'; variables: Variables; scope?: string }
  | { type: 'fail'; occurrence: string; code: string; message?: string }
  | { type: 'escalate'; occurrence: string; code: string }
  /** does what met the incident again; `variables` are corrected first, each where it lives as seen from there */
  | { type: 'retry'; occurrence: string; variables?: Variables }
  | { type: 'suspend' }
  | { type: 'resume' }
  | { type: 'cancel'; reason?: string }
  /** leaves everything open at `from` (all when absent) and enters `to`; needs a permission upstairs */
  | { type: 'jump'; from?: string[]; to: string };

/** When a timer is due: an instant, or a working-time duration that the caller's calendar turns into one. */
export type Due = { at: Instant } | { working: string; from: Instant } | { calendar: string; from: Instant };

/** What the caller must carry out, in order, in the same commit as the new state. */
export type Effect =
  | { type: 'open-task'; occurrence: string; element: string; input: Variables; performer: Performer }
  | { type: 'cancel-task'; occurrence: string; element: string }
  | { type: 'schedule-timer'; occurrence: string; element: string; due: Due }
  | { type: 'cancel-timer'; occurrence: string; element: string }
  | {
      type: 'run-job';
      occurrence: string;
      element: string;
      kind: 'service' | 'businessRule' | 'send';
      topic?: string;
      input: Variables;
    }
  | { type: 'cancel-job'; occurrence: string; element: string }
  | {
      type: 'call-process';
      occurrence: string;
      element: string;
      process: string;
      binding: 'latest' | 'pinned';
      version?: string;
      input: Variables;
    }
  | { type: 'cancel-call'; occurrence: string; element: string }
  | {
      type: 'subscribe';
      occurrence: string;
      element: string;
      kind: 'message' | 'signal';
      name: string;
      correlation?: Json;
    }
  | { type: 'unsubscribe'; occurrence: string; element: string }
  | {
      type: 'throw';
      element: string;
      kind: 'message' | 'signal' | 'error' | 'escalation';
      name: string;
      payload?: Variables;
      correlation?: Json;
    }
  | {
      type: 'incident';
      occurrence: string;
      element: string;
      code: string;
      message: { vi: string; en: string };
    }
  | { type: 'incident-resolved'; occurrence: string; element: string }
  | {
      type: 'end';
      outcome: 'completed' | 'failed' | 'cancelled';
      variables: Variables;
      error?: { code: string; message?: string };
    };

/** What happened, in order: the history of an instance, and what `motcua trace` prints. */
export interface ProcessEvent {
  at: Instant;
  type:
    | 'enter'
    | 'leave'
    | 'take'
    | 'wait'
    | 'complete'
    | 'timer'
    | 'throw'
    | 'catch'
    | 'cancel'
    | 'end'
    | 'incident';
  element: string;
  occurrence?: string;
  [detail: string]: unknown;
}

/** How `startProcess` begins. */
export interface StartOptions {
  /** id of the start event (or instantiating receive task) that was triggered */
  start?: string;
  /** what the message or signal that started it carried */
  payload?: Variables;
}

export interface Step {
  state: ProcessState;
  events: ProcessEvent[];
  effects: Effect[];
}

/** Thrown by `applyCommand` when the command does not fit the state (nothing has changed). */
export interface CommandRefusal {
  code: 'unknown-occurrence' | 'not-running' | 'wrong-kind' | 'unknown-element' | 'nothing-waits';
  message: string;
}
