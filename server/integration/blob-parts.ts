import type { Clock } from '../clock.ts';
import type { BlobStore } from '../store/blobs/blob-store.ts';
import type { Store } from '../store/store.ts';

/** What the attachments' endpoints work on. */
export interface BlobParts {
  store: Store;
  blobs: BlobStore;
  clock: Clock;
}
