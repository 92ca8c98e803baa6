/** The cluster store: a MongoDB replica set or sharded cluster, through Mongoose. */
import mongoose, { type Connection, type mongo } from 'mongoose';
import { problem } from '../../http/problem.ts';
import {
  type CollectionSpec,
  type NumberedCommit,
  type Store,
  StoreUnavailable,
  type Write,
} from '../store.ts';
import { AS_WRITTEN } from './as-written.ts';
import { prepareIndexes } from './indexes.ts';
import { readCollection } from './read.ts';
import { patience, translated } from './unreachable.ts';
import {
  applyCommit,
  collectionName,
  type Row,
  SEQUENCES,
  type SequenceRow,
  type Transaction,
} from './write.ts';

export interface MongoStoreOptions {
  /** `mongodb://host/database?replicaSet=…` */
  uri: string;
  /** milliseconds until a database that cannot be found is given up; 10 000 when absent */
  patienceMs?: number;
}

/** Version of what this adapter keeps besides the collections. */
const SCHEMA_VERSION = 1;

const TRANSACTION: mongo.TransactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
  readPreference: 'primary',
};

/**
 * Connects, refuses what cannot keep the port's promises, and checks the schema's version.
 * @throws Problem `store.mongodb-unreachable`, `store.mongodb-standalone`, `store.newer-schema`
 */
export async function openMongoStore({ uri, patienceMs }: MongoStoreOptions): Promise<Store> {
  const connection = await mongoose
    .createConnection(uri, {
      ...patience(uri, patienceMs),
      retryWrites: true,
      w: 'majority',
      readPreference: 'primary',
      autoIndex: false,
      autoCreate: false,
    })
    .asPromise()
    .catch((error: Error) => {
      throw problem('store.mongodb-unreachable', 503, { values: { finding: error.message } });
    });
  try {
    await refuseStandalone(connection);
    await refuseNewer(connection);
    return serve(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Transactions need a replica set or a router before a sharded cluster. */
async function refuseStandalone(connection: Connection): Promise<void> {
  const hello = await connection.db!.admin().command({ hello: 1 });
  if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid')
    throw problem('store.mongodb-standalone', 500);
}

async function refuseNewer(connection: Connection): Promise<void> {
  const schema = connection.db!.collection<{ _id: string; version: number }>('motcua_schema');
  await schema.updateOne({ _id: 'store' }, { $setOnInsert: { version: SCHEMA_VERSION } }, { upsert: true });
  const found = (await schema.findOne({ _id: 'store' }))!.version;
  if (found > SCHEMA_VERSION)
    throw problem('store.newer-schema', 500, { values: { found, known: SCHEMA_VERSION } });
}

interface Declared {
  declaration: string;
  rows: mongo.Collection<Row>;
  /** resolves when its indexes are there; asks again where the database did not answer */
  ready(): Promise<void>;
}

function serve(connection: Connection): Store {
  const declared = new Map<string, Declared>();
  const sequences = connection.db!.collection<SequenceRow>(SEQUENCES);
  const underWay = new Set<Promise<void>>();
  const taking = turns();
  let isOpen = true;

  const rows = (name: string): mongo.Collection<Row> => {
    const known = declared.get(name);
    if (!known) throw new TypeError(`collection ${name} was never declared`);
    return known.rows;
  };
  const whileOpen = async <R>(work: () => Promise<R>): Promise<R> => {
    if (!isOpen) throw new StoreUnavailable('closed');
    return translated(work);
  };
  const transact = async (commit: Write[] | NumberedCommit) => {
    await Promise.all([...declared.values()].map(({ ready }) => ready()));
    const session = await connection.startSession();
    try {
      const transaction: Transaction = { session, rows, sequences };
      await session.withTransaction(() => applyCommit(transaction, commit), TRANSACTION);
    } finally {
      await session.endSession();
    }
  };

  return {
    collection<T extends object>(spec: CollectionSpec<T>) {
      const declaration = JSON.stringify(spec.indexes);
      if (declared.get(spec.name)?.declaration !== declaration)
        declared.set(spec.name, declare(connection, spec as CollectionSpec<object>, declaration));
      const { rows: own, ready } = declared.get(spec.name)!;
      return readCollection<T>(spec, (work) => whileOpen(() => ready().then(() => work(own))));
    },
    commit: (commit) => {
      const work = whileOpen(() =>
        // Commits of this process that number by the same book go one after another instead of colliding.
        Array.isArray(commit) ? transact(commit) : taking(commit.take, () => transact(commit)),
      );
      const settled = work.catch(() => {});
      underWay.add(settled);
      void settled.then(() => underWay.delete(settled));
      return work;
    },
    sequence: (key) => whileOpen(async () => (await sequences.findOne({ _id: key }))?.value ?? 0),
    ping: () => whileOpen(async () => void (await connection.db!.command({ ping: 1 }))),
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await Promise.all(underWay);
      await connection.close();
    },
  };
}

/** `strict: 'throw'`: a row holds these three fields and no other. */
function declare(connection: Connection, spec: CollectionSpec<object>, declaration: string): Declared {
  const schema = new mongoose.Schema(
    { _id: String, version: { type: Number, required: true }, doc: { type: Object, required: true } },
    {
      strict: 'throw',
      minimize: false,
      versionKey: false,
      collection: collectionName(spec.name),
      autoIndex: false,
    },
  );
  if (connection.models[spec.name]) connection.deleteModel(spec.name);
  const model = connection.model(spec.name, schema);
  const rows = connection.db!.collection<Row>(model.collection.collectionName, AS_WRITTEN);
  const ready = onceDone(() =>
    model.createCollection().then(() => prepareIndexes(rows as unknown as mongo.Collection, spec.indexes)),
  );
  // Whoever uses the collection is told; nobody may, and that is no unhandled rejection.
  ready().catch(() => {});
  return { declaration, rows, ready };
}

/** Does the work once; what failed is tried again by the next who asks. */
function onceDone(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}

/** Work that shares a key waits for the work before it. */
function turns(): <R>(keys: string[], work: () => Promise<R>) => Promise<R> {
  const last = new Map<string, Promise<unknown>>();
  return (keys, work) => {
    const before = keys.map(async (key) => last.get(key));
    const result = Promise.all(before).then(work);
    const settled = result.catch(() => {});
    for (const key of keys) last.set(key, settled);
    void settled.then(() => {
      for (const key of keys) if (last.get(key) === settled) last.delete(key);
    });
    return result;
  };
}
