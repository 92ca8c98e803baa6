/** Whether a paper that somebody holds was issued here and still stands (R103): nothing in the answer leads to a person. */
import type { CheckedPaper, PublicPaper } from '../contract/portal.ts';
import { DOCUMENT_KINDS, documentTitle } from '../documents/kinds.ts';
import { type DocumentRecord, documentId } from '../documents/records.ts';
import { documentsOf } from '../dossiers/read-dossier.ts';
import type { Runtime } from '../runtime/runtime.ts';

interface Place {
  code: string;
  id: string;
  language: 'vi' | 'en';
}

/** A paper that was never issued, and a dossier that is not there, are one and the same: unknown. */
export async function checkPaper(
  runtime: Pick<Runtime, 'documents'>,
  { code, id, language }: Place,
): Promise<CheckedPaper> {
  const dossier = code.trim().toUpperCase();
  const paper = (await runtime.documents.get(documentId(dossier, id)))?.doc;
  if (!paper?.number) return { verdict: 'unknown', code: dossier, id };
  const next = paper.replacedBy && (await runtime.documents.get(documentId(dossier, paper.replacedBy)))?.doc;
  return {
    code: dossier,
    ...publicPaper(paper, language),
    unit: paper.data.unit?.name ?? '',
    isSealed: paper.seal !== undefined,
    ...(paper.sha256 && { sha256: paper.sha256 }),
    ...(paper.withdrawn && { withdrawnAt: paper.withdrawn.at }),
    ...(next && { replacedBy: { id: next.name, number: next.number, issuedAt: next.issuedAt } }),
  };
}

/** Papers of a dossier that went out of the house, oldest first. */
export async function publicPapers(
  runtime: Runtime,
  { code, language }: Omit<Place, 'id'>,
): Promise<PublicPaper[]> {
  const papers = await documentsOf(runtime, code);
  return papers
    .filter(({ kind, number }) => number !== '' && !DOCUMENT_KINDS[kind]?.staysInside)
    .map((paper) => publicPaper(paper, language));
}

const publicPaper = (
  { name, kind, title, number, issuedAt, state }: DocumentRecord,
  language: 'vi' | 'en',
): PublicPaper => ({
  id: name,
  title: documentTitle(kind, language, title),
  number,
  issuedAt,
  verdict: state === 'replaced' || state === 'withdrawn' ? state : 'genuine',
});
