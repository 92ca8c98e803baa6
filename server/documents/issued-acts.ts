/** What is done with a paper that was issued. It never changes itself: what is wrong in it is replaced by a new one. */
import type { PaperParts } from '../../templates/complete-paper.ts';
import { problem } from '../http/problem.ts';
import type { DocumentAct } from './document-act.ts';
import { signatureOf } from './draft-acts.ts';
import { issueInstead, withdrawDraft } from './issue-document.ts';
import { issuingUnit } from './kinds.ts';
import { rewriteDocument, tellOfDocument } from './rewrite-document.ts';
import { isUnissued } from './transitions.ts';

/** Keeps to whom it went, and how; nothing is sent by this (R060). */
export function send({ turn, paper, body }: DocumentAct<'send'>): void {
  const sent = { at: turn.at, by: turn.actor.name, ...body };
  rewriteDocument(turn, paper, { ...paper.doc, state: 'sent', sent });
  tellOfDocument(turn, 'document-sent', paper.doc, { to: body.to });
}

/** A draft is dropped without a trace in the books; an issued paper keeps its number and can still be read. */
export function withdraw({ turn, paper, body: { reason } }: DocumentAct<'withdraw'>): void {
  if (isUnissued(paper.doc)) {
    withdrawDraft(turn, paper.doc.kind, reason);
    return;
  }
  const withdrawn = { at: turn.at, reason, by: turn.actor.name };
  rewriteDocument(turn, paper, { ...paper.doc, state: 'withdrawn', withdrawn });
  tellOfDocument(turn, 'document-withdrawn', paper.doc, { reason });
}

/**
 * Written anew from the dossier as it is, with what its operation had given. The new paper names the old one, which
 * becomes replaced; both keep their numbers. A head's paper is reissued under the hand of the head who does so.
 * @throws Problem document.no-template
 */
export function reissue({ turn, paper, body }: DocumentAct<'reissue'>): void {
  const { doc } = paper;
  const unit = doc.signed?.unit ?? issuingUnit(doc.kind, turn.dossier.units);
  const { signer, ...signature } = doc.signed ? signatureOf(turn, unit) : {};
  const replacedBy = issueInstead(turn, {
    kind: doc.kind,
    unit,
    details: {
      ...(doc.details ?? given(doc.data)),
      ...(signer && { signer }),
      ...(body.text && { reason: body.text }),
    },
    insteadOf: { id: doc.name, number: doc.number, issuedAt: doc.issuedAt, reason: body.reason },
    ...signature,
  });
  if (!replacedBy) throw problem('document.no-template', 409, { values: { kind: doc.kind } });
  rewriteDocument(turn, paper, { ...doc, state: 'replaced', replacedBy });
}

/** What only an operation knows, of papers from before it was kept beside them. */
const GIVEN = [
  'reason',
  'supplement',
  'refusal',
  'appointment',
  'extension',
  'stop',
  'payment',
  'returned',
] as const;

const given = (data: PaperParts): PaperParts =>
  Object.fromEntries(GIVEN.flatMap((part) => (data[part] === undefined ? [] : [[part, data[part]]])));
