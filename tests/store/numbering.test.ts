import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { numbering } from '../../server/store/sqlite/numbering.ts';
import { NumberTaken } from '../../server/store/sqlite/write.ts';
import type { Write } from '../../server/store/store.ts';
import { runs } from '../support/property-runs.ts';

type Numbers = [key: string, number: number][];

/** Takes commits in order, some turns of the event loop later, as the thread that writes does. */
function slowWriter() {
  const sequences = new Map<string, number>();
  const written = new Map<string, Record<string, number>>();
  let line = Promise.resolve();
  const take = async (writes: Write[], numbers: Numbers) => {
    await new Promise(setImmediate);
    const stale = numbers.find(([key, number]) => number !== (sequences.get(key) ?? 0) + 1);
    if (stale) throw new NumberTaken(stale[0]);
    const [write] = writes;
    if (write!.id.startsWith('refused')) throw new Error(write!.id);
    for (const [key, number] of numbers) sequences.set(key, number);
    written.set(write!.id, Object.fromEntries(numbers));
  };
  const run = (writes: Write[], numbers: Numbers) => {
    const taken = line.then(() => take(writes, numbers));
    line = taken.catch(() => {});
    return taken;
  };
  return { written, run, lastOf: (key: string) => sequences.get(key) ?? 0 };
}

const order = fc.record({
  keys: fc.subarray(['receipts', 'notices'], { minLength: 1 }),
  isRefused: fc.boolean(),
  /** turns of the event loop before it comes */
  after: fc.nat(6),
});

describe('numbers given before they are written', () => {
  it('have neither gap nor double, whichever commits are refused on the way, and no other is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 25 }), async (orders) => {
        const writer = slowWriter();
        const commit = numbering(writer);
        const outcomes = await Promise.allSettled(
          orders.map(async ({ keys, isRefused, after }, index) => {
            for (let turn = 0; turn < after; turn++) await new Promise(setImmediate);
            const id = `${isRefused ? 'refused' : 'kept'}${index}`;
            await commit({
              take: keys,
              writes: (numbers) => [{ op: 'insert', collection: 'papers', id, doc: { numbers } }],
            });
          }),
        );
        expect(outcomes.map(({ status }) => status)).toEqual(
          orders.map(({ isRefused }) => (isRefused ? 'rejected' : 'fulfilled')),
        );
        for (const key of ['receipts', 'notices']) {
          const given = [...writer.written.values()].flatMap((numbers) => numbers[key] ?? []);
          expect(given).toEqual(given.map((_, index) => index + 1));
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('are those that the documents were made with', async () => {
    const made: Record<string, number>[] = [];
    const writer = slowWriter();
    const commit = numbering(writer);
    const paper = (id: string) =>
      commit({
        take: ['receipts'],
        writes: (numbers) => {
          made.push(numbers);
          return [{ op: 'insert', collection: 'papers', id, doc: {} }];
        },
      });
    await Promise.allSettled([paper('refused'), paper('a'), paper('b')]);
    expect(Object.fromEntries(writer.written)).toEqual({ a: { receipts: 1 }, b: { receipts: 2 } });
    // The first three as if all went through, then those that came after the one refused.
    expect(made.map(({ receipts }) => receipts)).toEqual([1, 2, 3, 1, 2]);
  });
});
