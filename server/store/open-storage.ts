/** Where records and files are kept: embedded in the data folder, or on MongoDB when its address is given. */
import { join } from 'node:path';
import { BLOBS_FOLDER, openFileBlobs } from './blobs/open-file-blobs.ts';
import { openSqliteStore, type SqliteStoreOptions } from './sqlite/open-sqlite-store.ts';
import type { Storage } from './storage.ts';

/** @throws Problem of the store that does not open; see `openSqliteStore` and `openMongoStore` */
export const openStorage = ({ dataDir, mongodbUri, hasWriterThread }: StorageOptions) =>
  mongodbUri ? onMongo(mongodbUri) : embedded({ folder: dataDir, hasWriterThread });

interface StorageOptions {
  dataDir: string;
  mongodbUri?: string | undefined;
  /** the embedded store writes in a thread of its own; for a server */
  hasWriterThread?: boolean | undefined;
}

async function embedded(options: SqliteStoreOptions): Promise<Storage> {
  const { folder } = options;
  const store = openSqliteStore(options);
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
  const { openMongoStorage } = await import('./mongo/open-mongo-storage.ts');
  return openMongoStorage(uri);
}
