/**
 * The texts of documents that were read by id and are likely to be read again: sessions, accounts, the dossiers at work. Kept
 * up with what is written; right because nobody else writes to the file.
 */
import type { Parts } from './kept-apart.ts';
import { documentKey, type PreparedCommit, type PreparedWrite } from './prepared-commit.ts';

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
  const kept = new Map<string, RecentDocument>();
  let characters = 0;
  const drop = (key: string) => {
    characters -= kept.get(key)?.text.length ?? 0;
    kept.delete(key);
  };
  const put = (key: string, document: RecentDocument) => {
    drop(key);
    if (document.text.length > LONGEST_KEPT) return;
    kept.set(key, document);
    characters += document.text.length;
    while (characters > MOST_KEPT) drop(kept.keys().next().value!);
  };
  /** What a write makes of the document; nothing when it is to be read anew, or was not asked for lately. */
  const afterwards = (key: string, write: PreparedWrite): RecentDocument | undefined => {
    const known = kept.get(key);
    if (!known || write.op !== 'replace' || write.apart !== undefined) return undefined;
    return { version: write.version + 1, text: write.text, parts: known.parts };
  };

  return {
    find: (collection, id) => {
      const key = documentKey(collection, id);
      const known = kept.get(key);
      if (!known) return undefined;
      // Those not asked for go first.
      kept.delete(key);
      kept.set(key, known);
      return known;
    },
    keep: (collection, id, read) => put(documentKey(collection, id), read),
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
          if (isWritten && document) put(key, document);
          else drop(key);
        }
      };
    },
  };
}
