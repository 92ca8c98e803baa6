/**
 * The texts of documents that were read by id and are likely to be read again: sessions, accounts, the dossiers at work. Kept
 * up with what is written; right because nobody else writes to the file.
 */
import type { Parts } from './kept-apart.ts';
import { documentKey, type PreparedCommit, type PreparedWrite } from './prepared-commit.ts';
import { secondChance } from './second-chance.ts';

export interface RecentDocument {
  version: number;
  text: string;
  /** fields that its collection keeps apart */
  parts?: Parts | undefined;
}

export interface RecentDocuments {
  find(collection: string, id: string): RecentDocument | undefined;
  /** It was read so. */
  keep(collection: string, id: string, read: RecentDocument): void;
  /** A commit is on its way. @returns to be called with whether it was written once that is known */
  follow(commit: PreparedCommit): (isWritten: boolean) => void;
}

/** Characters of all texts together; two bytes each at most. */
const MOST_KEPT = 4_000_000;
/** A definition with its drawing may be large, and is remembered by whoever works with it. */
const LONGEST_KEPT = 50_000;

export function recentDocuments(): RecentDocuments {
  const kept = secondChance<RecentDocument>({ most: MOST_KEPT, weigh: ({ text }) => text.length });
  const keep = (key: string, document: RecentDocument) => {
    if (document.text.length <= LONGEST_KEPT) kept.set(key, document);
    else kept.delete(key);
  };
  /** What a write makes of the document; nothing when it is to be read anew, or was not asked for lately. */
  const afterwards = (key: string, write: PreparedWrite): RecentDocument | undefined => {
    const known = kept.get(key);
    if (!known || write.op !== 'replace' || write.apart !== undefined) return undefined;
    return { version: write.version + 1, text: write.text, parts: known.parts };
  };

  return {
    find: (collection, id) => kept.get(documentKey(collection, id)),
    keep: (collection, id, read) => keep(documentKey(collection, id), read),
    follow: ({ writes }) => {
      // Not the commit itself: its texts need not live until it is answered.
      const rewritten = writes.filter(({ op }) => op !== 'insert');
      const expected = rewritten.map((write) => {
        const key = documentKey(write.collection, write.id);
        return { key, document: afterwards(key, write) };
      });
      return (isWritten) => {
        for (const { key, document } of expected) {
          const known = kept.get(key);
          if (!known) continue;
          // Of two commits that are answered the later one may have been read before.
          if (isWritten && document && known.version >= document.version) continue;
          if (isWritten && document) keep(key, document);
          else kept.delete(key);
        }
      };
    },
  };
}
