/** The job that turns an issued paper into its PDF: at least once, the same bytes' address whenever it is done. */
import { type DocumentRecord, documentId } from './records.ts';

export const PRINT_JOB = 'document.print';

export const printJob = (paper: DocumentRecord) => {
  const id = documentId(paper.dossier, paper.name);
  return { id: `${PRINT_JOB}:${id}`, type: PRINT_JOB, payload: { document: id } };
};
