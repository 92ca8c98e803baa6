import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { openMongoBlobs } from '../../server/store/blobs/open-mongo-blobs.ts';
import { dropDatabase, freshDatabase } from '../support/fresh-database.ts';
import { type MongoProxy, startMongoProxy } from '../support/mongo-proxy.ts';
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

onMongodb('a blob in GridFS whose name is written when the connection breaks', (uri) => {
  const database = freshDatabase(uri);
  let wire: MongoProxy;
  let blobs: Awaited<ReturnType<typeof openMongoBlobs>>;
  // The driver sends it once more by itself.
  let breaks = 2;
  beforeAll(async () => {
    wire = await startMongoProxy(database, {
      onCommand: ({ insert }) => {
        if (insert !== 'blob_names' || breaks === 0) return;
        breaks -= 1;
        wire.cut();
        wire.pass();
      },
    });
    blobs = await openMongoBlobs({ uri: wire.uri });
  });
  afterAll(async () => {
    await blobs.close();
    await wire.close();
    await dropDatabase(database);
  });

  it('has its bytes when it has its name', async () => {
    const content = Buffer.from('Giấy tiếp nhận hồ sơ');

    await expect(blobs.put(content)).rejects.toMatchObject({ reason: 'unreachable' });
    const { sha256 } = await blobs.put(content);

    const pieces: Buffer[] = [];
    for await (const piece of await blobs.get(sha256)) pieces.push(piece as Buffer);
    expect(Buffer.concat(pieces)).toEqual(content);
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
