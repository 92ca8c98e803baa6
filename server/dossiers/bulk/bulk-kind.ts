/** What an undertaking on many dossiers is made of; one object a kind. */
import type { Action, Subject } from '../../access/ability.ts';
import type { Actor } from '../../access/actor.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Write } from '../../store/store.ts';
import type { BulkOrder } from './records.ts';

/** A page of the look that comes first. */
export interface Looked {
  looked: number;
  /** what is concerned, with what would become of it */
  found: { code: string; preview: object }[];
  /** absent on the last page */
  next?: string;
}

export interface Approved<O> {
  order: O;
  code: string;
  by: Actor;
  reason: string;
  decision?: string | undefined;
  /** written in the commit that changes the dossier */
  also: Write[];
}

export interface BulkKind<O extends BulkOrder> {
  /** who may start, approve and cancel it */
  ability: readonly [Action, Subject];
  look(runtime: Runtime, asked: { order: O; by: Actor; cursor?: string | undefined }): Promise<Looked>;
  /**
   * Changes one dossier as it is by now, in one commit with `also`.
   * @throws Problem when it does not apply any more: the dossier is left alone
   */
  apply(runtime: Runtime, approved: Approved<O>): Promise<void>;
}

export type BulkKinds = { [K in BulkOrder['kind']]: BulkKind<Extract<BulkOrder, { kind: K }>> };
