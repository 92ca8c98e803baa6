/** How long a database is waited for, and when it counts as unreachable. */
import { mongo } from 'mongoose';
import { StoreUnavailable } from '../store.ts';

/** Until no server of the set is found that serves. */
const FOUND_MS = 10_000;
/** The driver asks each server so often whether it lives, over a connection of its own, however long an operation takes. */
const ASKED_EVERY_MS = 5_000;
/** One that does not answer for so long is lost, and what waits for it is told. */
const ANSWERED_MS = 10_000;

/** Settings of the driver; what the address itself says goes before. */
export function patience(uri: string, foundMs = FOUND_MS): mongo.MongoClientOptions {
  const settings = {
    serverSelectionTimeoutMS: foundMs,
    heartbeatFrequencyMS: ASKED_EVERY_MS,
    connectTimeoutMS: ANSWERED_MS,
  };
  const isSaid = (name: string) => new RegExp(`[?&]${name}=`, 'i').test(uri);
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !isSaid(name)));
}

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
