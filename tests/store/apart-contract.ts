/** Fields kept apart: to a reader every store's documents are whole, whatever is written back, kept, borrowed or left out. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Store, Write } from '../../server/store/store.ts';
import type { StoreUnderTest } from './contract.ts';

interface Kept {
  note: number;
  form?: unknown;
  pins?: unknown;
}

const KEPT = {
  name: 'kept',
  indexes: [{ name: 'byNote', fields: ['note'] }],
  apart: ['form', 'pins'],
};

const IDS = ['a', 'b', 'c'];
const id = fc.constantFrom(...IDS);
const part = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.constantFrom('', 'Đơn'),
  fc.record({ name: fc.constantFrom('Ân', 'Bình'), floors: fc.array(fc.nat(3), { maxLength: 2 }) }),
);
const step = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), id, form: part, pins: part }),
  fc.record({ kind: fc.constant('put' as const), id, form: part, pins: part }),
  // Parts as they were read, of the same document or of another, now or some steps ago.
  fc.record({ kind: fc.constant('borrow' as const), id, form: id, pins: id, ago: fc.nat(3) }),
  fc.record({ kind: fc.constant('remove' as const), id }),
);

export function apartContract(name: string, open: () => Promise<StoreUnderTest>, { runs = 60 } = {}): void {
  it(`${name}: documents are whole, however their parts are kept`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const under = await open();
        try {
          const model = new Map<string, Kept>();
          const read: Read[] = [];
          for (const [note, each] of steps.entries()) {
            await under.store.commit([await writeOf(under.store, { model, read, note, each })]);
            await expectWhole(under.store, model);
          }
          await expectWhole(await under.reopen(), model);
        } finally {
          await under.dispose();
        }
      }),
      { numRuns: runs },
    );
  });
}

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What was read at each step, by id. */
type Read = Map<string, Kept>;

/** What the step writes; the model knows it from here on. */
async function writeOf(
  store: Store,
  { model, read, note, each }: { model: Map<string, Kept>; read: Read[]; note: number; each: Step },
): Promise<Write> {
  const kept = store.collection<Kept>(KEPT);
  const now = await Promise.all(IDS.map(async (one) => [one, (await kept.get(one))?.doc] as const));
  read.push(new Map(now.flatMap(([one, doc]) => (doc ? [[one, doc] as const] : []))));
  const target = { collection: KEPT.name, id: each.id };
  if (each.kind === 'remove') {
    model.delete(each.id);
    return { op: 'delete', ...target };
  }
  const then = each.kind === 'borrow' ? read.at(-1 - each.ago) : undefined;
  const parts =
    each.kind === 'borrow'
      ? { form: then?.get(each.form)?.form, pins: then?.get(each.pins)?.pins }
      : { form: each.form, pins: each.pins };
  const doc: Kept = { note, ...parts };
  const before = await kept.get(each.id);
  model.set(each.id, JSON.parse(JSON.stringify(doc)));
  if (each.kind === 'put') return { op: 'put', ...target, doc };
  return before
    ? { op: 'replace', ...target, version: before.version, doc }
    : { op: 'insert', ...target, doc };
}

async function expectWhole(store: Store, model: ReadonlyMap<string, Kept>): Promise<void> {
  const kept = store.collection<Kept>(KEPT);
  const expected = IDS.flatMap((each) => (model.has(each) ? [{ id: each, doc: model.get(each) }] : []));
  const shown = (found: { id: string; doc: Kept }[]) => found.map(({ id, doc }) => ({ id, doc }));
  const one = await Promise.all(IDS.map((each) => kept.get(each)));
  expect(shown(one.flatMap((found) => found ?? []))).toEqual(expected);
  expect(shown(await kept.getMany(IDS))).toEqual(expected);
  const { items } = await kept.find({ where: { note: { gte: 0 } } });
  expect(shown(items).sort((left, right) => (left.id < right.id ? -1 : 1))).toEqual(expected);
}
