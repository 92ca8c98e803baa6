/** Tells a paper something: the table of transitions and the actor's part decide, then it is done in one commit. */
import type { Asker } from '../access/audit.ts';
import type { DocumentAction } from '../contract/documents.ts';
import { operate } from '../dossiers/operations/operate.ts';
import { findDossier } from '../dossiers/read-dossier.ts';
import { problem } from '../http/problem.ts';
import { execute } from '../runtime/execute.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { audit, type Turn } from '../runtime/turn.ts';
import type { Stored } from '../store/store.ts';
import { requestOf } from '../tasks/open-task-of.ts';
import { ACTION_NAMES, DOCUMENT_STATES } from './action-names.ts';
import type { DocumentAct, DocumentBody } from './document-act.ts';
import { issueSigned, revise, sendBack, sign, submit } from './draft-acts.ts';
import { reissue, send, withdraw } from './issued-acts.ts';
import { DOCUMENT_KINDS, issuingUnit } from './kinds.ts';
import { type DocumentRecord, documentId } from './records.ts';
import { asProblem } from './signatures/key-problem.ts';
import { documentTransition, mayAct } from './transitions.ts';

export interface DocumentOrder<A extends DocumentAction> {
  place: { code: string; id: string };
  action: A;
  body: DocumentBody<A>;
  asker: Asker;
  language: 'vi' | 'en';
}

const ACTS: { [A in DocumentAction]: (act: DocumentAct<A>) => void } = {
  revise,
  submit,
  sign,
  'send-back': sendBack,
  issue: issueSigned,
  send,
  reissue,
  withdraw,
};

/**
 * @returns the id of the paper that stands now: its own, or that of the paper issued in its place
 * @throws Problem document.not-found, document.not-your-part (403), document.not-possible-now (409), and what
 *   the operation throws that issuing an extension slip or an apology means
 */
export async function actOnDocument<A extends DocumentAction>(
  runtime: Runtime,
  order: DocumentOrder<A>,
): Promise<string> {
  const { place, action, body, asker } = order;
  await findDossier(runtime, place.code, asker.actor);
  if (action === 'issue' && (await issuedByOperation(runtime, order))) return place.id;
  await execute(runtime, {
    code: place.code,
    actor: asker.actor,
    request: requestOf(asker),
    act: async (turn) => {
      const paper = await findDocument(runtime, place);
      requireAction(action, paper.doc, turn);
      if (SIGNING.has(action)) await requireKey(turn, paper.doc);
      ACTS[action]({ turn, paper, body });
      audit(turn, `document.${action}`, place.id);
    },
  });
  return action === 'reissue' ? ((await findDocument(runtime, place)).doc.replacedBy ?? place.id) : place.id;
}

/** What puts a signature under a paper, or issues it with one. */
const SIGNING: ReadonlySet<DocumentAction> = new Set(['sign', 'issue', 'reissue']);

/** Better now than when the paper is printed. @throws Problem signature.* */
async function requireKey(
  { context, dossier, at }: Turn,
  { kind, signed, draft }: DocumentRecord,
): Promise<void> {
  const unit = signed?.unit ?? draft?.signer.unit ?? issuingUnit(kind, dossier.units);
  const account = signed ? signed.account : context.issuer?.username;
  try {
    await context.signing?.require({ account, unit, units: context.units }, at);
  } catch (error) {
    throw asProblem(error);
  }
}

/** @throws Problem document.not-found */
export async function findDocument(
  { documents }: Pick<Runtime, 'documents'>,
  { code, id }: { code: string; id: string },
): Promise<Stored<DocumentRecord>> {
  const found = await documents.get(documentId(code, id));
  if (!found) throw problem('document.not-found', 404, { values: { id } });
  return found;
}

function requireAction(
  action: DocumentAction,
  paper: DocumentRecord,
  { actor, dossier }: Pick<Turn, 'actor' | 'dossier'>,
): void {
  const values = { title: paper.title, action: ACTION_NAMES[action], state: DOCUMENT_STATES[paper.state] };
  if (!mayAct(action, paper, { actor, dossier })) throw problem('document.not-your-part', 403, { values });
  if (!documentTransition(action, paper.state)) throw problem('document.not-possible-now', 409, { values });
}

/** A slip that moves the due date, or promises a new one, is issued by the operation that does so (R095). */
async function issuedByOperation(
  runtime: Runtime,
  { place, asker, language }: DocumentOrder<DocumentAction>,
): Promise<boolean> {
  const { doc: paper } = await findDocument(runtime, place);
  const operation = DOCUMENT_KINDS[paper.kind]?.operation;
  const dueAt = paper.data.appointment?.newDueAt;
  if (!operation || !paper.signed || dueAt === undefined) return false;
  const { doc: dossier } = await findDossier(runtime, place.code, asker.actor);
  requireAction('issue', paper, { actor: asker.actor, dossier });
  const body = { reason: paper.data.reason ?? '', dueAt };
  await operate(runtime, { code: place.code, operation, body, asker, language });
  return true;
}
