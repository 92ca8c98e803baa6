/** Where records and files are kept: embedded in the data folder, or on MongoDB when its address is given. */
import { join } from 'node:path';
import type { BlobStore } from './blobs/blob-store.ts';
import { BLOBS_FOLDER, openFileBlobs } from './blobs/open-file-blobs.ts';
import { openSqliteStore } from './sqlite/open-sqlite-store.ts';
import type { Store } from './store.ts';

export interface Storage {
  store: Store;
  blobs: BlobStore;
  /** other servers may write into it at the same time */
  isShared: boolean;
  close(): Promise<void>;
}

/** @throws Problem of the store that does not open; see `openSqliteStore` and `openMongoStore` */
export const openStorage = ({ dataDir, mongodbUri }: { dataDir: string; mongodbUri?: string | undefined }) =>
  mongodbUri ? onMongo(mongodbUri) : embedded(dataDir);

async function embedded(folder: string): Promise<Storage> {
  const store = openSqliteStore({ folder });
  try {
    const blobs = await openFileBlobs({ folder: join(folder, BLOBS_FOLDER) });
    return { store, blobs, isShared: false, close: () => store.close() };
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

/** Loaded when asked for: the driver is large, and most run without. */
async function onMongo(uri: string): Promise<Storage> {
  const [{ openMongoStore }, { openMongoBlobs }] = await Promise.all([
    import('./mongo/open-mongo-store.ts'),
    import('./blobs/open-mongo-blobs.ts'),
  ]);
  const store = await openMongoStore({ uri });
  try {
    const blobs = await openMongoBlobs({ uri });
    const close = async () => {
      await store.close();
      await blobs.close();
    };
    return { store, blobs, isShared: true, close };
  } catch (fault) {
    await store.close();
    throw fault;
  }
}
