import type { Actor } from '../access/actor.ts';

/** Who a session or a key belongs to. */
export interface Identity {
  actor: Actor;
  /** nothing but the session endpoints may be used until the password is changed */
  mustChangePassword: boolean;
}

/** How the framework learns who is asking; given by `server/access`. */
export interface Authenticator {
  /** null when the account is gone, locked or revoked */
  bySession(user: string): Promise<Identity | null>;
  /**
   * null when nobody holds the key
   * @throws Problem 429 when the key has used up its requests
   */
  byKey(key: string): Promise<Identity | null>;
}
