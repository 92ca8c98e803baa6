/** What one dossier contributes to the statistics as it stands; sums of it are the reports (domain 7.1). */
import { timeliness } from '../../calendar/index.ts';
import type { StatusKey } from '../contract/dossiers.ts';
import { localDay } from '../deadlines/local-time.ts';
import { overdueKey } from '../deadlines/watch/marks.ts';
import type { DossierRecord } from '../dossiers/records.ts';
import { COUNTERS, type Counter, type Counts, type Standing } from './counts.ts';

/** Statuses whose clock stands still: shown in a column of their own. */
const SUSPENDED: readonly StatusKey[] = [
  'supplement_requested',
  'payment_required',
  'withdrawal_requested',
  'suspended',
];

export const NOWHERE: Standing = { unit: '', counts: {} };

/** Received is what has a receipt; before it, only a rejection counts. */
export function standingOf(dossier: DossierRecord): Standing {
  const { status, acceptedAt, delivery, units } = dossier;
  const unit = units.competent;
  if (acceptedAt === undefined) return { unit, counts: flags({ rejected: status === 'rejected_at_intake' }) };
  const result = resultOf(dossier);
  return {
    unit,
    counts: flags({
      received: true,
      resolved: result !== undefined,
      early: result === 'early',
      onTime: result === 'on-time',
      late: result === 'late',
      stopped: status === 'stopped',
      suspended: SUSPENDED.includes(status),
      overdue: isKnownOverdue(dossier),
      returned: status === 'returned',
      returnedByPost: status === 'returned' && delivery.method === 'postal',
    }),
  };
}

/** What a command changed: taken away where it was, added where it is. Empty when nothing counts differently. */
export function difference(before: Standing, after: Standing): Standing[] {
  if (before.unit === after.unit)
    return nonEmpty([{ unit: after.unit, counts: minus(after.counts, before.counts) }]);
  return nonEmpty([
    { unit: before.unit, counts: minus({}, before.counts) },
    { unit: after.unit, counts: after.counts },
  ]);
}

/** The day it is counted on: of the command, or of the reception when that counts from a later one (DL05, DL06). */
export const countedOn = (at: string, { receivedAt }: DossierRecord): string =>
  localDay(receivedAt > at ? receivedAt : at);

/** Where no date was promised none was missed (DL28). */
const resultOf = ({ resolvedAt, clock }: DossierRecord) => {
  if (resolvedAt === undefined) return undefined;
  return clock ? timeliness(resolvedAt, clock.dueAt) : 'on-time';
};

/** Once the watch has seen it: a count changes with an event, never by itself. */
const isKnownOverdue = ({ clock, watch }: DossierRecord): boolean =>
  clock?.state === 'running' && (watch?.reached.includes(overdueKey(clock.dueAt)) ?? false);

const flags = (facts: Partial<Record<Counter, boolean>>): Counts =>
  Object.fromEntries(COUNTERS.flatMap((counter) => (facts[counter] ? [[counter, 1]] : [])));

const minus = (left: Counts, right: Counts): Counts =>
  Object.fromEntries(
    COUNTERS.flatMap((counter) => {
      const change = (left[counter] ?? 0) - (right[counter] ?? 0);
      return change === 0 ? [] : [[counter, change]];
    }),
  );

const nonEmpty = (standings: Standing[]): Standing[] =>
  standings.filter(({ counts }) => Object.keys(counts).length > 0);
