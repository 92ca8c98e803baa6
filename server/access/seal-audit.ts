/**
 * Seals the audit trail: lines are hashed together with the seal before them, so that none can be
 * changed, taken out or slipped in unnoticed. The newest hash also goes to the log, out of the store's reach.
 */
import { createHash } from 'node:crypto';
import {
  type Collection,
  type CollectionSpec,
  DuplicateKey,
  type Store,
  StoreConflict,
} from '../store/store.ts';
import { type AuditRecord, auditSpec, type SealRecord, sealSpec, unsealedSpec } from './records.ts';

const SEALED_AT_ONCE = 500;

/** Seals what waits; nothing happens when another server seals at the same moment. */
export async function sealAudit(
  store: Store,
  log: { info(details: object, message: string): void },
): Promise<void> {
  for (;;) {
    const { items, next } = await store
      .collection(unsealedSpec)
      .find({ sort: [{ field: 'at', direction: 'asc' }], limit: SEALED_AT_ONCE });
    if (items.length === 0) return;
    const lines = items.map(({ id }) => id);
    const seal = await nextSeal(store, lines);
    try {
      await store.commit([
        { op: 'insert', collection: sealSpec.name, id: sealId(seal.number), doc: seal },
        ...items.map(
          ({ id, version }) => ({ op: 'delete', collection: unsealedSpec.name, id, version }) as const,
        ),
      ]);
    } catch (fault) {
      if (fault instanceof DuplicateKey || fault instanceof StoreConflict) return;
      throw fault;
    }
    log.info({ seal: seal.number, hash: seal.hash }, 'audit trail sealed');
    if (!next) return;
  }
}

/** Where a sealed trail is broken. */
export interface BrokenSeal {
  number: number;
  /** `missing`: no such seal; `altered`: its lines or the seal before are not those it was made of */
  kind: 'missing' | 'altered';
}

/** Every seal that does not hold, in order; and, as `number` 0, lines that no seal and no waiting list knows. */
export async function* brokenSeals(store: {
  collection<T extends object>(spec: CollectionSpec<T>): Collection<T>;
}): AsyncIterable<BrokenSeal> {
  const audit = store.collection(auditSpec);
  let previous = '';
  let expected = 1;
  let sealed = 0;
  for await (const { doc: seal } of inOrder(store.collection(sealSpec))) {
    for (; expected < seal.number; expected += 1) yield { number: expected, kind: 'missing' };
    const hash = await hashOf(audit, { previous: seal.previous, lines: seal.lines });
    if (hash !== seal.hash || (expected === seal.number && previous !== seal.previous)) {
      yield { number: seal.number, kind: 'altered' };
    }
    previous = seal.hash;
    expected = seal.number + 1;
    sealed += seal.lines.length;
  }
  const waiting = await store.collection(unsealedSpec).count({});
  if ((await audit.count({})) > sealed + waiting) yield { number: 0, kind: 'altered' };
}

async function nextSeal(store: Store, lines: string[]): Promise<SealRecord> {
  const { items } = await store
    .collection(sealSpec)
    .find({ sort: [{ field: 'number', direction: 'desc' }], limit: 1 });
  const previous = items[0]?.doc.hash ?? '';
  const hash = await hashOf(store.collection(auditSpec), { previous, lines });
  return { number: (items[0]?.doc.number ?? 0) + 1, previous, lines, hash };
}

async function hashOf(
  audit: Collection<AuditRecord>,
  { previous, lines }: { previous: string; lines: string[] },
): Promise<string> {
  const found = new Map((await audit.getMany(lines)).map(({ id, doc }) => [id, doc]));
  const hash = createHash('sha256').update(previous);
  for (const id of lines) hash.update(`\n${id} ${canonical(found.get(id))}`);
  return hash.digest('hex');
}

/** The same text whatever order a store keeps keys in. */
const canonical = (doc: AuditRecord | undefined): string =>
  doc ? JSON.stringify(Object.entries(doc).sort(([left], [right]) => (left < right ? -1 : 1))) : '';

const sealId = (number: number): string => String(number).padStart(12, '0');

async function* inOrder(seals: Collection<SealRecord>) {
  for (let cursor: string | undefined; ; ) {
    const page = await seals.find({
      sort: [{ field: 'number', direction: 'asc' }],
      limit: SEALED_AT_ONCE,
      ...(cursor ? { cursor } : {}),
    });
    yield* page.items;
    cursor = page.next;
    if (cursor === undefined) return;
  }
}
