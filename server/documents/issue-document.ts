/** Puts a paper on a turn: it is numbered in the commit, readable as HTML at once, printed by a job. */
import type { PaperParts } from '../../templates/complete-paper.ts';
import { localYear } from '../deadlines/local-time.ts';
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
  dossier.counts.documents += 1;
  const name = `${kind}-${dossier.counts.documents}`;
  turn.papers.push({
    name,
    kind,
    title: documentTitle(kind, 'vi', template.title),
    template: { key: kind, version: template.version },
    book: documentBook(dossier.units.receiving, kind, turn.at),
    symbol: documentSymbol(kind),
    details,
  });
  record(turn, { type: 'document-issued', after: { kind, document: name } });
}

/** One book a unit, kind and year, numbered without gaps (TT 01/2018 Đ.10). */
export const documentBook = (unit: string, kind: string, at: string): string =>
  `document:${unit}:${kind}:${localYear(at)}`;
