/** Puts a paper on a turn: it is numbered in the commit, readable as HTML at once, printed by a job. */
import type { PaperParts } from '../../templates/complete-paper.ts';
import { localYear } from '../deadlines/local-time.ts';
import type { DraftRecord } from '../dossiers/records.ts';
import { type PendingPaper, record, type Turn } from '../runtime/turn.ts';
import { documentSymbol, documentTitle, issuingUnit } from './kinds.ts';

/**
 * Issues a paper of a kind from its template as pinned at reception. A kind without a published template
 * leaves a line in the history instead, so that somebody can see what was not written. A draft of that kind is
 * what is issued, with its signature when it says what was signed.
 * @param details what only the operation knows: reason, papers asked for, new date
 */
export function issueDocument(turn: Turn, kind: string, details: PaperParts = {}): void {
  const { dossier } = turn;
  if (turn.papers.some((paper) => paper.kind === kind)) return;
  if (!dossier.pins.templates[kind]) {
    record(turn, { type: 'document-without-template', after: { kind } });
    return;
  }
  const draft = dossier.drafts?.[kind];
  const signed = draft?.signed && saysTheSame(draft.details, details) ? draft.signed : undefined;
  const name = draft?.name ?? newName(turn, kind);
  delete dossier.drafts?.[kind];
  const unit = signed?.unit ?? issuingUnit(kind, dossier.units);
  turn.papers.push({
    ...pending(turn, { kind, name, unit, details }),
    ...(draft && { replaces: draft.version }),
    ...(signed && { signed }),
  });
  record(turn, { type: 'document-issued', after: { kind, document: name } });
}

/** What is issued instead of another paper. */
export interface Reissue {
  kind: string;
  unit: string;
  details: PaperParts;
  insteadOf: NonNullable<PendingPaper['insteadOf']>;
  signed?: PendingPaper['signed'];
}

/** Issues a paper anew, from the dossier as it is now. @returns its id, undefined without a template */
export function issueInstead(turn: Turn, { kind, unit, details, ...rest }: Reissue): string | undefined {
  if (!turn.dossier.pins.templates[kind]) return undefined;
  const name = newName(turn, kind);
  turn.papers.push({ ...pending(turn, { kind, name, unit, details }), ...rest });
  record(turn, {
    type: 'document-reissued',
    reason: rest.insteadOf.reason,
    before: { document: rest.insteadOf.id, number: rest.insteadOf.number },
    after: { kind, document: name },
  });
  return name;
}

/**
 * Writes a paper that waits for a signature: no number, no print, until it is issued.
 * Nothing happens when such a draft waits already, or the kind has no template.
 * @param about.dueAt the due date that the draft is about
 */
export function draftDocument(
  turn: Turn,
  kind: string,
  about: Pick<DraftRecord, 'dueAt' | 'details' | 'draft'>,
): void {
  const { dossier } = turn;
  const template = dossier.pins.templates[kind];
  if (!template || dossier.drafts?.[kind]) return;
  const title = documentTitle(kind, 'vi', template.title);
  const waiting: DraftRecord = { name: newName(turn, kind), version: 0, title, ...about };
  dossier.drafts = { ...dossier.drafts, [kind]: waiting };
  putDraft(turn, kind, 'draft');
  record(turn, { type: 'document-drafted', after: { kind, document: waiting.name, ...about.draft } });
}

/** The draft is void: the dossier has ended, its due date moved on, or somebody says why. */
export function withdrawDraft(turn: Turn, kind: string, reason = ''): void {
  const waiting = turn.dossier.drafts?.[kind];
  if (!waiting) return;
  putDraft(turn, kind, 'withdrawn');
  delete turn.dossier.drafts?.[kind];
  record(turn, {
    type: 'draft-withdrawn',
    ...(reason && { reason }),
    after: { kind, document: waiting.name },
  });
}

function putDraft(turn: Turn, kind: string, state: 'draft' | 'withdrawn'): void {
  const waiting = turn.dossier.drafts![kind]!;
  const { name, details, draft, version } = waiting;
  turn.papers.push({
    ...pending(turn, { kind, name, unit: draft.signer.unit, details }),
    draft,
    state,
    ...(version > 0 && { replaces: version }),
  });
  waiting.version += 1;
}

function pending(
  turn: Turn,
  { kind, name, unit, details }: Pick<PendingPaper, 'kind' | 'name' | 'unit' | 'details'>,
): PendingPaper {
  const template = turn.dossier.pins.templates[kind]!;
  return {
    name,
    kind,
    title: documentTitle(kind, 'vi', template.title),
    template: { key: kind, version: template.version },
    unit,
    book: documentBook(unit, kind, turn.at),
    symbol: documentSymbol(kind),
    details,
  };
}

/** An operation told otherwise than the draft that was signed issues a paper of its own. */
const saysTheSame = (signed: PaperParts, told: PaperParts): boolean =>
  signed.reason === told.reason && signed.appointment?.newDueAt === told.appointment?.newDueAt;

function newName({ dossier }: Turn, kind: string): string {
  dossier.counts.documents += 1;
  return `${kind}-${dossier.counts.documents}`;
}

/** One book a unit, kind and year, numbered without gaps (TT 01/2018 Đ.10). */
export const documentBook = (unit: string, kind: string, at: string): string =>
  `document:${unit}:${kind}:${localYear(at)}`;
