import type { z } from 'zod';
import type { DocumentAction, documentBodies } from '../contract/documents.ts';
import type { Turn } from '../runtime/turn.ts';
import type { Stored } from '../store/store.ts';
import type { DocumentRecord } from './records.ts';

export type DocumentBody<A extends DocumentAction> = z.output<(typeof documentBodies)[A]>;

/** What each action on a paper is given; the table of transitions has allowed it. */
export interface DocumentAct<A extends DocumentAction> {
  turn: Turn;
  paper: Stored<DocumentRecord>;
  body: DocumentBody<A>;
}
