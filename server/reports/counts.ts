/** What is counted, and what a dossier or a commit contributes to it. */
export const COUNTERS = [
  'received',
  'rejected',
  'resolved',
  'early',
  'onTime',
  'late',
  'stopped',
  'suspended',
  'overdue',
  'returned',
  'returnedByPost',
] as const;
export type Counter = (typeof COUNTERS)[number];
export type Counts = Partial<Record<Counter, number>>;

export interface Standing {
  /** the unit that resolves it: a transfer takes its counts along */
  unit: string;
  counts: Counts;
}
