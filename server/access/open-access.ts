import type { Clock } from '../clock.ts';
import type { Collection, Store } from '../store/store.ts';
import { type Organisation, openOrganisation } from './organisation.ts';
import {
  type ApiKeyRecord,
  type AttemptRecord,
  type AuditRecord,
  apiKeySpec,
  attemptSpec,
  auditSpec,
  sealSpec,
  sessionSpec,
  type UnitRecord,
  type UserRecord,
  unitSpec,
  unsealedSpec,
  userSpec,
} from './records.ts';

/** What the operations of this capability work on. */
export interface Access {
  store: Store;
  /** the law's clock: stamps of records and of the audit trail */
  clock: Clock;
  /** the machine's clock, which no demonstration moves: sessions, locks, ages of passwords */
  wallClock: Clock;
  users: Collection<UserRecord>;
  units: Collection<UnitRecord>;
  apiKeys: Collection<ApiKeyRecord>;
  attempts: Collection<AttemptRecord>;
  audit: Collection<AuditRecord>;
  organisation: Organisation;
}

export function openAccess({
  store,
  clock,
  wallClock,
}: {
  store: Store;
  clock: Clock;
  wallClock: Clock;
}): Access {
  for (const spec of [unsealedSpec, sealSpec, sessionSpec]) store.collection<object>(spec);
  return {
    store,
    clock,
    wallClock,
    users: store.collection(userSpec),
    units: store.collection(unitSpec),
    apiKeys: store.collection(apiKeySpec),
    attempts: store.collection(attemptSpec),
    audit: store.collection(auditSpec),
    organisation: openOrganisation({ store, now: wallClock.now }),
  };
}
