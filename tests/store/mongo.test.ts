import { afterAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { openMongoStore } from '../../server/store/mongo/open-mongo-store.ts';
import { type StoreUnderTest, storeContract } from './contract.ts';
import { findContract } from './find-contract.ts';

// `npm run test:mongo` finds or starts a server and sets this; see scripts/test-mongo.js.
const uri = process.env['MOTCUA_TEST_MONGODB_URI'];
const name = 'the store on MongoDB';

if (uri) {
  storeContract(name, () => openFresh(uri));
  findContract(name, { open: async () => (await openFresh(uri)).store, runs: 25 });
  describe(name, () => {
    it('says how to make a standalone server a replica set', async () => {
      const standalone = process.env['MOTCUA_TEST_STANDALONE_URI'] as string;
      await expect(openMongoStore({ uri: standalone })).rejects.toMatchObject({
        code: 'store.mongodb-standalone',
      });
    });

    it('names a server that does not answer', async () => {
      const nobody = openMongoStore({ uri: 'mongodb://127.0.0.1:9/x', patienceMs: 200 });
      await expect(nobody).rejects.toMatchObject({ code: 'store.mongodb-unreachable' });
    });
  });
} else {
  describe.skip(`${name} (npm run test:mongo)`, () => {
    it('keeps the contract of every store', () => {});
  });
}

const databases: string[] = [];
afterAll(async () => {
  if (!uri) return;
  const client = await mongo.MongoClient.connect(uri);
  for (const database of databases) await client.db(database).dropDatabase();
  await client.close();
}, 120_000);

async function openFresh(server: string): Promise<StoreUnderTest> {
  const database = `motcua_test_${process.pid}_${databases.length}`;
  databases.push(database);
  const address = new URL(server);
  address.pathname = `/${database}`;
  const open = () => openMongoStore({ uri: address.href });
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
