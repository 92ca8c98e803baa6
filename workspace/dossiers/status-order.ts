import type { StatusKey } from '../../server/contract/dossiers.ts';

/** The statuses in the order a dossier passes them; the one that never begins comes last. */
export const STATUS_ORDER: StatusKey[] = [
  'registered',
  'accepted',
  'in_progress',
  'supplement_requested',
  'payment_required',
  'withdrawal_requested',
  'suspended',
  'stopped',
  'resolved',
  'returned',
  'rejected_at_intake',
];
