import type { DocumentResource } from '../contract/documents.ts';
import type { DocumentRecord } from './records.ts';

/** An issued paper as the contract shows it; `href` is its PDF, the same address with `.html` its page. */
export const viewDocument = (paper: DocumentRecord): DocumentResource => ({
  id: paper.name,
  kind: paper.kind,
  title: paper.title,
  number: paper.number,
  issuedAt: paper.issuedAt,
  state: paper.state,
  href: `/api/v1/dossiers/${encodeURIComponent(paper.dossier)}/documents/${encodeURIComponent(paper.name)}.pdf`,
  ...(paper.draft && { draft: paper.draft }),
  ...(paper.sha256 && { sha256: paper.sha256 }),
});
