/** What is done with a paper before it is issued. The dossier's own note of the draft moves with it. */
import type { PaperParts } from '../../templates/complete-paper.ts';
import type { DraftRecord, Signing } from '../dossiers/records.ts';
import type { Turn } from '../runtime/turn.ts';
import type { Stored } from '../store/store.ts';
import type { DocumentAct } from './document-act.ts';
import { documentData } from './document-data.ts';
import { issueDocument } from './issue-document.ts';
import type { DocumentRecord } from './records.ts';
import { rewriteDocument, tellOfDocument } from './rewrite-document.ts';

/** The reason is the letter's text; the new day goes into it, and is what the due date moves to. */
export function revise({ turn, paper, body }: DocumentAct<'revise'>): void {
  const { proposedDueAt = paper.doc.draft!.proposedDueAt } = body;
  const waiting = draftOf(turn, paper.doc);
  const details: PaperParts = {
    ...waiting.details,
    reason: body.reason,
    ...(proposedDueAt && { appointment: { newDueAt: proposedDueAt } }),
  };
  const draft = { ...paper.doc.draft!, ...(proposedDueAt && { proposedDueAt }) };
  Object.assign(waiting, { details, draft });
  rewrite(turn, paper, { ...paper.doc, details, draft, data: textOf(turn, paper.doc, details) });
  tellOfDocument(turn, 'document-revised', paper.doc);
}

export function submit({ turn, paper }: DocumentAct<'submit'>): void {
  const { unit } = paper.doc.draft!.signer;
  rewrite(turn, paper, { ...paper.doc, state: 'for-signature', awaiting: unit });
  tellOfDocument(turn, 'document-submitted', paper.doc, { unit });
}

/** What is signed is the text of this moment, under the name of whoever signs; it is issued word for word. */
export function sign({ turn, paper }: DocumentAct<'sign'>): void {
  const { unit } = paper.doc.draft!.signer;
  const { signed, signer } = signatureOf(turn, unit);
  const waiting = draftOf(turn, paper.doc);
  const details: PaperParts = { ...waiting.details, signer };
  const data = textOf(turn, paper.doc, details);
  Object.assign(waiting, { details, signed: { ...signed, data } });
  const { awaiting: _awaiting, ...doc } = paper.doc;
  rewrite(turn, paper, { ...doc, state: 'signed', signed, details, data });
  tellOfDocument(turn, 'document-signed', paper.doc);
}

/** The actor's hand under a paper of a unit. */
export function signatureOf({ actor, at, context }: Turn, unit: string) {
  const { title, username: account } = context.issuer ?? {};
  const office = title ? { title } : {};
  const by = { id: actor.id, name: actor.name };
  const signed: Signing = { by, unit, at, ...office, ...(account && { account }) };
  return { signed, signer: { name: actor.name, ...office } };
}

export function sendBack({ turn, paper, body }: DocumentAct<'send-back'>): void {
  delete draftOf(turn, paper.doc).signed;
  const { awaiting: _awaiting, signed: _signed, ...doc } = paper.doc;
  rewrite(turn, paper, { ...doc, state: 'draft' });
  tellOfDocument(turn, 'document-sent-back', paper.doc, body);
}

/** Takes the number; the text stays what was signed. */
export function issueSigned({ turn, paper }: DocumentAct<'issue'>): void {
  issueDocument(turn, paper.doc.kind, draftOf(turn, paper.doc).details);
}

/** The dossier's note of a paper that is not issued yet. */
function draftOf({ dossier }: Turn, { kind, name }: DocumentRecord): DraftRecord {
  const waiting = dossier.drafts?.[kind];
  if (waiting?.name !== name) throw new Error(`${dossier.code} knows nothing of the draft ${name}`);
  return waiting;
}

const textOf = (turn: Turn, { name, kind, title, draft }: DocumentRecord, details: PaperParts): PaperParts =>
  documentData(turn, { name, kind, title, unit: draft!.signer.unit, details }, '');

/** The note's version follows the paper's. */
function rewrite(turn: Turn, paper: Stored<DocumentRecord>, doc: DocumentRecord): void {
  draftOf(turn, paper.doc).version = paper.version + 1;
  rewriteDocument(turn, paper, doc);
}
