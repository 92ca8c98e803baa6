/** What is stored of an issued paper: its number, the template it was made from, and the data it shows. */
import type { PaperParts } from '../../templates/complete-paper.ts';
import type { DraftFacts } from '../dossiers/records.ts';
import type { CollectionSpec } from '../store/store.ts';

export interface DocumentRecord {
  dossier: string;
  /** id within the dossier: `receipt-1` */
  name: string;
  kind: string;
  title: string;
  number: string;
  issuedAt: string;
  state: 'draft' | 'printing' | 'issued' | 'failed' | 'replaced' | 'withdrawn';
  template: { key: string; version: number };
  /** snapshot: the paper reads the same for ever, whatever changes later */
  data: PaperParts;
  issuedBy: { id: string; name: string };
  /** of a paper nobody has signed yet */
  draft?: DraftFacts;
  /** of the printed PDF */
  sha256?: string;
}

export const documentSpec: CollectionSpec<DocumentRecord> = {
  name: 'documents',
  shardKey: 'dossier',
  indexes: [
    { name: 'dossier', fields: ['dossier', 'issuedAt'] },
    { name: 'kind', fields: ['kind', 'issuedAt'] },
  ],
};

export const documentId = (dossier: string, name: string): string => `${dossier}/${name}`;
