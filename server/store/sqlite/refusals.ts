/** Why a commit was refused, between two threads: on the way an error keeps its message, not what kind it is. */
import { DuplicateKey, StoreConflict, StoreUnavailable } from '../store.ts';
import { NumberTaken } from './write.ts';

export type ToldRefusal =
  | { kind: 'conflict'; collection: string; id: string }
  | { kind: 'duplicate'; collection: string; index: string }
  | { kind: 'number'; key: string }
  | { kind: 'unavailable'; reason: StoreUnavailable['reason']; cause?: Fault | undefined }
  | { kind: 'fault'; fault: Fault };

interface Fault {
  name: string;
  message: string;
  stack?: string | undefined;
}

export function tellRefusal(error: unknown): ToldRefusal {
  if (error instanceof StoreConflict) return { kind: 'conflict', collection: error.collection, id: error.id };
  if (error instanceof DuplicateKey)
    return { kind: 'duplicate', collection: error.collection, index: error.index };
  if (error instanceof NumberTaken) return { kind: 'number', key: error.key };
  if (error instanceof StoreUnavailable)
    return {
      kind: 'unavailable',
      reason: error.reason,
      cause: error.cause === undefined ? undefined : faultOf(error.cause),
    };
  return { kind: 'fault', fault: faultOf(error) };
}

export function hearRefusal(told: ToldRefusal): Error {
  switch (told.kind) {
    case 'conflict':
      return new StoreConflict(told.collection, told.id);
    case 'duplicate':
      return new DuplicateKey(told.collection, told.index);
    case 'number':
      return new NumberTaken(told.key);
    case 'unavailable':
      return new StoreUnavailable(told.reason, told.cause && errorOf(told.cause));
    case 'fault':
      return errorOf(told.fault);
  }
}

function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack };
}

const errorOf = ({ message, ...rest }: Fault): Error => Object.assign(new Error(message), rest);
