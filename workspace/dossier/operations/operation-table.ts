/** What a dossier can be told, as dialogs: which fields each asks for, and whether it can be undone. */
import type { Dossier, Operation } from '../../../server/contract/dossiers.ts';

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
  /** whether it is what the dossier waits for, and gets a button of its own; the others are in the menu */
  isMain?: (dossier: Dossier) => boolean;
  /** ends something for good: the dialog says so and its button is red */
  isFinal?: true;
}

const always = () => true;

export const OPERATIONS: Record<Operation, OperationDialogSpec> = {
  accept: { fields: ['note'], isMain: always },
  supplement: { fields: ['attachments'], isMain: always },
  pay: { fields: ['method', 'amount', 'reference'], isMain: ({ finance }) => finance.state === 'due' },
  resume: { fields: ['note'], isMain: always },
  return: { fields: ['to', 'delivery'], isMain: always, isFinal: true },
  correct: { fields: ['reason'] },
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
