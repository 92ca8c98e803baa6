/** An undertaking and its dossiers as a person sees them. */
import { abilityFor } from '../../access/ability.ts';
import type { Actor } from '../../access/actor.ts';
import type { BulkRow, BulkRun } from '../../contract/bulk.ts';
import type { Page } from '../../contract/common.ts';
import type { MigrationPreview } from '../../contract/migration.ts';
import type { StoredRecount } from '../../deadlines/recount/recount-kind.ts';
import { recountReason } from '../../deadlines/recount/recount-reason.ts';
import { problem } from '../../http/problem.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Stored } from '../../store/store.ts';
import type { BulkKinds } from './bulk-kind.ts';
import { decisionsOn } from './decide-run.ts';
import { type BulkRowRecord, type BulkRunRecord, bulkRowSpec, bulkRunSpec } from './records.ts';

export interface BulkViewer {
  kinds: BulkKinds;
  actor: Actor;
}

export const mayDecide = ({ kinds, actor }: BulkViewer, { kind }: Pick<BulkRunRecord, 'kind'>): boolean =>
  abilityFor(actor).can(...kinds[kind].ability);

/** @throws Problem bulk.not-found, also for one of a kind that this person may not start */
export async function findRun(
  { store }: Pick<Runtime, 'store'>,
  id: string,
  viewer: BulkViewer,
): Promise<Stored<BulkRunRecord>> {
  const found = await store.collection(bulkRunSpec).get(id);
  if (!found || !mayDecide(viewer, found.doc)) throw problem('bulk.not-found', 404);
  return found;
}

/** The newest first; of the kinds that this person may start. */
export async function listRuns(
  { store }: Pick<Runtime, 'store'>,
  {
    kind,
    limit,
    cursor,
  }: { kind?: BulkRunRecord['kind'] | undefined; limit: number; cursor?: string | undefined },
  viewer: BulkViewer,
): Promise<Page<BulkRun>> {
  const mine = (Object.keys(viewer.kinds) as BulkRunRecord['kind'][]).filter((each) =>
    mayDecide(viewer, { kind: each }),
  );
  const { items, next } = await store.collection(bulkRunSpec).find({
    where: { kind: kind && mine.includes(kind) ? kind : { in: kind ? [] : mine } },
    sort: [{ field: 'startedAt', direction: 'desc' }],
    limit,
    ...(cursor && { cursor }),
  });
  return { items: await Promise.all(items.map((run) => viewRun({ store }, run))), ...(next && { next }) };
}

export async function viewRun(
  { store }: Pick<Runtime, 'store'>,
  { id, doc }: Stored<BulkRunRecord>,
): Promise<BulkRun> {
  const { order, kind, state, startedAt, startedBy, approval, endedAt, looked } = doc;
  const count = (row: BulkRowRecord['state']) =>
    store.collection(bulkRowSpec).count({ where: { run: id, state: row } });
  const [waiting, done, skipped] = await Promise.all([count('waiting'), count('done'), count('skipped')]);
  return {
    id,
    kind,
    state,
    ...(order.kind === 'recount'
      ? order.unit && { unit: order.unit }
      : { procedure: order.procedure, version: order.version }),
    startedAt,
    startedBy: nameOf(startedBy),
    ...(approval && {
      approvedAt: approval.at,
      approvedBy: nameOf(approval.by),
      reason: approval.reason,
      ...(approval.decision && { decision: approval.decision }),
    }),
    ...(endedAt && { endedAt }),
    counts: { looked, concerned: waiting + done + skipped, waiting, done, skipped },
    abilities: decisionsOn(doc),
  };
}

const nameOf = ({ id, name }: Actor) => ({ id, name });

/** By code. */
export async function listRows(
  { store }: Pick<Runtime, 'store'>,
  run: Stored<BulkRunRecord>,
  {
    state,
    limit,
    cursor,
    language,
  }: {
    state?: BulkRowRecord['state'] | undefined;
    limit: number;
    cursor?: string | undefined;
    language: 'vi' | 'en';
  },
): Promise<Page<BulkRow>> {
  const sort = state ? ['run', 'state', 'code'] : ['run', 'code'];
  const { items, next } = await store.collection(bulkRowSpec).find({
    where: { run: run.id, ...(state && { state }) },
    sort: sort.map((field) => ({ field, direction: 'asc' as const })),
    limit,
    ...(cursor && { cursor }),
  });
  return { items: items.map(({ doc }) => viewRow(doc, run.doc.kind, language)), ...(next && { next }) };
}

function viewRow(
  { code, state, problem, preview }: BulkRowRecord,
  kind: BulkRunRecord['kind'],
  language: 'vi' | 'en',
): BulkRow {
  const row = { code, state, ...(problem && { problem }) };
  if (kind === 'migration') return { ...row, migration: preview as MigrationPreview };
  const recount = preview as StoredRecount;
  return { ...row, recount: { ...recount, reason: recountReason(recount.days, language) } };
}
