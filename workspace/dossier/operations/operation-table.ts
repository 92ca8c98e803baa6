/** What a dossier can be told, as dialogs: which fields each asks for, and whether it can be undone. */
import type { Operation } from '../../../server/contract/dossiers.ts';

export type FieldName =
  | 'reason'
  | 'note'
  | 'papers'
  | 'days'
  | 'items'
  | 'method'
  | 'reference'
  | 'amount'
  | 'dueAt'
  | 'unit'
  | 'outcome'
  | 'outcomeReason'
  | 'attachments'
  | 'to'
  | 'delivery';

export interface OperationDialogSpec {
  fields: FieldName[];
  /** a button of its own; the others are in the menu */
  isMain?: true;
  /** ends something for good: the dialog says so and its button is red */
  isFinal?: true;
}

export const OPERATIONS: Record<Operation, OperationDialogSpec> = {
  accept: { fields: ['note'], isMain: true },
  supplement: { fields: ['attachments'], isMain: true },
  pay: { fields: ['method', 'amount', 'reference'], isMain: true },
  resume: { fields: ['note'], isMain: true },
  return: { fields: ['to', 'delivery'], isMain: true, isFinal: true },
  'request-supplement': { fields: ['reason', 'papers', 'days'] },
  'request-payment': { fields: ['items'] },
  suspend: { fields: ['reason'] },
  extend: { fields: ['reason', 'dueAt'] },
  apologise: { fields: ['reason', 'dueAt'] },
  transfer: { fields: ['unit', 'reason'] },
  finish: { fields: ['outcome', 'outcomeReason', 'attachments'], isFinal: true },
  withdraw: { fields: ['reason'], isFinal: true },
  refuse: { fields: ['reason'], isFinal: true },
};

/** The operations among a dossier's abilities, in the table's order. */
export const operationsIn = (abilities: readonly string[]): Operation[] =>
  (Object.keys(OPERATIONS) as Operation[]).filter((operation) => abilities.includes(operation));
