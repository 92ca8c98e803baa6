/** A store on MongoDB for the checks of `motcua verify`: to be read only. */
import { mongo } from 'mongoose';
import type { SqliteSnapshot } from '../sqlite/open-sqlite-snapshot.ts';
import { openMongoStore } from './open-mongo-store.ts';
import { SEQUENCES, type SequenceRow } from './write.ts';

export type MongoSnapshot = Pick<SqliteSnapshot, 'collection' | 'sequences' | 'damage'> & {
  close(): Promise<void>;
};

/**
 * Reads what is committed, page by page and not of one moment: best while no server writes.
 * @throws Problem as `openMongoStore`
 */
export async function openMongoSnapshot({ uri }: { uri: string }): Promise<MongoSnapshot> {
  const store = await openMongoStore({ uri });
  const client = await mongo.MongoClient.connect(uri);
  const rows = await client.db().collection<SequenceRow>(SEQUENCES).find().sort({ _id: 1 }).toArray();
  await client.close();
  return {
    collection: store.collection,
    sequences: () => rows.map(({ _id, value }) => ({ key: _id, value })),
    // The files are the database server's to check.
    damage: () => [],
    close: store.close,
  };
}
