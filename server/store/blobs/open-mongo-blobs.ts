/** Blobs in GridFS: uploaded under a number of their own, then named by hash in one write. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose, { mongo } from 'mongoose';
import { problem } from '../../http/problem.ts';
import { patience, translated } from '../mongo/unreachable.ts';
import type { BlobInfo, BlobStore } from './blob-store.ts';
import { measuring, verifying } from './checked-stream.ts';
import { DEFAULT_BLOB_LIMIT } from './open-file-blobs.ts';

export interface MongoBlobsOptions {
  uri: string;
  /** bytes; 100 MB when absent */
  maxBytes?: number;
}

/** A hash and the GridFS file that holds its bytes. */
interface NameRow extends mongo.Document {
  _id: string;
  file: mongo.ObjectId;
  size: number;
}

const DUPLICATE_KEY = 11_000;

export async function openMongoBlobs({
  uri,
  maxBytes = DEFAULT_BLOB_LIMIT,
}: MongoBlobsOptions): Promise<BlobStore & { close(): Promise<void> }> {
  const connection = await mongoose
    .createConnection(uri, { ...patience(uri), w: 'majority', readPreference: 'primary' })
    .asPromise();
  const database = connection.db!;
  const bucket = new mongo.GridFSBucket(database, { bucketName: 'blobs', writeConcern: { w: 'majority' } });
  const names = database.collection<NameRow>('blob_names');
  const find = (sha256: string) => names.findOne({ _id: sha256 });

  /**
   * Names the upload, unless the same bytes have a name already; then the upload goes. It stays when the answer is
   * lost: the name may have been written.
   */
  const settle = async (file: mongo.ObjectId, { sha256, size }: BlobInfo): Promise<void> => {
    try {
      await names.insertOne({ _id: sha256, file, size });
    } catch (error) {
      if (!(error instanceof mongo.MongoServerError) || error.code !== DUPLICATE_KEY) throw error;
      const named = await find(sha256);
      if (!named?.file.equals(file)) await bucket.delete(file);
    }
  };

  const put: BlobStore['put'] = async (content) => {
    const source = content instanceof Uint8Array ? Readable.from([Buffer.from(content)]) : content;
    const measure = measuring(maxBytes);
    const upload = bucket.openUploadStream('blob');
    // A stream that breaks aborts the upload, and with it goes what was written of it.
    await pipeline(source, measure, upload);
    const info = measure.measured();
    await settle(upload.id, info);
    return info;
  };
  const open: BlobStore['get'] = async (sha256) => {
    const name = await find(sha256);
    if (!name) throw problem('blob.not-found', 404, { values: { sha256 } });
    const checked = verifying(sha256);
    const source = bucket.openDownloadStream(name.file);
    pipeline(source, checked).catch((error) => checked.destroy(error));
    return checked;
  };

  return {
    put: (content) => translated(() => put(content)),
    get: (sha256) => translated(() => open(sha256)),
    has: (sha256) => translated(async () => (await find(sha256)) !== null),
    stat: (sha256) =>
      translated(async () => {
        const name = await find(sha256);
        return name && { sha256, size: name.size };
      }),
    delete: (sha256) =>
      translated(async () => {
        const name = await names.findOneAndDelete({ _id: sha256 });
        if (name) await bucket.delete(name.file);
      }),
    list: async function* () {
      for await (const { _id, size } of names.find()) yield { sha256: _id, size };
    },
    close: () => connection.close(),
  };
}
