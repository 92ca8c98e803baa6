import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import { apartContract } from './apart-contract.ts';
import { type StoreUnderTest, storeContract } from './contract.ts';

async function openInTemporaryFolder(hasWriterThread: boolean): Promise<StoreUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-store-'));
  let store = openSqliteStore({ folder, hasWriterThread });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = openSqliteStore({ folder, hasWriterThread });
      return store;
    },
    dispose: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

storeContract('the embedded store', () => openInTemporaryFolder(false));
storeContract('the embedded store that writes in a thread of its own', () => openInTemporaryFolder(true));

apartContract('the embedded store', () => openInTemporaryFolder(false));
