/** Answers kept with the caller's `Idempotency-Key`, in the commit of what they answer: a repetition gets the very same. */
import { createHash } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { type IdempotencyRecord, idempotencySpec } from '../dossiers/records.ts';
import { problem } from '../http/problem.ts';
import { DuplicateKey, type Write } from '../store/store.ts';
import type { Runtime } from './runtime.ts';

export interface Keyed {
  /** absent: the caller sent none, and every request is a new one */
  key: string | undefined;
  actor: Actor;
  body: unknown;
}

/**
 * @param work what has not been asked before; it writes its answer with `answerWrite`
 * @returns the answer of `work`, or the recorded one when the key was used before, at the same moment too
 * @throws Problem idempotency.other-body, and those of `work`
 */
export async function answerOnce<T>(runtime: Runtime, keyed: Keyed, work: () => Promise<T>): Promise<T> {
  const id = idOf(keyed);
  if (id === undefined) return work();
  const before = await runtime.idempotency.get(id);
  if (before) return repeated<T>(before.doc, keyed);
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DuplicateKey) || error.collection !== idempotencySpec.name) throw error;
    const first = await runtime.idempotency.get(id);
    if (!first) throw error;
    return repeated<T>(first.doc, keyed);
  }
}

/** The write that keeps an answer; none without a key. */
export function answerWrite(
  keyed: Keyed,
  { code, answer, at }: Omit<IdempotencyRecord, 'bodyHash'>,
): Write[] {
  const id = idOf(keyed);
  if (id === undefined) return [];
  const doc: IdempotencyRecord = { bodyHash: hashOf(keyed.body), code, answer, at };
  return [{ op: 'insert', collection: idempotencySpec.name, id, doc }];
}

function repeated<T>(before: IdempotencyRecord, { body }: Keyed): T {
  if (before.bodyHash === hashOf(body)) return before.answer as T;
  throw problem('idempotency.other-body', 422, { values: { code: before.code } });
}

const idOf = ({ key, actor }: Keyed): string | undefined => (key ? `${actor.id}:${key}` : undefined);

const hashOf = (body: unknown): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');
