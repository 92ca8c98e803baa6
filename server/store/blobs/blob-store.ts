/** The blob port: attachments and issued papers, addressed by the SHA-256 of their bytes. Never changed, only added. */
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

export interface BlobInfo {
  /** 64 lower-case hexadecimal digits */
  sha256: string;
  /** bytes */
  size: number;
}

export interface BlobStore {
  /**
   * Durable when it resolves; the same bytes again are one blob.
   * @throws Problem `blob.too-large` (413) beyond the store's limit, nothing being kept
   */
  put(content: Readable | Uint8Array): Promise<BlobInfo>;
  /**
   * The bytes, checked as they flow: the stream fails with Problem `blob.corrupt` instead of ending when they
   * are no longer those that were put.
   * @throws Problem `blob.not-found` (404)
   */
  get(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  stat(sha256: string): Promise<BlobInfo | null>;
  /** No error when there is none. */
  delete(sha256: string): Promise<void>;
  /** Every blob, in no order. */
  list(): AsyncIterable<BlobInfo>;
}

/** The whole of a small blob at once; null when there is none. @throws Problem `blob.corrupt` */
export async function readWhole(blobs: BlobStore, sha256: string): Promise<Uint8Array | null> {
  return (await blobs.has(sha256)) ? buffer(await blobs.get(sha256)) : null;
}

export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
