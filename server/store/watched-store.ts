/** A store that says which collections were written, so that what was read of them can be kept in memory. */
import type { NumberedCommit, Store, Write } from './store.ts';

export interface WatchedStore extends Store {
  /** called after each commit of this process that wrote into one of the collections */
  onWrite(collections: string[], told: () => void): void;
  /** Tells everybody: another process may have written anything. */
  wroteElsewhere(): void;
}

export function watchedStore(store: Store): WatchedStore {
  const watchers: { collections: Set<string>; told: () => void }[] = [];
  return {
    ...store,
    onWrite: (collections, told) => {
      watchers.push({ collections: new Set(collections), told });
    },
    wroteElsewhere: () => {
      for (const { told } of watchers) told();
    },
    commit: async (commit) => {
      const written = new Set<string>();
      await store.commit(noting(commit, written));
      for (const { collections, told } of watchers) {
        if ([...written].some((name) => collections.has(name))) told();
      }
    },
  };
}

function noting(commit: Write[] | NumberedCommit, written: Set<string>): Write[] | NumberedCommit {
  const note = (writes: Write[]): Write[] => {
    for (const { collection } of writes) written.add(collection);
    return writes;
  };
  if (Array.isArray(commit)) return note(commit);
  return { take: commit.take, writes: (numbers) => note(commit.writes(numbers)) };
}
