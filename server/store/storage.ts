/** Records and files, wherever they are kept. */
import type { BlobStore } from './blobs/blob-store.ts';
import type { Store } from './store.ts';

export interface Storage {
  store: Store;
  blobs: BlobStore;
  /** other servers may write into it at the same time */
  isShared: boolean;
  close(): Promise<void>;
}
