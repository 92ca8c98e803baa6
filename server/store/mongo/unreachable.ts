/** How long a database is waited for, and when it counts as unreachable. */
import { mongo } from 'mongoose';
import { StoreUnavailable } from '../store.ts';

/** Until no server of the set is found that serves. */
const FOUND_MS = 10_000;
/** Until an operation with all its repetitions is done: a connection may be open and nobody answer. */
const DONE_MS = 20_000;

/** Settings of the driver for commands; what the address itself says goes before. */
export const patience = (uri: string, foundMs = FOUND_MS): mongo.MongoClientOptions =>
  unlessSaid(uri, { serverSelectionTimeoutMS: foundMs, timeoutMS: DONE_MS });

/** The same for streams, which may take as long as they like while something comes. */
export const patienceOfStreams = (uri: string): mongo.MongoClientOptions =>
  unlessSaid(uri, { serverSelectionTimeoutMS: FOUND_MS, socketTimeoutMS: DONE_MS });

const unlessSaid = (uri: string, settings: mongo.MongoClientOptions): mongo.MongoClientOptions =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !new RegExp(`[?&]${name}=`, 'i').test(uri)));

/** Runs work on the database. @throws StoreUnavailable in place of the driver's error when nobody serves */
export async function translated<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    throw isUnreachable(error) ? new StoreUnavailable('unreachable', error) : error;
  }
}

const FAULTS = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoOperationTimeoutError,
];
/** The driver has repeated what bears one of them, in vain. */
const LABELS = ['TransientTransactionError', 'UnknownTransactionCommitResult', 'RetryableWriteError'];
/** A member that starts, stops, or has just ceased to be the primary. */
const NOT_SERVING = new Set<unknown>([91, 189, 10_058, 10_107, 11_600, 11_602, 13_435, 13_436]);

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof mongo.MongoError)) return false;
  return (
    FAULTS.some((fault) => error instanceof fault) ||
    LABELS.some((label) => error.hasErrorLabel(label)) ||
    NOT_SERVING.has(error.code)
  );
}
