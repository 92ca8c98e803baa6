import { record, type Turn } from '../runtime/turn.ts';
import type { Stored } from '../store/store.ts';
import { type DocumentRecord, documentSpec } from './records.ts';

/** Writes a stored paper anew in the turn's commit, guarded by the version that was read. */
export function rewriteDocument(turn: Turn, paper: Stored<DocumentRecord>, doc: DocumentRecord): void {
  turn.writes.push({
    op: 'replace',
    collection: documentSpec.name,
    id: paper.id,
    version: paper.version,
    doc,
  });
}

/** The line of the history about a paper. */
export const tellOfDocument = (
  turn: Turn,
  type: string,
  { kind, name, number }: DocumentRecord,
  { reason, ...further }: { reason?: string; to?: string; unit?: string } = {},
): void =>
  record(turn, {
    type,
    ...(reason && { reason }),
    after: { kind, document: name, ...(number && { number }), ...further },
  });
