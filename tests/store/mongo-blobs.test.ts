import { describe, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { openMongoBlobs } from '../../server/store/blobs/open-mongo-blobs.ts';
import { blobContract } from './blob-contract.ts';

const uri = process.env['MOTCUA_TEST_MONGODB_URI'];
const name = 'blobs in GridFS';

if (uri) {
  let opened = 0;
  blobContract(name, async () => {
    opened += 1;
    const database = `motcua_blobs_${process.pid}_${opened}`;
    const address = new URL(uri);
    address.pathname = `/${database}`;
    const blobs = await openMongoBlobs({ uri: address.href, maxBytes: 1_048_576 });
    const client = await mongo.MongoClient.connect(uri);
    const chunks = client.db(database).collection('blobs.chunks');
    return {
      blobs,
      damage: async () => {
        const chunk = (await chunks.findOne({ n: 0 })) as unknown as {
          _id: mongo.ObjectId;
          data: mongo.Binary;
        };
        const bytes = Buffer.from(chunk.data.buffer);
        bytes[0]! ^= 1;
        await chunks.updateOne({ _id: chunk._id }, { $set: { data: new mongo.Binary(bytes) } });
      },
      dispose: async () => {
        await blobs.close();
        await client.db(database).dropDatabase();
        await client.close();
      },
    };
  });
} else {
  describe.skip(`${name} (npm run test:mongo)`, () => {
    it('keep the contract of every blob store', () => {});
  });
}
