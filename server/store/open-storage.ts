/** Where records and files are kept: embedded in the data folder, or on MongoDB when its address is given. */
import { join } from 'node:path';
import { BLOBS_FOLDER, openFileBlobs } from './blobs/open-file-blobs.ts';
import { openSqliteStore } from './sqlite/open-sqlite-store.ts';
import type { Storage } from './storage.ts';

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
  const { openMongoStorage } = await import('./mongo/open-mongo-storage.ts');
  return openMongoStorage(uri);
}
