/** What must hold between the records of a store; each that does not is a finding. */
import { brokenSeals } from '../access/seal-audit.ts';
import { documentSpec } from '../documents/records.ts';
import { dossierSpec, historySpec } from '../dossiers/records.ts';
import { uploadSpec } from '../integration/records.ts';
import { type BlobStore, readWhole } from '../store/blobs/blob-store.ts';
import type { SqliteSnapshot } from '../store/sqlite/open-sqlite-snapshot.ts';
import type { Collection } from '../store/store.ts';
import { taskSpec } from '../tasks/records.ts';
import { counterFindings } from './counter-invariants.ts';
import { dossierFindings } from './dossier-invariants.ts';
import { everything, type Finding } from './finding.ts';
import { numberFindings } from './number-invariants.ts';

export interface Verified {
  store: Pick<SqliteSnapshot, 'collection' | 'sequences' | 'damage'>;
  blobs: BlobStore;
}

/** Every finding, the file's own damage first; none means that all the store promises is kept. */
export async function* brokenInvariants(verified: Verified): AsyncIterable<Finding> {
  const damage = verified.store.damage();
  for (const finding of damage) yield { code: 'verify.database', values: { finding } };
  // What a damaged file answers to the rest would only mislead.
  if (damage.length > 0) return;
  yield* dossierFindings(verified.store);
  yield* strayRecords(verified);
  yield* numberFindings(verified.store);
  yield* counterFindings(verified.store);
  yield* blobFindings(verified);
  yield* auditFindings(verified);
}

/** Tasks, documents and history belong to a dossier that is there. */
async function* strayRecords({ store }: Verified): AsyncIterable<Finding> {
  const dossiers = new Set<string>();
  for await (const { id } of everything(store.collection(dossierSpec))) dossiers.add(id);
  for (const spec of [taskSpec, documentSpec, historySpec]) {
    const records: Collection<{ dossier: string }> = store.collection<{ dossier: string }>(spec);
    for await (const { id, doc } of everything(records)) {
      if (!dossiers.has(doc.dossier))
        yield { code: 'verify.stray', values: { collection: spec.name, id, dossier: doc.dossier } };
    }
  }
}

/** Every blob holds the bytes it is named after, and every blob that a record names is there. */
async function* blobFindings({ store, blobs }: Verified): AsyncIterable<Finding> {
  for await (const { sha256 } of blobs.list()) {
    if (!(await readWhole(blobs, sha256).catch(() => null)))
      yield { code: 'verify.corrupt-blob', values: { sha256 } };
  }
  const named: { record: string; sha256: string }[] = [];
  for await (const { id } of everything(store.collection(uploadSpec)))
    named.push({ record: `uploads/${id}`, sha256: id });
  for await (const { id, doc } of everything(store.collection(documentSpec)))
    if (doc.sha256 !== undefined) named.push({ record: `documents/${id}`, sha256: doc.sha256 });
  for (const { record, sha256 } of named)
    if (!(await blobs.has(sha256))) yield { code: 'verify.missing-blob', values: { record, sha256 } };
}

/** The seals of the audit trail hold. */
async function* auditFindings({ store }: Verified): AsyncIterable<Finding> {
  for await (const { number, kind } of brokenSeals(store))
    yield { code: kind === 'missing' ? 'verify.seal-missing' : 'verify.seal-broken', values: { number } };
}
