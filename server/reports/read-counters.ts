/** Sums of counters over a span of days: whole months before it, days within it; dossiers are never touched. */
import type { Collection, Condition } from '../store/store.ts';
import type { Counts } from './counts.ts';
import { add } from './fold.ts';
import type { CounterRecord } from './records.ts';

export interface Sums {
  /** everything before the first day */
  before: Counts;
  /** from the first to the last day */
  within: Counts;
  /** of `within`, received by channel */
  channels: Record<CounterRecord['channel'], Counts>;
}

export const noSums = (): Sums => ({
  before: {},
  within: {},
  channels: { counter: {}, online: {}, postal: {} },
});

/** @param span days `YYYY-MM-DD`, both included; @param keyOf what is summed together */
export async function readCounters(
  counters: Collection<CounterRecord>,
  { from, to }: { from: string; to: string },
  keyOf: (counter: CounterRecord) => string,
): Promise<Map<string, Sums>> {
  const sums = new Map<string, Sums>();
  const month = from.slice(0, 7);
  const sumOf = (counter: CounterRecord): Sums => {
    const key = keyOf(counter);
    const known = sums.get(key) ?? noSums();
    sums.set(key, known);
    return known;
  };
  const addBefore = (counter: CounterRecord) => {
    const sum = sumOf(counter);
    sum.before = add(sum.before, counter.counts);
  };
  await each(counters, { span: 'month', period: { lt: month } }, addBefore);
  await each(counters, { span: 'day', period: { gte: month, lt: from } }, addBefore);
  await each(counters, { span: 'day', period: { gte: from, lte: to } }, (counter) => {
    const sum = sumOf(counter);
    sum.within = add(sum.within, counter.counts);
    sum.channels[counter.channel] = add(sum.channels[counter.channel], counter.counts);
  });
  return sums;
}

async function each(
  counters: Collection<CounterRecord>,
  where: Record<string, Condition>,
  use: (counter: CounterRecord) => void,
): Promise<void> {
  for (let cursor: string | undefined; ; ) {
    const page = await counters.find({
      where,
      sort: [
        { field: 'span', direction: 'asc' },
        { field: 'period', direction: 'asc' },
      ],
      limit: 1000,
      ...(cursor && { cursor }),
    });
    for (const { doc } of page.items) use(doc);
    cursor = page.next;
    if (cursor === undefined) return;
  }
}
