/** What is stored of statistics: counters folded from the history, and which of it is still to be folded. */
import type { Channel } from '../contract/dossiers.ts';
import type { CollectionSpec } from '../store/store.ts';
import type { Counts, Standing } from './counts.ts';

/** What a commit changed in the statistics; kept in its history record, so that everything can be counted anew. */
export interface Tally {
  /** local day it counts on */
  day: string;
  field: string;
  changes: Standing[];
}

/** Sums of a day, or of a month for what lies further back. */
export interface CounterRecord {
  /** `YYYY-MM-DD`, or `YYYY-MM` of a month */
  period: string;
  span: 'day' | 'month';
  unit: string;
  procedure: string;
  field: string;
  channel: Channel;
  counts: Counts;
}

export const counterSpec: CollectionSpec<CounterRecord> = {
  name: 'report-counters',
  indexes: [{ name: 'span', fields: ['span', 'period'] }],
};

/** Stored under the id of a history record that the counters do not hold yet. */
export interface Unfolded {
  at: string;
}

export const unfoldedSpec: CollectionSpec<Unfolded> = {
  name: 'report-unfolded',
  indexes: [{ name: 'at', fields: ['at'] }],
};
