import type { CollectionSpec } from '../store/store.ts';

/** What is known of an uploaded blob beside its bytes; its id is the blob's SHA-256. */
export interface UploadRecord {
  /** the name it was first uploaded under */
  name: string;
  mediaType: string;
  size: number;
  /** everybody who uploaded these bytes */
  owners: string[];
  at: string;
}

export const uploadSpec: CollectionSpec<UploadRecord> = {
  name: 'uploads',
  shardKey: 'id',
  indexes: [{ name: 'at', fields: ['at'] }],
};
