/** Orders many papers as one PDF: what belongs into it is settled now, printed by a job. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../access/actor.ts';
import { isoNow } from '../../clock.ts';
import type { Batch, OrderBatch } from '../../contract/batches.ts';
import { BATCH_LIMIT } from '../../contract/batches.ts';
import { endOfLocalDay, startOfLocalDay } from '../../deadlines/local-time.ts';
import { maySee } from '../../dossiers/capacities.ts';
import { documentsOf } from '../../dossiers/read-dossier.ts';
import type { DossierRecord } from '../../dossiers/records.ts';
import { problem } from '../../http/problem.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Stored } from '../../store/store.ts';
import { type DocumentRecord, documentId } from '../records.ts';
import { handoverList } from './handover-list.ts';
import { BATCH_JOB, type BatchRecord, batchSpec } from './records.ts';
import { sweepBatches } from './sweep-batches.ts';
import { viewBatch } from './view-batch.ts';

type Content = Pick<BatchRecord, 'papers' | 'list'>;

/** @throws Problem dossier.not-found, document.not-found, batch.empty, batch.too-many, document.no-template */
export async function orderBatch(
  runtime: Runtime,
  { order, actor }: { order: OrderBatch; actor: Actor },
): Promise<Batch> {
  const content = await contentOf(runtime, order, actor);
  const id = randomUUID();
  const doc: BatchRecord = {
    owner: actor.id,
    orderedAt: isoNow(runtime.clock),
    ...content,
    state: 'waiting',
    done: 0,
    skipped: [],
  };
  await sweepBatches(runtime);
  await runtime.store.commit([
    { op: 'insert', collection: batchSpec.name, id, doc },
    runtime.jobs.schedule({ id: `${BATCH_JOB}:${id}`, type: BATCH_JOB, payload: { batch: id } }),
  ]);
  runtime.jobs.nudge();
  return viewBatch({ id, version: 1, doc });
}

function contentOf(runtime: Runtime, order: OrderBatch, actor: Actor): Promise<Content> {
  switch (order.of) {
    case 'papers':
      return onePerOne(runtime, order.papers, actor);
    case 'dossiers':
      return newestOfKind(runtime, order, actor);
    case 'day':
      return ofDay(runtime, order, actor);
    case 'handover':
      return asHandover(runtime, order, actor);
  }
}

async function onePerOne(
  runtime: Runtime,
  places: { dossier: string; id: string }[],
  actor: Actor,
): Promise<Content> {
  await seen(runtime, [...new Set(places.map(({ dossier }) => dossier))], actor);
  const papers = places.map(({ dossier, id }) => documentId(dossier, id));
  const found = new Set((await runtime.documents.getMany(papers)).map(({ id }) => id));
  const missing = papers.find((id) => !found.has(id));
  if (missing) throw problem('document.not-found', 404, { values: { id: missing } });
  return { papers };
}

async function newestOfKind(
  runtime: Runtime,
  { dossiers, kind }: Extract<OrderBatch, { of: 'dossiers' }>,
  actor: Actor,
): Promise<Content> {
  await seen(runtime, dossiers, actor);
  const papers: string[] = [];
  for (const code of dossiers) {
    const newest = (await documentsOf(runtime, code)).findLast(
      (paper) => paper.kind === kind && stands(paper),
    );
    if (newest) papers.push(documentId(code, newest.name));
  }
  return notEmpty({ papers });
}

/** Walks the papers of the kind on that day; those of dossiers that the caller may not see are left out. */
async function ofDay(
  runtime: Runtime,
  { day, kind }: Extract<OrderBatch, { of: 'day' }>,
  actor: Actor,
): Promise<Content> {
  const from = startOfLocalDay(day);
  const papers: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await runtime.documents.find({
      where: { kind, issuedAt: { gte: from, lte: endOfLocalDay(from) } },
      sort: [
        { field: 'kind', direction: 'asc' },
        { field: 'issuedAt', direction: 'asc' },
      ],
      limit: BATCH_LIMIT,
      ...(cursor && { cursor }),
    });
    const dossiers = await runtime.dossiers.getMany([...new Set(items.map(({ doc }) => doc.dossier))]);
    const visible = new Set(dossiers.filter(({ doc }) => maySee(actor, doc)).map(({ id }) => id));
    papers.push(...items.filter(({ doc }) => visible.has(doc.dossier) && stands(doc)).map(({ id }) => id));
    cursor = next;
  } while (cursor && papers.length <= BATCH_LIMIT);
  if (papers.length > BATCH_LIMIT)
    throw problem('batch.too-many', 422, { values: { limit: String(BATCH_LIMIT) } });
  return notEmpty({ papers });
}

async function asHandover(
  runtime: Runtime,
  { dossiers, receiver }: Extract<OrderBatch, { of: 'handover' }>,
  actor: Actor,
): Promise<Content> {
  const found = await seen(runtime, dossiers, actor);
  return { papers: [], list: await handoverList(runtime, { dossiers: found, receiver, actor }) };
}

/** In the order asked. @throws Problem dossier.not-found when one is not there, or not for this person */
async function seen(
  { dossiers }: Pick<Runtime, 'dossiers'>,
  codes: string[],
  actor: Actor,
): Promise<DossierRecord[]> {
  const found = new Map(
    (await dossiers.getMany(codes)).map((each: Stored<DossierRecord>) => [each.id, each.doc]),
  );
  return codes.map((code) => {
    const dossier = found.get(code);
    if (!dossier || !maySee(actor, dossier)) throw problem('dossier.not-found', 404, { values: { code } });
    return dossier;
  });
}

const stands = ({ number, state }: DocumentRecord): boolean =>
  number !== '' && state !== 'replaced' && state !== 'withdrawn';

function notEmpty(content: Content): Content {
  if (content.papers.length === 0) throw problem('batch.empty', 422);
  return content;
}
