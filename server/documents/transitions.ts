/**
 * The life of a paper as a table: draft -> for signature -> signed -> issued -> sent; an issued one never changes,
 * it is replaced by a new one or withdrawn (NĐ 30/2020 Đ.10-18). `printing` is issued, its PDF on the way.
 * Papers of steps and operations begin there: whoever did the step answers for them.
 */
import { type Actor, holdsPosition } from '../access/actor.ts';
import type { DocumentAction, DocumentState } from '../contract/documents.ts';
import { type Capacity, capacitiesOf } from '../dossiers/capacities.ts';
import type { DossierRecord } from '../dossiers/records.ts';
import type { DocumentRecord } from './records.ts';

/** `signer`: a head of the unit in whose name the paper is signed. */
type DocumentCapacity = Exclude<Capacity, 'applicant'> | 'signer';

interface DocumentTransition {
  on: DocumentAction;
  from: readonly DocumentState[];
  to: DocumentState;
  /** any of them may */
  by: readonly DocumentCapacity[];
}

const STAFF = ['counter', 'handler', 'leader'] as const;

const DOCUMENT_TRANSITIONS: readonly DocumentTransition[] = [
  { on: 'revise', from: ['draft'], to: 'draft', by: STAFF },
  { on: 'submit', from: ['draft'], to: 'for-signature', by: STAFF },
  { on: 'sign', from: ['draft', 'for-signature'], to: 'signed', by: ['signer'] },
  { on: 'send-back', from: ['for-signature', 'signed'], to: 'draft', by: ['signer'] },
  { on: 'issue', from: ['signed'], to: 'printing', by: STAFF },
  { on: 'send', from: ['issued'], to: 'sent', by: STAFF },
  { on: 'reissue', from: ['printing', 'issued', 'sent'], to: 'replaced', by: ['counter', 'leader'] },
  {
    on: 'withdraw',
    from: ['draft', 'for-signature', 'signed', 'printing', 'issued', 'sent'],
    to: 'withdrawn',
    by: ['counter', 'leader'],
  },
];

/** Without number and print: nothing has been issued yet. */
export const isUnissued = ({ state }: Pick<DocumentRecord, 'state'>): boolean =>
  state === 'draft' || state === 'for-signature' || state === 'signed';

export const documentTransition = (
  action: DocumentAction,
  state: DocumentState,
): DocumentTransition | undefined =>
  DOCUMENT_TRANSITIONS.find(({ on, from }) => on === action && from.includes(state));

/** Who asks, about a paper of which dossier. */
export interface AskingAbout {
  actor: Actor;
  dossier: DossierRecord;
}

/** What this person may do with a paper now; what a screen offers as buttons. */
export const possibleActions = (paper: DocumentRecord, asking: AskingAbout): DocumentAction[] =>
  DOCUMENT_TRANSITIONS.filter(({ on, from }) => from.includes(paper.state) && mayAct(on, paper, asking)).map(
    ({ on }) => on,
  );

/** Whether it is this person's part, whatever the paper's state. */
export function mayAct(
  action: DocumentAction,
  paper: DocumentRecord,
  { actor, dossier }: AskingAbout,
): boolean {
  if (actor.kind === 'system') return true;
  const held: Set<DocumentCapacity | 'applicant'> = capacitiesOf(actor, dossier);
  const unit = paper.signed?.unit ?? paper.draft?.signer.unit;
  if (unit !== undefined && holdsPosition(actor, unit, 'leader')) held.add('signer');
  // What a head has signed, only a head may put another in place of.
  if (action === 'reissue' && paper.signed) return held.has('signer');
  return DOCUMENT_TRANSITIONS.some(({ on, by }) => on === action && by.some((part) => held.has(part)));
}
