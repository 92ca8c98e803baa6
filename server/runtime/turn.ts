/**
 * One command's work on one dossier: a working copy, and everything that must be written with it.
 * Nothing leaves a turn before its single commit, so a command that is refused half-way has done nothing.
 */

import type { CompiledCalendar } from '../../calendar/index.ts';
import type { PaperParts } from '../../templates/complete-paper.ts';
import type { Actor } from '../access/actor.ts';
import { auditWrite } from '../access/audit.ts';
import type { Person } from '../access/organisation.ts';
import type { Unit } from '../contract/access.ts';
import type { Attachment } from '../contract/dossiers.ts';
import type { SigningKeys } from '../documents/signatures/signing-keys.ts';
import { type ListEntry, listEntries } from '../dossiers/list-entries.ts';
import type {
  DossierRecord,
  DraftFacts,
  HistoryEntry,
  OpenTaskRecord,
  Signing,
} from '../dossiers/records.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { Standing } from '../reports/counts.ts';
import { NOWHERE, standingOf } from '../reports/standing.ts';
import type { Write } from '../store/store.ts';
import type { CompiledVersion, ProcedureSettings } from './ports.ts';

/** What a command needs to know beyond the dossier; loaded before, so that the turn itself never waits. */
export interface TurnContext {
  procedure: ProcedureSettings;
  version: CompiledVersion;
  calendar: CompiledCalendar;
  /** units by id */
  units: ReadonlyMap<string, Unit>;
  /** the actor as the organisation knows him, with his title */
  issuer: Person | null;
  jobs: JobQueue;
  publicUrl: string;
  signing?: SigningKeys;
}

/** A paper to be issued; its number is known only in the commit. */
export interface PendingPaper {
  name: string;
  kind: string;
  title: string;
  template: { key: string; version: number };
  /** gap-free sequence that numbers it, and what stands after the number */
  book: string;
  symbol: string;
  /** what the operation adds to the data of the template */
  details: PaperParts;
  /** unit in whose name it is issued */
  unit: string;
  /** not issued: without number and print; absent when it is */
  state?: 'draft' | 'withdrawn';
  /** who must sign the draft, and what it proposes */
  draft?: DraftFacts;
  /** the signature it is issued with; the text that was signed, when it was before this turn */
  signed?: Signing & { data?: PaperParts };
  /** version of the stored draft whose place it takes */
  replaces?: number;
  /** the issued paper that it is issued instead of */
  insteadOf?: { id: string; number: string; issuedAt: string; reason: string };
}

/** How a task ended. */
export interface ClosedTask {
  task: OpenTaskRecord;
  status: 'completed' | 'cancelled';
  by?: { id: string; name: string };
  output?: Record<string, unknown>;
  comment?: string;
  attachments?: Attachment[];
}

export interface Turn {
  readonly at: string;
  readonly actor: Actor;
  readonly context: TurnContext;
  /** 0: it does not exist yet */
  readonly version: number;
  /** the working copy */
  dossier: DossierRecord;
  /** what it contributed to the statistics before the turn */
  readonly stood: Standing;
  /** its rows in lists, before the turn */
  readonly listed: Map<string, ListEntry>;
  readonly entries: HistoryEntry[];
  readonly path: string[];
  readonly papers: PendingPaper[];
  /** numbers that are known only in the commit, and what takes them */
  readonly numbered: { sequence: string; use: (number: number) => void }[];
  /** open tasks that are new or changed, by id */
  readonly touched: Set<string>;
  readonly closed: ClosedTask[];
  /** jobs and audit lines */
  readonly writes: Write[];
  readonly request?: { ip?: string; requestId?: string };
}

export interface TurnStart {
  dossier: DossierRecord;
  version: number;
  at: string;
  actor: Actor;
  context: TurnContext;
  request?: { ip?: string; requestId?: string };
}

/** @param start.dossier is worked on as it is: read it for this turn alone */
export const beginTurn = (start: TurnStart): Turn => ({
  ...start,
  stood: start.version === 0 ? NOWHERE : standingOf(start.dossier),
  listed: start.version === 0 ? new Map() : listEntries(start.dossier),
  entries: [],
  path: [],
  papers: [],
  numbered: [],
  touched: new Set(),
  closed: [],
  writes: [],
});

/** Tells the history; who and when are the turn's. */
export function record(
  turn: Turn,
  entry: Omit<HistoryEntry, 'seq' | 'actor'>,
  actor: Actor = turn.actor,
): void {
  turn.dossier.counts.events += 1;
  turn.entries.push({
    seq: turn.dossier.counts.events,
    actor: { id: actor.id, name: actor.name, kind: actor.kind === 'anonymous' ? 'citizen' : actor.kind },
    ...entry,
  });
}

/** The audit trail's line of this command. */
export function audit(turn: Turn, what: string, detail?: string): void {
  turn.writes.push(
    ...auditWrite({
      at: turn.at,
      actor: turn.actor,
      what,
      subject: turn.dossier.code,
      ...(detail !== undefined && { detail }),
      ...turn.request,
    }),
  );
}

/** A unit that has had to do with the dossier may see it from now on. */
export function involve(turn: Turn, unit: string | undefined): void {
  if (unit && !turn.dossier.involved.includes(unit)) turn.dossier.involved.push(unit);
}
