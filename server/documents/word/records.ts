import type { CollectionSpec } from '../../store/store.ts';

/** One version of the Word form of a kind of paper; the newest is filled. */
export interface WordFormRecord {
  /** key of the paper's template */
  key: string;
  version: number;
  name: string;
  /** of its bytes, a blob */
  sha256: string;
  uploadedAt: string;
  uploadedBy: { id: string; name: string };
}

export const wordFormSpec: CollectionSpec<WordFormRecord> = {
  name: 'word-forms',
  indexes: [{ name: 'version', fields: ['key', 'version'], unique: true }],
};
