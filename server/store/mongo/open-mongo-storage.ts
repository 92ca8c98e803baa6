/** Records and files on MongoDB, in one database. */
import { openMongoBlobs } from '../blobs/open-mongo-blobs.ts';
import type { Storage } from '../storage.ts';
import { openMongoStore } from './open-mongo-store.ts';

/** @throws Problem of the store that does not open; see `openMongoStore` */
export async function openMongoStorage(uri: string): Promise<Storage> {
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
