import type { Access } from './open-access.ts';
import { attemptSpec } from './records.ts';
import type { SessionStore } from './session-store.ts';

const DAY_MS = 24 * 3600 * 1000;

/** Removes sessions that have ended, and wrong passwords of yesterday. Run now and then. */
export async function sweepAccess(access: Access, sessions: SessionStore): Promise<void> {
  await sessions.sweep();
  const yesterday = new Date(access.wallClock.now() - DAY_MS).toISOString();
  const { items } = await access.attempts.find({ where: { firstAt: { lt: yesterday } }, limit: 1000 });
  if (items.length === 0) return;
  await access.store.commit(
    items.map(({ id }) => ({ op: 'delete', collection: attemptSpec.name, id }) as const),
  );
}
