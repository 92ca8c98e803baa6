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

/** A file that is being sent in pieces. */
export interface BegunUpload {
  name: string;
  size: number;
  /** the account that sends it */
  owner: string;
  at: string;
  /** bytes that are there */
  received: number;
  pieces: number;
}

export const begunUploadSpec: CollectionSpec<BegunUpload> = {
  name: 'begun-uploads',
  indexes: [{ name: 'at', fields: ['at'] }],
};

/** One piece of it, in base64; gone once the file is whole. */
export interface UploadPiece {
  bytes: string;
}

export const uploadPieceSpec: CollectionSpec<UploadPiece> = {
  name: 'upload-pieces',
  shardKey: 'id',
  indexes: [],
};

export const pieceId = (upload: string, index: number): string => `${upload}#${index}`;
