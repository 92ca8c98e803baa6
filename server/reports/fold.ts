/** Folding history into counters: sums, so that the order does not matter and each record counts once. */
import type { HistoryRecord } from '../dossiers/records.ts';
import type { Counter, Counts } from './counts.ts';
import type { CounterRecord } from './records.ts';

/** Adds what a history record changed; `counters` by id. */
export function fold(
  counters: Map<string, CounterRecord>,
  { tally, procedure, channel }: HistoryRecord,
): void {
  if (!tally) return;
  const { day, field, changes } = tally;
  for (const { unit, counts } of changes) {
    const key = { unit, procedure, field, channel };
    addTo(counters, { ...key, span: 'day', period: day, counts });
    addTo(counters, { ...key, span: 'month', period: day.slice(0, 7), counts });
  }
}

export const counterId = ({ period, unit, procedure, channel }: Omit<CounterRecord, 'counts'>): string =>
  [period, unit, procedure, channel].join('|');

export function add(left: Counts, right: Counts): Counts {
  const sum = { ...left };
  for (const [counter, number] of Object.entries(right) as [Counter, number][]) {
    sum[counter] = (sum[counter] ?? 0) + number;
  }
  return sum;
}

function addTo(counters: Map<string, CounterRecord>, change: CounterRecord): void {
  const id = counterId(change);
  const known = counters.get(id);
  counters.set(id, known ? { ...known, counts: add(known.counts, change.counts) } : change);
}
