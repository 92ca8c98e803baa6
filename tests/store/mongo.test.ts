import { afterAll, expect, it } from '@jest/globals';
import { openMongoStore } from '../../server/store/mongo/open-mongo-store.ts';
import { dropDatabase, freshDatabase } from '../support/fresh-database.ts';
import { onMongodb, onStandaloneMongodb, onThreeMembers } from '../support/on-mongodb.ts';
import { apartContract } from './apart-contract.ts';
import { type StoreUnderTest, storeContract } from './contract.ts';
import { findContract, moderateDouble } from './find-contract.ts';

onMongodb('the store on MongoDB', (uri) => {
  storeContract('keeps the contract of every store', () => openFresh(uri));
  apartContract('as every store', () => openFresh(uri), { runs: 4 });
  findContract('finds what every store finds', {
    open: async () => (await openFresh(uri)).store,
    runs: 25,
    double: moderateDouble,
  });

  it('names a server that does not answer', async () => {
    const nobody = openMongoStore({ uri: 'mongodb://127.0.0.1:9/x', patienceMs: 200 });
    await expect(nobody).rejects.toMatchObject({ code: 'store.mongodb-unreachable' });
  });
});

onThreeMembers('the store on MongoDB', (uri) => {
  storeContract('keeps the contract of every store', () => openFresh(uri));
});

onStandaloneMongodb('a standalone MongoDB', (uri) => {
  it('is refused with what makes it a replica set', async () => {
    await expect(openMongoStore({ uri })).rejects.toMatchObject({ code: 'store.mongodb-standalone' });
  });
});

const databases: string[] = [];
afterAll(async () => {
  for (const database of databases) await dropDatabase(database);
}, 120_000);

async function openFresh(server: string): Promise<StoreUnderTest> {
  const database = freshDatabase(server);
  databases.push(database);
  const open = () => openMongoStore({ uri: database });
  let store = await open();
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await open();
      return store;
    },
    dispose: () => store.close(),
  };
}
