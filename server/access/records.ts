/** What is stored of people, units, keys, sessions and the audit trail. */
import type { RoleKey, Unit } from '../contract/access.ts';
import type { CollectionSpec } from '../store/store.ts';

export interface UserRecord {
  /** lower case; what is typed at sign-in */
  username: string;
  fullName: string;
  /** the unit he belongs to first; citizens have none */
  unit?: string;
  /** every role held anywhere, without doubles */
  roles: RoleKey[];
  /** every (unit, role) held */
  positions: { unit: string; role: RoleKey }[];
  title?: string;
  email?: string;
  phone?: string;
  /** `pending` until the first password of his own is set (R110); `locked` by the management, `revoked` for good */
  state: 'active' | 'pending' | 'locked' | 'revoked';
  /** argon2id */
  passwordHash: string;
  passwordChangedAt: string;
  mustChangePassword: boolean;
  createdAt: string;
  lastSignInAt?: string;
  /** words of name and username, lower case without diacritics */
  search: string[];
}

export const userSpec: CollectionSpec<UserRecord> = {
  name: 'users',
  indexes: [
    { name: 'username', fields: ['username'], unique: true },
    { name: 'unit', fields: ['unit'] },
    { name: 'roles', fields: ['roles'], many: true },
    { name: 'search', fields: ['search'], many: true },
  ],
};

/** Wrong passwords for a name, known or not, so that both are told the same. Its id is the name's hash. */
export interface AttemptRecord {
  count: number;
  firstAt: string;
  lockedUntil?: string;
}

export const attemptSpec: CollectionSpec<AttemptRecord> = {
  name: 'sign-in-attempts',
  indexes: [{ name: 'firstAt', fields: ['firstAt'] }],
};

/** The parent's name is looked up when a unit is shown. */
export type UnitRecord = Omit<Unit, 'id' | 'parentName'>;

export const unitSpec: CollectionSpec<UnitRecord> = {
  name: 'units',
  indexes: [
    { name: 'code', fields: ['code'], unique: true },
    { name: 'parent', fields: ['parent'] },
  ],
};

export interface ApiKeyRecord {
  name: string;
  roles: RoleKey[];
  unit?: string;
  /** SHA-256 of the secret, which is long and random */
  secretHash: string;
  /** R125 */
  requestsPerMinute?: number;
  createdAt: string;
  createdBy: string;
  lastUsedAt?: string;
}

export const apiKeySpec: CollectionSpec<ApiKeyRecord> = {
  name: 'api-keys',
  indexes: [{ name: 'createdAt', fields: ['createdAt'] }],
};

/** A signed-in browser; its id is the hash of the cookie's id, so that a stolen store opens no session. */
export interface SessionRecord {
  user: string;
  /** what express-session keeps, as JSON */
  data: string;
  startedAt: number;
  /** refreshed at most once a minute */
  seenAt: number;
}

export const sessionSpec: CollectionSpec<SessionRecord> = {
  name: 'sessions',
  indexes: [
    { name: 'user', fields: ['user'] },
    { name: 'seenAt', fields: ['seenAt'] },
  ],
};

/** One line of the audit trail: never changed, never deleted (R112, R127). */
export interface AuditRecord {
  at: string;
  actor: string;
  actorName: string;
  actorKind: string;
  what: string;
  subject?: string;
  detail?: string;
  ip?: string;
  requestId?: string;
}

export const auditSpec: CollectionSpec<AuditRecord> = {
  name: 'audit',
  shardKey: 'id',
  indexes: [
    { name: 'at', fields: ['at'] },
    { name: 'actor', fields: ['actor', 'at'] },
    { name: 'what', fields: ['what', 'at'] },
  ],
};

/** A line of the trail that no seal covers yet; its id is the line's. */
export const unsealedSpec: CollectionSpec<{ at: string }> = {
  name: 'audit-unsealed',
  indexes: [{ name: 'at', fields: ['at'] }],
};

/** Some lines of the trail, and a hash over them and the seal before; its id is its number, padded. */
export interface SealRecord {
  number: number;
  /** hash of the seal before; empty for the first */
  previous: string;
  lines: string[];
  hash: string;
}

export const sealSpec: CollectionSpec<SealRecord> = {
  name: 'audit-seals',
  indexes: [{ name: 'number', fields: ['number'], unique: true }],
};
