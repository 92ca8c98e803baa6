/** The writes of one commit, inside a MongoDB transaction. */
import { mongo } from 'mongoose';
import { DuplicateKey, type NumberedCommit, StoreConflict, type Write } from '../store.ts';
import { declaredName } from './indexes.ts';

/** What a collection is called in the database. */
export const collectionName = (name: string): string => `c_${name}`;
export const SEQUENCES = 'motcua_sequences';

export interface Row extends mongo.Document {
  _id: string;
  version: number;
  doc: object;
}

export interface SequenceRow extends mongo.Document {
  _id: string;
  value: number;
}

export interface Transaction {
  session: mongo.ClientSession;
  rows(collection: string): mongo.Collection<Row>;
  sequences: mongo.Collection<SequenceRow>;
}

/** May run again when the transaction is retried. */
export async function applyCommit(transaction: Transaction, commit: Write[] | NumberedCommit): Promise<void> {
  const writes = Array.isArray(commit) ? commit : commit.writes(await takeNumbers(transaction, commit.take));
  for (const group of groupsOf(writes)) await applyGroup(transaction, group);
}

/** Writes that one request can carry: of one collection, a guarded deletion by itself so that its count tells. */
function groupsOf(writes: Write[]): Write[][] {
  const groups: Write[][] = [];
  const open = new Map<string, Write[]>();
  for (const write of writes) {
    const group = open.get(write.collection);
    if (group && !isGuardedDeletion(write)) group.push(write);
    else {
      const begun = [write];
      groups.push(begun);
      if (isGuardedDeletion(write)) open.delete(write.collection);
      else open.set(write.collection, begun);
    }
  }
  return groups;
}

const isGuardedDeletion = (write: Write): boolean => write.op === 'delete' && write.version !== undefined;

async function takeNumbers(
  { session, sequences }: Transaction,
  keys: string[],
): Promise<Record<string, number>> {
  const taken: Record<string, number> = {};
  // In one order for everybody, so that two commits never wait for each other.
  for (const key of [...new Set(keys)].sort()) {
    const row = await sequences.findOneAndUpdate(
      { _id: key },
      { $inc: { value: 1 } },
      { session, upsert: true, returnDocument: 'after' },
    );
    taken[key] = row!.value;
  }
  return taken;
}

async function applyGroup(transaction: Transaction, writes: Write[]): Promise<void> {
  const [first] = writes as [Write];
  const { collection } = first;
  const { session } = transaction;
  const result = await transaction
    .rows(collection)
    .bulkWrite(writes.map(operationOf), { session, ordered: true })
    .catch((error: unknown) => {
      throw duplicateOf(error, collection) ?? error;
    });
  if (isGuardedDeletion(first) && result.deletedCount === 0) throw new StoreConflict(collection, first.id);
  const replacements = writes.filter((write) => write.op === 'replace');
  // A put that found its document counts as a match too, so a group with one is told apart by what it inserted.
  const puts = writes.filter((write) => write.op === 'put').length - result.upsertedCount;
  if (result.matchedCount < replacements.length + puts)
    throw new StoreConflict(collection, await missedOf(transaction, { collection, replacements }));
}

/** MongoDB counts what it replaced but does not say which: the versions outside of this transaction do. */
async function missedOf(
  { rows }: Transaction,
  { collection, replacements }: { collection: string; replacements: { id: string; version: number }[] },
): Promise<string> {
  const ids = replacements.map(({ id }) => id);
  const found = await rows(collection)
    .find({ _id: { $in: ids } }, { projection: { version: 1 } })
    .toArray();
  const versions = new Map(found.map(({ _id, version }) => [_id, version]));
  return (replacements.find(({ id, version }) => versions.get(id) !== version) ?? replacements[0]!).id;
}

function operationOf(write: Write): mongo.AnyBulkWriteOperation<Row> {
  switch (write.op) {
    case 'insert':
      return { insertOne: { document: { _id: write.id, version: 1, doc: asJson(write.doc) } } };
    case 'replace':
      return {
        replaceOne: {
          filter: { _id: write.id, version: write.version },
          replacement: { version: write.version + 1, doc: asJson(write.doc) },
        },
      };
    case 'put':
      return {
        updateOne: {
          filter: { _id: write.id },
          update: { $set: { doc: asJson(write.doc) }, $inc: { version: 1 } },
          upsert: true,
        },
      };
    case 'delete':
      return {
        deleteOne: {
          filter: { _id: write.id, ...(write.version === undefined ? {} : { version: write.version }) },
        },
      };
  }
}

/** What every store keeps of a document: its JSON. */
const asJson = (doc: object): object => JSON.parse(JSON.stringify(doc));

const DUPLICATE_KEY = 11_000;

function duplicateOf(error: unknown, collection: string): DuplicateKey | null {
  if (!(error instanceof mongo.MongoServerError) || error.code !== DUPLICATE_KEY) return null;
  const [, index = ''] = /index: (.+?) dup key/.exec(error.message) ?? [];
  return new DuplicateKey(collection, declaredName(index));
}
