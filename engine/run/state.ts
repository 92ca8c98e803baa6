import type { Instant, Json, ProcessState, Variables } from '../types.ts';

/** What an open occurrence of an element is doing. */
export type Role =
  /** created, about to begin */
  | 'ready'
  /** a person's task */
  | 'task'
  /** work of a job runner */
  | 'job'
  /** a called process */
  | 'call'
  /** an open sub-process or event sub-process; its inside refers to it by `in` */
  | 'scope'
  /** body of a multi-instance or loop; its instances refer to it by `of` */
  | 'multi'
  /** an intermediate catch event or receive task */
  | 'catch'
  /** an armed boundary event, `of` its activity */
  | 'boundary'
  /** an armed start event of an event sub-process */
  | 'start'
  /** an event-based gateway or a catch event with several triggers */
  | 'race'
  /** one of the events a race waits for, `of` the race */
  | 'arm'
  /** tokens that wait at a gateway, or for startQuantity */
  | 'join'
  /** a running compensation */
  | 'undo'
  /** a token that is just throwing something: gone when what it throws ends its own scope's work */
  | 'throwing'
  /** a token that an incident holds */
  | 'stuck';

export interface Incident {
  code: string;
  message: { vi: string; en: string };
  /** what a retry does again */
  phase: 'arrive' | 'begin' | 'end' | 'leave' | 'loop' | 'wait' | 'job';
}

/** A completed activity that compensation can undo. */
export interface UndoRecord {
  element: string;
  /** the sub-process's own variables as they were when it completed */
  variables?: Variables;
  /** what was completed inside */
  inner?: UndoRecord[];
}

export interface Turns {
  /** number of instances; absent for a standard loop */
  total?: number;
  /** instances begun */
  begun: number;
  done: number;
  cancelled: number;
  /** items still needed: those not begun */
  items?: Json[];
  results?: Json[];
}

/** One open occurrence. Refers to elements by id, so that it outlives the compiled program. */
export interface Occurrence {
  element: string;
  role: Role;
  /** the scope occurrence it stands in; absent: the process itself */
  in?: string;
  /** multi body, boundary's activity, race of an arm, compensation of a handler */
  of?: string;
  variables?: Variables;
  /** index of the trigger it waits for */
  trigger?: number;
  /** name of the message or signal it waits for */
  name?: string;
  correlation?: Json;
  /** when its timer is due, when the kernel can know */
  due?: Instant;
  /** firings left of a cycle; absent: without end */
  left?: number;
  /** a conditional event's last value */
  held?: boolean;
  /** tokens waiting, by flow */
  tokens?: { [flow: string]: number };
  /** a complex gateway that has fired and waits for the rest */
  fired?: string[];
  turns?: Turns;
  /** what a completed step answered, while an incident keeps it from going on */
  output?: Variables;
  incident?: Incident;
  /** completed activities of a scope, oldest first; of an `undo`: those still to be undone */
  done?: UndoRecord[];
  /** what an `undo` does at its end */
  after?: 'leave' | 'cancel' | 'nothing';
  /** activities of an ad-hoc sub-process not begun yet */
  pending?: string[];
  /** the event sub-process that interrupted this scope */
  interrupted?: true;
}

/** The state's inside; what `ProcessState` hides. */
export interface State extends ProcessState {
  /** number that the next occurrence gets */
  next: number;
  open: { [id: string]: Occurrence };
  /** completed activities of the process itself */
  done?: UndoRecord[];
}

/** Version of the shape above. */
export const FORMAT = 1;
