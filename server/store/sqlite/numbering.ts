/**
 * Numbers of gap-free sequences, given before the commit that takes them is written: its documents contain them. Each
 * is given as if all commits before went through. When one did not, those after it are refused by the writer, and numbered anew.
 */
import type { NumberedCommit, Write } from '../store.ts';
import type { PreparedCommit } from './prepared-commit.ts';
import { NumberTaken } from './write.ts';

export interface NumberingOptions {
  /** the last number that is written of a sequence, 0 when none */
  lastOf: (key: string) => number;
  /** @throws NumberTaken */
  run: (writes: Write[], numbers: PreparedCommit['numbers']) => Promise<void>;
}

/** A sequence whose numbers are under way. */
interface Given {
  last: number;
  underWay: number;
  /** a number of it was not taken: nobody gets the next before all that are under way have ended */
  isStuck: boolean;
  ended: Promise<void>;
  end: () => void;
}

/** @returns commits, whatever becomes of others meanwhile; throws what its own writes are refused for */
export function numbering({ lastOf, run }: NumberingOptions): (commit: NumberedCommit) => Promise<void> {
  const sequences = new Map<string, Given>();

  const begin = (key: string): Given => {
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const given = { last: lastOf(key), underWay: 0, isStuck: false, ended, end };
    sequences.set(key, given);
    return given;
  };
  const take = (key: string): [string, number] => {
    const given = sequences.get(key) ?? begin(key);
    given.underWay += 1;
    given.last += 1;
    return [key, given.last];
  };
  const release = (key: string, isTaken: boolean) => {
    const given = sequences.get(key)!;
    given.isStuck ||= !isTaken;
    given.underWay -= 1;
    if (given.underWay > 0) return;
    sequences.delete(key);
    given.end();
  };

  return async ({ take: wanted, writes }) => {
    const keys = [...new Set(wanted)];
    for (;;) {
      const stuck = keys.map((key) => sequences.get(key)).find((given) => given?.isStuck);
      if (stuck) {
        await stuck.ended;
        continue;
      }
      const numbers = keys.map(take);
      const underWay = keys.map((key) => sequences.get(key)!.ended);
      let isTaken = false;
      try {
        await run(writes(Object.fromEntries(numbers)), numbers);
        isTaken = true;
        return;
      } catch (fault) {
        if (!(fault instanceof NumberTaken)) throw fault;
      } finally {
        for (const key of keys) release(key, isTaken);
      }
      // Who was refused before goes before.
      await Promise.all(underWay);
    }
  };
}
