/** The counters of the statistics equal a recount: of the history they were folded from, and of the dossiers themselves. */
import { dossierSpec, historySpec } from '../dossiers/records.ts';
import { COUNTERS, type Counts } from '../reports/counts.ts';
import { add, fold } from '../reports/fold.ts';
import { type CounterRecord, counterSpec, unfoldedSpec } from '../reports/records.ts';
import { standingOf } from '../reports/standing.ts';
import { everything, type Finding, type Readable } from './finding.ts';

export async function* counterFindings(store: Readable): AsyncIterable<Finding> {
  const unfolded = new Set<string>();
  for await (const { id } of everything(store.collection(unfoldedSpec))) unfolded.add(id);
  const folded = new Map<string, CounterRecord>();
  const told = new Map<string, Counts>();
  for await (const { id, doc } of everything(store.collection(historySpec))) {
    if (!unfolded.has(id)) fold(folded, doc);
    for (const { unit, counts } of doc.tally?.changes ?? [])
      sum(told, [unit, doc.procedure, doc.channel], counts);
  }
  const stored = new Map<string, Counts>();
  for await (const { id, doc } of everything(store.collection(counterSpec))) stored.set(id, doc.counts);
  const recounted = new Map([...folded].map(([id, { counts }]) => [id, counts]));
  yield* differences(stored, recounted);

  const standing = new Map<string, Counts>();
  for await (const { doc } of everything(store.collection(dossierSpec))) {
    const { unit, counts } = standingOf(doc);
    sum(standing, [unit, doc.procedure.code, doc.channel], counts);
  }
  yield* differences(told, standing);
}

function sum(sums: Map<string, Counts>, key: string[], counts: Counts): void {
  const id = key.join('|');
  sums.set(id, add(sums.get(id) ?? {}, counts));
}

function* differences(counted: Map<string, Counts>, found: Map<string, Counts>): Iterable<Finding> {
  for (const key of new Set([...counted.keys(), ...found.keys()])) {
    for (const counter of COUNTERS) {
      const values = { counted: counted.get(key)?.[counter] ?? 0, found: found.get(key)?.[counter] ?? 0 };
      if (values.counted !== values.found)
        yield { code: 'verify.counter', values: { counter: `${key} ${counter}`, ...values } };
    }
  }
}
