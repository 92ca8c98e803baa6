/** Who a session's account or a program's key stands for. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { isoNow } from '../clock.ts';
import type { Authenticator } from '../http/authenticator.ts';
import { problem } from '../http/problem.ts';
import { StoreConflict, type Stored } from '../store/store.ts';
import type { Access } from './open-access.ts';
import { type ApiKeyRecord, apiKeySpec, type UserRecord } from './records.ts';
import { keyActor, userActor } from './to-actor.ts';

/** R115: a password is changed at least every three months. */
const PASSWORD_AGE_MS = 90 * 24 * 3600 * 1000;
const USE_NOTED_EVERY_MS = 60_000;

/** `mk_<id>_<secret>`; only the secret's hash is stored. */
const KEY_PATTERN = /^mk_([0-9a-f]{16})_([\w-]{43})$/;

export function createAuthenticator(access: Access): Authenticator {
  const limiters = new Map<string, RateLimiterMemory>();
  return {
    bySession: async (id) => {
      const user = await access.users.get(id);
      if (!user || user.doc.state === 'locked' || user.doc.state === 'revoked') return null;
      return { actor: userActor(id, user.doc), mustChangePassword: mustChangePassword(access, user.doc) };
    },
    byKey: async (key) => {
      const [, id, secret] = KEY_PATTERN.exec(key) ?? [];
      const found = id ? await access.apiKeys.get(id) : null;
      if (!found || !secretMatches(found.doc, secret!)) return null;
      await countRequest(limiters, found);
      await noteUse(access, found);
      return { actor: keyActor(found.id, found.doc), mustChangePassword: false };
    },
  };
}

export const mustChangePassword = (access: Access, user: UserRecord): boolean =>
  user.mustChangePassword || access.wallClock.now() - Date.parse(user.passwordChangedAt) > PASSWORD_AGE_MS;

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const secretMatches = (key: ApiKeyRecord, secret: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(secret)), Buffer.from(key.secretHash));

/** R125: each key has its number of requests a minute. */
async function countRequest(
  limiters: Map<string, RateLimiterMemory>,
  { id, doc }: Stored<ApiKeyRecord>,
): Promise<void> {
  if (doc.requestsPerMinute === undefined) return;
  const limiter = limiters.get(id) ?? new RateLimiterMemory({ points: doc.requestsPerMinute, duration: 60 });
  limiters.set(id, limiter);
  try {
    await limiter.consume(id);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw problem('api-key.too-many-requests', 429, {
      values: { limit: doc.requestsPerMinute },
      headers: { 'retry-after': String(Math.ceil(refusal.msBeforeNext / 1000)) },
    });
  }
}

async function noteUse(access: Access, { id, version, doc }: Stored<ApiKeyRecord>): Promise<void> {
  const now = access.clock.now();
  if (doc.lastUsedAt && now - Date.parse(doc.lastUsedAt) < USE_NOTED_EVERY_MS) return;
  try {
    await access.store.commit([
      {
        op: 'replace',
        collection: apiKeySpec.name,
        id,
        version,
        doc: { ...doc, lastUsedAt: isoNow(access.clock) },
      },
    ]);
  } catch (fault) {
    // A request beside this one has noted it.
    if (!(fault instanceof StoreConflict)) throw fault;
  }
}
