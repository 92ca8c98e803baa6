/** What is stored of a paper: its number, the template it was made from, the data it shows, and its life. */
import type { PaperParts } from '../../templates/complete-paper.ts';
import type { DocumentState } from '../contract/documents.ts';
import type { DraftFacts, Signing } from '../dossiers/records.ts';
import type { CollectionSpec } from '../store/store.ts';

/** Names a key by its file. */
export interface Seal {
  file: string;
  subject: string;
  issuer: string;
}

export interface DocumentRecord {
  dossier: string;
  /** id within the dossier: `receipt-1` */
  name: string;
  kind: string;
  title: string;
  /** number and symbol; blank until it is issued */
  number: string;
  /** gap-free book that the number was taken from */
  book?: string;
  /** of the last draft while it is not issued */
  issuedAt: string;
  state: DocumentState;
  template: { key: string; version: number };
  /** snapshot: the paper reads the same for ever, whatever changes later */
  data: PaperParts;
  /** what the operation, or the person who drafted it, gave; a reissue starts from it */
  details?: PaperParts;
  issuedBy: { id: string; name: string };
  /** of a paper that waits, or waited, for a signature */
  draft?: DraftFacts;
  signed?: Signing;
  /** unit whose heads it waits for: the list of what is to be signed */
  awaiting?: string;
  sent?: { at: string; to: string; method: string; by: string };
  withdrawn?: { at: string; reason: string; by: string };
  /** the paper whose place it took, and why */
  replaces?: { id: string; number: string; reason: string };
  /** id of the paper that took its place */
  replacedBy?: string;
  /** the digital signature that its PDF gets: which key, in whose name */
  seal?: Seal;
  /** of the printed PDF */
  sha256?: string;
}

export const documentSpec: CollectionSpec<DocumentRecord> = {
  name: 'documents',
  shardKey: 'dossier',
  indexes: [
    { name: 'dossier', fields: ['dossier', 'issuedAt'] },
    { name: 'kind', fields: ['kind', 'issuedAt'] },
    { name: 'awaiting', fields: ['awaiting', 'issuedAt'], sparse: true },
  ],
};

export const documentId = (dossier: string, name: string): string => `${dossier}/${name}`;
