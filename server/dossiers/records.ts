/** What is stored of a dossier: the aggregate that one commit replaces, guarded by its version. */

import type { DeadlineClock } from '../../calendar/index.ts';
import type { Json, Performer, ProcessState } from '../../engine/types.ts';
import type { PaperParts } from '../../templates/complete-paper.ts';
import type { RoleKey } from '../contract/access.ts';
import type { Applicant, Attachment, Channel, Operation, StatusKey } from '../contract/dossiers.ts';
import type { Tally } from '../reports/records.ts';
import type { ProcedureSettings } from '../runtime/ports.ts';
import type { CollectionSpec } from '../store/store.ts';

/** Versions that shaped the dossier, fixed at reception (docs/decisions/0004). */
export interface Pins {
  procedure: number;
  process: number;
  /** e-form key -> version */
  forms: Record<string, number>;
  /** kind of paper -> the template it is made from */
  templates: Record<string, { version: number; title: string }>;
  /** what the procedure promised then */
  settings: Pick<ProcedureSettings, 'timeLimit' | 'policies' | 'components' | 'fees' | 'result'> &
    // the application form's key; absent in dossiers taken in before it was pinned
    Partial<Pick<ProcedureSettings, 'form'>>;
}

/** Everything of an open task, so that completing it reads one document. */
export interface OpenTaskRecord {
  id: string;
  /** version of the task's own document */
  version: number;
  /** which process instance of the dossier, and which occurrence in it */
  instance: string;
  occurrence: string;
  element: string;
  name: string;
  unit?: string;
  unitName?: string;
  role?: RoleKey;
  assignee?: string;
  assigneeName?: string;
  openedAt: string;
  dueAt?: string;
  /** what its own duration gives, when that is later than the dossier's due date, which it may not outlast */
  limitAt?: string;
  form?: { key: string; version: number };
  performer: Performer;
  /** the task whose completion opened it, which may be recalled until somebody takes this one up */
  follows?: string;
}

/** What the watch over the deadlines has set and seen (R091, R097). */
export interface WatchRecord {
  /** the one alarm that waits: the next mark's moment */
  alarm?: { job: string; at: string };
  /** due date at the last look, to notice that it moved */
  dueAt?: string;
  /** marks that were reached, so that none is told twice */
  reached: string[];
}

/** A paper that the watch or a person has drafted and that is not issued yet; one a kind. */
export interface DraftRecord {
  name: string;
  /** version of its document */
  version: number;
  title: string;
  /** the due date it is about, if it is about one: the draft is void once that moves into the future */
  dueAt?: string;
  details: PaperParts;
  draft: DraftFacts;
  /** its signature, with the text that was signed: what is issued says exactly that */
  signed?: Signing & { data: PaperParts };
}

/** Who must sign a draft, and the new date it proposes. */
export interface DraftFacts {
  proposedDueAt?: string;
  signer: { unit: string; unitName: string; names: string[] };
}

/** Who signed a paper, for which unit. */
export interface Signing {
  by: { id: string; name: string };
  /** account name: a person may have a key of his own */
  account?: string;
  title?: string;
  unit: string;
  at: string;
}

/** A message or signal that an instance waits for. */
export interface Subscription {
  instance: string;
  occurrence: string;
  kind: 'message' | 'signal';
  name: string;
  correlation?: Json;
  /** when it began to wait; absent in what was stored before it was kept */
  since?: string;
}

/** Where the process is held until somebody corrects its data and has it go on. */
export interface IncidentRecord {
  instance: string;
  occurrence: string;
  element: string;
  /** what the place is called */
  name: { vi: string; en: string };
  code: string;
  message: { vi: string; en: string };
  at: string;
}

