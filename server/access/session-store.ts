/** express-session's store over our own, with an idle and an absolute limit. */
import { createHash } from 'node:crypto';
import { type SessionData, Store as SessionStoreBase } from 'express-session';
import type { Clock } from '../clock.ts';
import { type Collection, type Store, StoreConflict, type Stored } from '../store/store.ts';
import { type SessionRecord, sessionSpec } from './records.ts';

/** R115: a session that is not used ends. */
const IDLE_LIMIT_MS = 2 * 3600 * 1000;
/** A working day; after it one signs in again. */
const ABSOLUTE_LIMIT_MS = 12 * 3600 * 1000;
const TOUCH_EVERY_MS = 60_000;

type Done<T = void> = (fault?: unknown, result?: T) => void;

export class SessionStore extends SessionStoreBase {
  readonly #store: Store;
  readonly #sessions: Collection<SessionRecord>;
  readonly #clock: Clock;
  /** when each was last touched by this process, so that most requests need not look */
  readonly #touched = new Map<string, number>();

  /** @param parts.clock the machine's clock, even where the law's clock is moved by hand */
  constructor({ store, clock }: { store: Store; clock: Clock }) {
    super();
    this.#store = store;
    this.#sessions = store.collection(sessionSpec);
    this.#clock = clock;
  }

  override get(sid: string, done: Done<SessionData | null>): void {
    settle(this.#load(sid), done);
  }

  override set(sid: string, session: SessionData, done: Done = noop): void {
    settle(this.#save(sid, session), done);
  }

  override touch(sid: string, _session: SessionData, done: Done = noop): void {
    settle(this.#touch(sid), done);
  }

  override destroy(sid: string, done: Done = noop): void {
    const id = recordId(sid);
    settle(this.#store.commit([{ op: 'delete', collection: sessionSpec.name, id }]), done);
  }

  /** Removes what has run out; called now and then. */
  async sweep(): Promise<void> {
    this.#touched.clear();
    const { items } = await this.#sessions.find({
      where: { seenAt: { lt: this.#clock.now() - IDLE_LIMIT_MS } },
      limit: 1000,
    });
    if (items.length > 0) await this.#store.commit(items.map(deletion));
  }

  async #load(sid: string): Promise<SessionData | null> {
    const found = await this.#sessions.get(recordId(sid));
    if (!found) return null;
    const now = this.#clock.now();
    const hasEnded = now - found.doc.seenAt > IDLE_LIMIT_MS || now - found.doc.startedAt > ABSOLUTE_LIMIT_MS;
    return hasEnded ? null : (JSON.parse(found.doc.data) as SessionData);
  }

  async #save(sid: string, session: SessionData): Promise<void> {
    const id = recordId(sid);
    const found = await this.#sessions.get(id);
    const now = this.#clock.now();
    const doc: SessionRecord = {
      user: session.user ?? '',
      data: JSON.stringify(session),
      startedAt: found?.doc.startedAt ?? now,
      seenAt: now,
    };
    await this.#store.commit([
      found
        ? { op: 'replace', collection: sessionSpec.name, id, version: found.version, doc }
        : { op: 'insert', collection: sessionSpec.name, id, doc },
    ]);
  }

  async #touch(sid: string): Promise<void> {
    const id = recordId(sid);
    const now = this.#clock.now();
    if (now - (this.#touched.get(id) ?? 0) < TOUCH_EVERY_MS) return;
    const found = await this.#sessions.get(id);
    this.#touched.set(id, now);
    if (!found || now - found.doc.seenAt < TOUCH_EVERY_MS) return;
    try {
      await this.#store.commit([
        {
          op: 'replace',
          collection: sessionSpec.name,
          id,
          version: found.version,
          doc: { ...found.doc, seenAt: now },
        },
      ]);
    } catch (fault) {
      // A request beside this one has touched it, or signed out: either is as good.
      if (!(fault instanceof StoreConflict)) throw fault;
    }
  }
}

/** Deletions of every session of a person, but for the one that goes on. */
export async function endSessionsOf(store: Store, user: string) {
  const { items } = await store.collection(sessionSpec).find({ where: { user }, limit: 1000 });
  return items.map(deletion);
}

const deletion = ({ id }: Stored<SessionRecord>) =>
  ({ op: 'delete', collection: sessionSpec.name, id }) as const;

const recordId = (sid: string): string => createHash('sha256').update(sid).digest('hex');

const noop = (): void => {};

function settle<T>(work: Promise<T>, done: Done<T>): void {
  work.then(
    (result) => done(null, result),
    (fault: unknown) => done(fault),
  );
}
