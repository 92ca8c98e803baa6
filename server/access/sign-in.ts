/** Signing in: the same answer and the same time for a wrong name as for a wrong password. */
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { isoNow } from '../clock.ts';
import { problem } from '../http/problem.ts';
import { DuplicateKey, StoreConflict, type Stored, type Write } from '../store/store.ts';
import { type Asker, auditWrite } from './audit.ts';
import type { Access } from './open-access.ts';
import { passwordMatches } from './password.ts';
import { attemptSpec, type UserRecord, userSpec } from './records.ts';
import { userActor } from './to-actor.ts';

/** R111: wrong passwords for one name before it is locked for a while. */
const ATTEMPTS = 5;
const LOCK_MS = 15 * 60 * 1000;
/** Wrong passwords from one address in a minute, over all names. */
const FAILURES_PER_MINUTE = 30;

/** Counts failures by address; one of these a server. */
export const signInLimiter = (): RateLimiterMemory =>
  new RateLimiterMemory({ points: FAILURES_PER_MINUTE, duration: 60 });

/**
 * The account that signed in, its sign-in recorded.
 * @throws Problem 401 wrong name or password; 429 too many wrong ones; 403 account locked or revoked
 */
export async function signIn(
  access: Access,
  {
    username,
    password,
    from,
    limiter,
  }: { username: string; password: string; from: Asker; limiter: RateLimiterMemory },
): Promise<Stored<UserRecord>> {
  const name = username.trim().toLowerCase();
  const address = from.ip ?? '';
  await refuseFlood(limiter, address);
  await refuseLockedName(access, name);

  const user = (await access.users.find({ where: { username: name }, limit: 1 })).items[0];
  if (!(await passwordMatches(user?.doc.passwordHash, password)) || !user) {
    await limiter.penalty(address);
    await recordFailure(access, { name, from, user });
    throw problem('session.wrong-credentials', 401);
  }
  if (user.doc.state === 'locked') throw problem('session.account-locked', 403);
  if (user.doc.state === 'revoked') throw problem('session.account-revoked', 403);
  await recordSuccess(access, { name, from, user });
  return user;
}

/** Whether a name is locked by wrong passwords now, and until when. */
export async function lockedUntil(access: Access, username: string): Promise<number | undefined> {
  const attempts = await access.attempts.get(attemptId(username));
  const until = attempts?.doc.lockedUntil ? Date.parse(attempts.doc.lockedUntil) : 0;
  return until > access.wallClock.now() ? until : undefined;
}

/** The deletion that gives a name its attempts back. */
export const forgetAttempts = (username: string): Write => ({
  op: 'delete',
  collection: attemptSpec.name,
  id: attemptId(username),
});

async function refuseFlood(limiter: RateLimiterMemory, address: string): Promise<void> {
  const used = await limiter.get(address);
  if (used instanceof RateLimiterRes && used.consumedPoints >= FAILURES_PER_MINUTE) {
    throw tooMany('session.too-many-attempts', used.msBeforeNext);
  }
}

async function refuseLockedName(access: Access, name: string): Promise<void> {
  const until = await lockedUntil(access, name);
  if (until !== undefined) throw tooMany('session.name-locked', until - access.wallClock.now());
}

const tooMany = (code: string, waitMs: number) =>
  problem(code, 429, {
    values: { minutes: Math.ceil(waitMs / 60_000) },
    headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) },
  });

async function recordFailure(
  access: Access,
  { name, from, user }: { name: string; from: Asker; user: Stored<UserRecord> | undefined },
): Promise<void> {
  const id = attemptId(name);
  const found = await access.attempts.get(id);
  const now = access.wallClock.now();
  const isRecent = found !== null && now - Date.parse(found.doc.firstAt) < LOCK_MS;
  const count = isRecent ? found.doc.count + 1 : 1;
  const doc = {
    count,
    firstAt: isRecent ? found.doc.firstAt : new Date(now).toISOString(),
    ...(count >= ATTEMPTS ? { lockedUntil: new Date(now + LOCK_MS).toISOString() } : {}),
  };
  const audit = auditWrite({
    at: isoNow(access.clock),
    ...from,
    what: count >= ATTEMPTS ? 'session.name-locked' : 'session.refused',
    ...(user ? { subject: user.id } : {}),
  });
  try {
    await access.store.commit([
      found
        ? { op: 'replace', collection: attemptSpec.name, id, version: found.version, doc }
        : { op: 'insert', collection: attemptSpec.name, id, doc },
      ...audit,
    ]);
  } catch (fault) {
    if (!(fault instanceof StoreConflict || fault instanceof DuplicateKey)) throw fault;
    // Another wrong password for this name was counted at the same moment: count this one after it.
    await recordFailure(access, { name, from, user });
  }
}

async function recordSuccess(
  access: Access,
  { name, from, user }: { name: string; from: Asker; user: Stored<UserRecord> },
): Promise<void> {
  const at = isoNow(access.clock);
  const always = [
    forgetAttempts(name),
    ...auditWrite({ at, ...from, actor: userActor(user.id, user.doc), what: 'session.begin' }),
  ];
  const doc = { ...user.doc, lastSignInAt: at };
  try {
    await access.store.commit([
      { op: 'replace', collection: userSpec.name, id: user.id, version: user.version, doc },
      ...always,
    ]);
  } catch (fault) {
    if (!(fault instanceof StoreConflict)) throw fault;
    // The same account signed in elsewhere at this moment, and that one noted the time.
    await access.store.commit(always);
  }
}

const attemptId = (username: string): string =>
  createHash('sha256').update(username.trim().toLowerCase()).digest('hex');