export interface DossierRecord {
  code: string;
  procedure: { code: string; name: string; field: string };
  pins: Pins;
  units: {
    receiving: string;
    receivingName: string;
    competent: string;
    competentName: string;
    returning: string;
  };
  /** units that may see it: receiving, competent, returning, and every unit a task went to */
  involved: string[];
  status: StatusKey;
  statusCode: number;
  /** an operation stopped the work: which, when, by whom */
  hold?: {
    operation: Operation;
    at: string;
    actor: string;
    reason?: string;
    /** by when the applicant has to do his part (DL16) */
    until?: string;
  };
  finance: {
    state: 'none' | 'due' | 'paid' | 'refunded';
    items: { name: string; amount: number }[];
    payments: { at: string; method: string; reference: string; amount: number; by: string }[];
    paidAt?: string;
  };
  delivery: {
    state: 'not-ready' | 'ready' | 'delivered';
    method: 'counter' | 'postal' | 'electronic';
    address?: string;
    returnedAt?: string;
    returnedTo?: string;
  };
  sync: { state: 'not-needed' | 'pending' | 'done' | 'failed' };
  channel: Channel;
  applicant: Applicant;
  /** the citizen account that filed it online */
  owner?: string;
  form: Record<string, unknown>;
  attachments: Attachment[];
  setCount: number;
  /** when it was handed in or filed */
  filedAt: string;
  /** when it counts as received (DL05, DL06) */
  receivedAt: string;
  /** entered after an incident, with the time it was really taken in (R168) */
  backdated?: { receivedAt: string; enteredAt: string; reason: string; actor: string };
  acceptedAt?: string;
  acceptedBy?: { id: string; name: string; title?: string };
  resolvedAt?: string;
  outcome?: 'granted' | 'refused' | 'stopped' | 'rejected';
  /** absent until the receipt starts it */
  clock?: DeadlineClock;
  /** date promised in an apology when the law lets the due date itself move no further */
  promisedAt?: string;
  /** due date while the clock runs; what "overdue" is found by */
  openDueAt?: string;
  ledger?: { book: string; serial: number };
  receiptNumber?: string;
  supplements: number;
  /** process instances: `main`, and one a running call activity */
  instances: Record<
    string,
    { definition: string; state: ProcessState; caller?: { instance: string; occurrence: string } }
  >;
  subscriptions: Subscription[];
  /** open ones, oldest first; absent when there are none */
  incidents?: IncidentRecord[];
  /** when the oldest of them arose: what dossiers with incidents are found by */
  incidentAt?: string;
  /** waiting timers and service work: `instance:occurrence` -> job id */
  jobs: Record<string, string>;
  openTasks: OpenTaskRecord[];
  watch?: WatchRecord;
  /** papers not issued yet, by kind */
  drafts?: Record<string, DraftRecord>;
  /** who completed each step last, for `motcua:sameAs` */
  performedBy: Record<string, { id: string; name: string; unit?: string }>;
  /** where the dossier lies, and every time it was handed on: the control slip (domain 2.7) */
  handovers: { from: string; to: string; at: string; giver: string; receiver?: string; outcome: string }[];
  lyingAt: string;
  /** counters for ids within the dossier */
  counts: { tasks: number; events: number; documents: number; jobs: number };
  /** code and names, lower case without diacritics, every suffix that starts at a word */
  search: string[];
}

export const dossierSpec: CollectionSpec<DossierRecord> = {
  name: 'dossiers',
  shardKey: 'id',
  // Half of a dossier, which few of its steps change.
  apart: ['pins', 'applicant', 'form', 'attachments'],
  // Lists are read from list-entries.ts; these are what reports and checks walk along.
  indexes: [
    { name: 'received', fields: ['receivedAt'] },
    { name: 'overdue', fields: ['openDueAt'], sparse: true },
    { name: 'incident', fields: ['incidentAt'], sparse: true },
    // Who waits for a message or signal, and with which key.
    { name: 'waits', fields: ['subscriptions.name'], many: true },
    { name: 'waitKeys', fields: ['subscriptions.correlation'], many: true },
  ],
};

/** One thing that happened, as the history tells it; written once, never changed. */
export interface HistoryEntry {
  seq: number;
  type: string;
  actor: { id: string; name: string; kind: 'user' | 'system' | 'citizen' | 'api-key' };
  element?: string;
  elementName?: string;
  reason?: string;
  before?: unknown;
  after?: unknown;
}

/** What one commit added to the history of a dossier. */
export interface HistoryRecord {
  dossier: string;
  procedure: string;
  unit: string;
  channel: Channel;
  at: string;
  /** seq of its first entry; orders the records of a dossier */
  seq: number;
  entries: HistoryEntry[];
  /** elements and flows passed, for the diagram */
  path: string[];
  /** what the commit changed in the statistics */
  tally?: Tally;
}

/** By the version that its commit gave the dossier. */
export const historyId = (code: string, version: number): string => `${code}#${version}`;

export const historySpec: CollectionSpec<HistoryRecord> = {
  name: 'history',
  shardKey: 'dossier',
  indexes: [
    { name: 'dossier', fields: ['dossier', 'seq'] },
    { name: 'at', fields: ['at'] },
  ],
};

/** An `Idempotency-Key` that was answered. */
export interface IdempotencyRecord {
  bodyHash: string;
  code: string;
  answer: unknown;
  at: string;
}

export const idempotencySpec: CollectionSpec<IdempotencyRecord> = {
  name: 'idempotency',
  indexes: [{ name: 'at', fields: ['at'] }],
};
