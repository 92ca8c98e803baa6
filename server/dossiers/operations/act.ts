/** What each operation is given, and the part that all of them share. */
import type { z } from 'zod';
import type { PaperParts } from '../../../templates/complete-paper.ts';
import type { Operation, operationBodies } from '../../contract/dossiers.ts';
import { issueDocument } from '../../documents/issue-document.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Turn } from '../../runtime/turn.ts';
import { moveStatus } from '../move-status.ts';
import type { Transition } from '../statuses.ts';

export type Body<O extends Operation> = z.output<(typeof operationBodies)[O]>;

export interface Act<O extends Operation> {
  runtime: Runtime;
  turn: Turn;
  /** the row of the table that is taken */
  row: Transition;
  body: Body<O>;
  language: 'vi' | 'en';
}

/** Takes the row: hold, status with its clock, paper. */
export function take(
  { turn, row }: Pick<Act<Operation>, 'turn' | 'row'>,
  { reason = '', paper = {} }: { reason?: string; paper?: PaperParts } = {},
): void {
  const { dossier, actor, at } = turn;
  if (row.hold && row.on !== 'step')
    dossier.hold = { operation: row.on, at, actor: actor.id, ...(reason && { reason }) };
  else if (row.from !== row.to) delete dossier.hold;
  moveStatus(turn, row.to, reason);
  if (row.document) issueDocument(turn, row.document, { reason, ...paper });
}
