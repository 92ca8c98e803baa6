/** Puts a paper on a turn: it is numbered in the commit, readable as HTML at once, printed by a job. */
import type { PaperParts } from '../../templates/complete-paper.ts';
import { localYear } from '../deadlines/local-time.ts';
import type { DraftRecord } from '../dossiers/records.ts';
import { record, type Turn } from '../runtime/turn.ts';
import { documentSymbol, documentTitle } from './kinds.ts';

/**
 * Issues a paper of a kind from its template as pinned at reception. A kind without a published template
 * leaves a line in the history instead, so that somebody can see what was not written.
 * @param details what only the operation knows: reason, papers asked for, new date
 */
export function issueDocument(turn: Turn, kind: string, details: PaperParts = {}): void {
  const { dossier } = turn;
  if (turn.papers.some((paper) => paper.kind === kind)) return;
  const template = dossier.pins.templates[kind];
  if (!template) {
    record(turn, { type: 'document-without-template', after: { kind } });
    return;
  }
  const draft = dossier.drafts?.[kind];
  const name = draft?.name ?? newName(turn, kind);
  delete dossier.drafts?.[kind];
  turn.papers.push({
    name,
    kind,
    title: documentTitle(kind, 'vi', template.title),
    template: { key: kind, version: template.version },
    book: documentBook(dossier.units.receiving, kind, turn.at),
    symbol: documentSymbol(kind),
    details,
    ...(draft && { replaces: draft.version }),
  });
  record(turn, { type: 'document-issued', after: { kind, document: name } });
}

/**
 * Writes a paper that waits for a signature: no number, no print, until the operation of its kind issues it.
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

/** The draft is void: the dossier has ended, or its due date moved on. */
export function withdrawDraft(turn: Turn, kind: string): void {
  const waiting = turn.dossier.drafts?.[kind];
  if (!waiting) return;
  putDraft(turn, kind, 'withdrawn');
  delete turn.dossier.drafts?.[kind];
  record(turn, { type: 'draft-withdrawn', after: { kind, document: waiting.name } });
}

function putDraft(turn: Turn, kind: string, state: 'draft' | 'withdrawn'): void {
  const { dossier } = turn;
  const waiting = dossier.drafts![kind]!;
  turn.papers.push({
    name: waiting.name,
    kind,
    title: waiting.title,
    template: { key: kind, version: dossier.pins.templates[kind]!.version },
    book: documentBook(dossier.units.receiving, kind, turn.at),
    symbol: documentSymbol(kind),
    details: waiting.details,
    draft: waiting.draft,
    state,
    ...(waiting.version > 0 && { replaces: waiting.version }),
  });
  waiting.version += 1;
}

function newName({ dossier }: Turn, kind: string): string {
  dossier.counts.documents += 1;
  return `${kind}-${dossier.counts.documents}`;
}

/** One book a unit, kind and year, numbered without gaps (TT 01/2018 Đ.10). */
export const documentBook = (unit: string, kind: string, at: string): string =>
  `document:${unit}:${kind}:${localYear(at)}`;
