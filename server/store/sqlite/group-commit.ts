/**
 * Group commit: what arrives together is written in one transaction and shares one sync; each caller is answered after it. The
 * sync runs beside the event loop, so that others are served while the disk works. A second group is written and synced
 * meanwhile, what arrives then waits for the next.
 */
import { StoreUnavailable } from '../store.ts';

interface Waiting<T> {
  commit: T;
  done: () => void;
  refused: (reason: unknown) => void;
}

/** What became of one commit of a group. */
export type Outcome = 'written' | { refused: unknown };

export interface GroupCommit<T> {
  /** Resolves when the commit is on the disk; rejects with what it was refused for. */
  run(commit: T): Promise<void>;
  /** Refuses what comes, writes what waits; resolves when all of it is answered. */
  stop(): Promise<void>;
}

export interface GroupCommitOptions<T> {
  /** Writes a group in one transaction. @returns what became of each, in order */
  write: (group: T[]) => Outcome[];
  /** resolves when what is written is on the disk */
  sync: () => Promise<void>;
  /** `false` writes and syncs each commit by itself, one after the other; for measuring only */
  grouped?: boolean;
}

const GROUPED = {
  /** Some milliseconds of writing: more would keep those who are synced meanwhile waiting for their answer. */
  largest: 24,
  /** Groups that are being synced: a lone commit need not wait for the sync before it, many still share one. */
  syncsAtOnce: 2,
};
const ALONE = { largest: 1, syncsAtOnce: 1 };

export function groupCommit<T>({ write, sync, grouped = true }: GroupCommitOptions<T>): GroupCommit<T> {
  const { largest, syncsAtOnce } = grouped ? GROUPED : ALONE;
  const waiting: Waiting<T>[] = [];
  const syncing: Promise<void>[] = [];
  /** all groups written so far are on the disk */
  let safe = Promise.resolve();
  let running: Promise<void> | undefined;
  let refusal: StoreUnavailable | undefined;

  const workOff = async () => {
    // Callers of this turn of the event loop belong together.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      if (syncing.length >= syncsAtOnce) {
        await Promise.race(syncing);
        continue;
      }
      const written = writeTogether(waiting.splice(0, largest));
      if (written.length > 0) answerWhenSynced(written);
    }
  };
  /** @returns whose commit is written, and answered when it is synced; the others have their refusal */
  const writeTogether = (group: Waiting<T>[]): Waiting<T>[] => {
    const outcomes = write(group.map(({ commit }) => commit));
    return group.filter(({ refused }, index) => {
      const outcome = outcomes[index]!;
      if (outcome === 'written') return true;
      refused(outcome.refused);
      return false;
    });
  };
  /** In order: of two syncs at once the first may hear alone that the disk failed both. */
  const answerWhenSynced = (written: Waiting<T>[]) => {
    safe = Promise.all([safe, sync()]).then(() => {});
    const answered = safe
      .then(() => {
        for (const { done } of written) done();
      })
      .catch((fault: unknown) => {
        // A disk that failed once may call its next sync a success without having what it lost: only a start reads what is there.
        refusal ??= new StoreUnavailable('unreachable', fault);
        for (const { refused } of [...written, ...waiting.splice(0)]) refused(refusal);
      })
      .finally(() => void syncing.splice(syncing.indexOf(answered), 1));
    syncing.push(answered);
  };
  const begin = () => {
    running ??= workOff().finally(() => {
      running = undefined;
      if (waiting.length > 0) begin();
    });
  };

  return {
    run: (commit) =>
      new Promise((done, refused) => {
        if (refusal) {
          refused(refusal);
          return;
        }
        waiting.push({ commit, done, refused });
        begin();
      }),
    stop: async () => {
      refusal ??= new StoreUnavailable('closed');
      while (running) await running;
      await Promise.all(syncing);
    },
  };
}
