/** What a paper can be told, as dialogs: which fields each asks for, which is what it waits for, which cannot be undone. */
import type { DocumentAction, DocumentResource } from '../../server/contract/documents.ts';

export type DocumentField = 'reason' | 'letter' | 'newDate' | 'text' | 'to' | 'method';

export interface DocumentActionSpec {
  fields: DocumentField[];
  /** what the paper waits for: a button of its own; the others are in the menu */
  isMain?: true;
  /** the dialog shows the paper itself */
  showsPaper?: true;
  /** ends something for good: the dialog says so and its button is red */
  isFinal?: true;
}

export const DOCUMENT_ACTIONS: Record<DocumentAction, DocumentActionSpec> = {
  sign: { fields: [], isMain: true, showsPaper: true },
  submit: { fields: [], isMain: true },
  issue: { fields: [], isMain: true, showsPaper: true },
  send: { fields: ['to', 'method'] },
  revise: { fields: ['letter', 'newDate'] },
  'send-back': { fields: ['reason'] },
  reissue: { fields: ['reason', 'text'] },
  withdraw: { fields: ['reason'], isFinal: true },
};

/** The actions among a paper's abilities, in the table's order. */
export const actionsOf = ({ abilities }: Pick<DocumentResource, 'abilities'>): DocumentAction[] =>
  (Object.keys(DOCUMENT_ACTIONS) as DocumentAction[]).filter((action) => abilities.includes(action));
