import type { DocumentResource } from '../contract/documents.ts';
import type { DocumentRecord } from './records.ts';
import { type AskingAbout, possibleActions } from './transitions.ts';

/** A paper as the contract shows it to one person; `href` is its PDF, the same address with `.html` its page. */
export function viewDocument(paper: DocumentRecord, asking: AskingAbout): DocumentResource {
  const { draft, signed, sent } = paper;
  return {
    id: paper.name,
    kind: paper.kind,
    title: paper.title,
    number: paper.number,
    issuedAt: paper.issuedAt,
    state: paper.state,
    href: `/api/v1/dossiers/${encodeURIComponent(paper.dossier)}/documents/${encodeURIComponent(paper.name)}.pdf`,
    ...(draft && { draft: { ...draft, ...(paper.data.reason && { reason: paper.data.reason }) } }),
    ...(signed && {
      signed: { by: signed.by.name, at: signed.at, ...(signed.title && { title: signed.title }) },
    }),
    ...(sent && { sent: { at: sent.at, to: sent.to, method: sent.method } }),
    ...(paper.withdrawn && { withdrawn: paper.withdrawn }),
    ...(paper.replaces && { replaces: paper.replaces }),
    ...(paper.replacedBy && { replacedBy: paper.replacedBy }),
    ...(paper.seal && { seal: { subject: paper.seal.subject, issuer: paper.seal.issuer } }),
    ...(paper.sha256 && { sha256: paper.sha256 }),
    abilities: possibleActions(paper, asking),
  };
}
