import { mongo } from 'mongoose';
import { openMongoBlobs } from '../../server/store/blobs/open-mongo-blobs.ts';
import { dropDatabase, freshDatabase } from '../support/fresh-database.ts';
import { onMongodb } from '../support/on-mongodb.ts';
import { blobContract } from './blob-contract.ts';

onMongodb('blobs in GridFS', (uri) => {
  blobContract('keep the contract of every blob store', async () => {
    const database = freshDatabase(uri);
    const blobs = await openMongoBlobs({ uri: database, maxBytes: 1_048_576 });
    return {
      blobs,
      damage: () => flipFirstBit(database),
      dispose: async () => {
        await blobs.close();
        await dropDatabase(database);
      },
    };
  });
});

async function flipFirstBit(database: string): Promise<void> {
  const client = await mongo.MongoClient.connect(database);
  const chunks = client.db().collection('blobs.chunks');
  const chunk = (await chunks.findOne({ n: 0 })) as unknown as { _id: mongo.ObjectId; data: mongo.Binary };
  const bytes = Buffer.from(chunk.data.buffer);
  bytes[0]! ^= 1;
  await chunks.updateOne({ _id: chunk._id }, { $set: { data: new mongo.Binary(bytes) } });
  await client.close();
}
