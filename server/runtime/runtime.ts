/** What every command of the runtime works with: the store's collections, the ports, and the clock. */
import type { Organisation } from '../access/organisation.ts';
import type { Clock } from '../clock.ts';
import { type DocumentRecord, documentSpec } from '../documents/records.ts';
import type { SigningKeys } from '../documents/signatures/signing-keys.ts';
import { type ListEntry, listEntrySpec } from '../dossiers/list-entries.ts';
import {
  type DossierRecord,
  dossierSpec,
  type HistoryRecord,
  historySpec,
  type IdempotencyRecord,
  idempotencySpec,
} from '../dossiers/records.ts';
import type { LiveHub } from '../events/live-hub.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { unfoldedSpec } from '../reports/records.ts';
import type { BlobStore } from '../store/blobs/blob-store.ts';
import type { Collection, Store } from '../store/store.ts';
import { type TaskRecord, taskSpec } from '../tasks/records.ts';
import type { Calendars, Connectors, RuntimeCatalogue } from './ports.ts';

export interface RuntimeDeps {
  store: Store;
  clock: Clock;
  catalogue: RuntimeCatalogue;
  organisation: Organisation;
  calendars: Calendars;
  blobs: BlobStore;
  jobs: JobQueue;
  live: LiveHub;
  connectors: Connectors;
  /** keys that sign issued papers digitally; none are signed without */
  signing?: SigningKeys;
  /** the address that citizens' look-ups start with, without a slash at its end */
  publicUrl: string;
}

export interface Runtime extends RuntimeDeps {
  dossiers: Collection<DossierRecord>;
  list: Collection<ListEntry>;
  history: Collection<HistoryRecord>;
  tasks: Collection<TaskRecord>;
  documents: Collection<DocumentRecord>;
  idempotency: Collection<IdempotencyRecord>;
}

export function openRuntime(deps: RuntimeDeps): Runtime {
  // Written in the commits of commands, read by the statistics alone.
  deps.store.collection(unfoldedSpec);
  return {
    ...deps,
    dossiers: deps.store.collection(dossierSpec),
    list: deps.store.collection(listEntrySpec),
    history: deps.store.collection(historySpec),
    tasks: deps.store.collection(taskSpec),
    documents: deps.store.collection(documentSpec),
    idempotency: deps.store.collection(idempotencySpec),
  };
}
