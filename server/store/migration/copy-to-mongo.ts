/** Everything of an embedded store into an empty database of MongoDB, and the proof that it arrived. */
import { createHash, type Hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { problem } from '../../http/problem.ts';
import { BLOBS_FOLDER, openFileBlobs } from '../blobs/open-file-blobs.ts';
import { openMongoBlobs } from '../blobs/open-mongo-blobs.ts';
import { AS_WRITTEN } from '../mongo/as-written.ts';
import { openMongoStore } from '../mongo/open-mongo-store.ts';
import { collectionName, type Row, SEQUENCES, type SequenceRow } from '../mongo/write.ts';
import { openSqliteSnapshot, type SqliteSnapshot } from '../sqlite/open-sqlite-snapshot.ts';

export interface Copied {
  documents: number;
  sequences: number;
  blobs: number;
}

const BATCH = 500;
/** MongoDB refuses requests beyond 48 MB. */
const BATCH_BYTES = 8 * 1024 * 1024;

/**
 * Copies documents with their versions, sequences and blobs, then reads all of it back and compares. A server may
 * not run on the folder meanwhile: what it wrote afterwards would stay behind.
 * @throws Problem `store.no-data`, `migration.not-empty` (nothing is written then), `migration.differs`
 */
export async function copyToMongo({ folder, uri }: { folder: string; uri: string }): Promise<Copied> {
  const from = openSqliteSnapshot({ folder });
  // Checks on the way that the database can keep what a store promises, and marks its schema's version.
  await (await openMongoStore({ uri })).close();
  const client = await mongo.MongoClient.connect(uri, { w: 'majority', journal: true });
  try {
    const to = client.db();
    await refuseFilled(to);
    let documents = 0;
    for (const name of from.names()) documents += await copyCollection(from, to, name);
    const sequences = await copySequences(from, to);
    const blobs = await copyBlobs(folder, uri);
    await copySessionSecret(folder, to);
    for (const name of from.names()) await refuseDifference(from, to, name);
    return { documents, sequences, blobs };
  } finally {
    await client.close();
    from.close();
  }
}

async function refuseFilled(to: mongo.Db): Promise<void> {
  for (const { name } of await to.listCollections({}, { nameOnly: true }).toArray()) {
    if (!name.startsWith(collectionName('')) && name !== SEQUENCES) continue;
    if (await to.collection(name).findOne({}))
      throw problem('migration.not-empty', 409, { values: { database: to.databaseName } });
  }
}

async function copyCollection(from: SqliteSnapshot, to: mongo.Db, name: string): Promise<number> {
  const rows = to.collection<Row>(collectionName(name), AS_WRITTEN);
  let copied = 0;
  let batch: Row[] = [];
  let bytes = 0;
  const write = async () => {
    if (batch.length > 0) await rows.insertMany(batch, { ordered: false });
    copied += batch.length;
    batch = [];
    bytes = 0;
  };
  for (const { id, version, json } of from.rows(name)) {
    batch.push({ _id: id, version, doc: JSON.parse(json) as object });
    bytes += json.length;
    if (batch.length >= BATCH || bytes > BATCH_BYTES) await write();
  }
  await write();
  return copied;
}

async function copySequences(from: SqliteSnapshot, to: mongo.Db): Promise<number> {
  const sequences = from.sequences().map(({ key, value }) => ({ _id: key, value }));
  if (sequences.length > 0) await to.collection<SequenceRow>(SEQUENCES).insertMany(sequences);
  return sequences.length;
}

/** Each is put under the hash of the bytes that arrive, so a damaged one is refused by its own reader. */
async function copyBlobs(folder: string, uri: string): Promise<number> {
  const from = await openFileBlobs({ folder: join(folder, BLOBS_FOLDER), isShared: true });
  const to = await openMongoBlobs({ uri, maxBytes: Number.POSITIVE_INFINITY });
  let copied = 0;
  try {
    for await (const { sha256 } of from.list()) {
      await to.put(await from.get(sha256));
      copied += 1;
    }
    return copied;
  } finally {
    await to.close();
  }
}

/** People stay signed in. */
async function copySessionSecret(folder: string, to: mongo.Db): Promise<void> {
  const secret = await readFile(join(folder, 'session-secret'), 'utf8').catch(() => '');
  if (!secret) return;
  const row: Row = { _id: 'sessions', version: 1, doc: { secret: secret.trim() } };
  await to.collection<Row>(collectionName('secrets')).insertOne(row);
}

/** Both sides in the order of their ids, which is the same: by bytes. */
async function refuseDifference(from: SqliteSnapshot, to: mongo.Db, name: string): Promise<void> {
  const here = createHash('sha256');
  for (const { id, version, json } of from.rows(name))
    add(here, { id, version, doc: JSON.parse(json) as object });
  const there = createHash('sha256');
  const rows = to.collection<Row>(collectionName(name), AS_WRITTEN);
  for await (const { _id, version, doc } of rows.find().sort({ _id: 1 }))
    add(there, { id: _id, version, doc });
  if (here.digest('hex') !== there.digest('hex'))
    throw problem('migration.differs', 500, { values: { collection: name } });
}

const add = (hash: Hash, { id, version, doc }: { id: string; version: number; doc: object }) =>
  hash.update(`${JSON.stringify([id, version])}${JSON.stringify(doc)}\n`);
