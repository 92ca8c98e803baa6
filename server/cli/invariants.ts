/** What must hold between the records of a store; each that does not is a finding. */
import { brokenSeals } from '../access/seal-audit.ts';
import { documentSpec } from '../documents/records.ts';
import { dossierSpec, historySpec } from '../dossiers/records.ts';
import { uploadSpec } from '../integration/records.ts';
import { type BlobStore, readWhole } from '../store/blobs/blob-store.ts';
import type { SqliteSnapshot } from '../store/sqlite/open-sqlite-snapshot.ts';
import type { Collection } from '../store/store.ts';
import { taskSpec } from '../tasks/records.ts';
import type { CliSentence } from './sentences.ts';

export interface Finding {
  code: CliSentence;
  values: Record<string, string | number>;
}

export interface Verified {
  store: SqliteSnapshot;
  blobs: BlobStore;
}

/** Every finding, the file's own damage first. */
export async function* brokenInvariants(verified: Verified): AsyncIterable<Finding> {
  const damage = verified.store.damage();
  for (const finding of damage) yield { code: 'verify.database', values: { finding } };
  // What a damaged file answers to the rest would only mislead.
  if (damage.length > 0) return;
  yield* dossierFindings(verified);
  yield* strayRecords(verified);
  yield* codeFindings(verified);
  yield* blobFindings(verified);
  yield* auditFindings(verified);
}

/** A dossier counts its tasks, events and documents: as many must be there. */
async function* dossierFindings({ store }: Verified): AsyncIterable<Finding> {
  const tasks = store.collection(taskSpec);
  const documents = store.collection(documentSpec);
  const history = store.collection(historySpec);
  for await (const { id: dossier, doc } of everything(store.collection(dossierSpec))) {
    let events = 0;
    for await (const record of everything(history, { dossier })) events += record.doc.entries.length;
    const found = {
      tasks: await tasks.count({ where: { dossier } }),
      documents: await documents.count({ where: { dossier } }),
      events,
    };
    for (const [what, number] of Object.entries(found)) {
      const counted = doc.counts[what as keyof typeof found];
      if (number !== counted)
        yield { code: 'verify.count', values: { dossier, what, counted, found: number } };
    }
    const open = await tasks.count({ where: { dossier, status: 'open' } });
    if (open !== doc.openTasks.length)
      yield {
        code: 'verify.count',
        values: { dossier, what: 'openTasks', counted: doc.openTasks.length, found: open },
      };
  }
}

/** Tasks, documents and history belong to a dossier that is there. */
async function* strayRecords({ store }: Verified): AsyncIterable<Finding> {
  const dossiers = store.collection(dossierSpec);
  for (const spec of [taskSpec, documentSpec, historySpec]) {
    const records: Collection<{ dossier: string }> = store.collection<{ dossier: string }>(spec);
    for await (const { id, doc } of everything(records)) {
      if (!(await dossiers.get(doc.dossier)))
        yield { code: 'verify.stray', values: { collection: spec.name, id, dossier: doc.dossier } };
    }
  }
}

const CODE_SEQUENCE = /^dossier-code:(.+):(\d+)$/;

/** The codes of a unit and day have neither gap nor double: as many dossiers as numbers were given. */
async function* codeFindings({ store }: Verified): AsyncIterable<Finding> {
  const given = new Map<string, number>();
  for await (const { id } of everything(store.collection(dossierSpec))) {
    const series = id.slice(0, id.lastIndexOf('-'));
    given.set(series, (given.get(series) ?? 0) + 1);
  }
  for (const { key, value } of store.sequences()) {
    const [, unit, day] = CODE_SEQUENCE.exec(key) ?? [];
    if (unit === undefined) continue;
    const found = given.get(`${unit}-${day}`) ?? 0;
    if (found !== value)
      yield { code: 'verify.codes', values: { series: `${unit}-${day}`, counted: value, found } };
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

async function* everything<T extends object>(collection: Collection<T>, where = {}) {
  for (let cursor: string | undefined; ; ) {
    const page = await collection.find({ where, limit: 1000, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    cursor = page.next;
    if (cursor === undefined) return;
  }
}
