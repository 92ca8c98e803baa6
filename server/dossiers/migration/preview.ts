/** Which dossiers would follow a version, and which cannot: the list that is looked at before anything moves (R010). */
import type { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Page } from '../../contract/common.ts';
import type { MigrationPreview, previewMigration as previewBody } from '../../contract/migration.ts';
import { problem } from '../../http/problem.ts';
import type { CompiledVersion } from '../../runtime/ports.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { maySee } from '../capacities.ts';
import { EVERYWHERE } from '../list-entries.ts';
import type { DossierRecord } from '../records.ts';
import { STATUSES } from '../statuses.ts';
import { targetOf } from './migrate-dossier.ts';
import { previewOf } from './plan.ts';

export interface PreviewOrder {
  procedure: string;
  version: number;
  body: z.output<typeof previewBody>;
  actor: Actor;
}

/** Running dossiers that follow another version, newest first; a page may show fewer than it looked at. */
export async function previewMigration(
  runtime: Runtime,
  { procedure, version, body, actor }: PreviewOrder,
): Promise<Page<MigrationPreview>> {
  const to = await targetOf(runtime, procedure, version);
  const { codes, next } = body.dossiers ? { codes: body.dossiers } : await codesOf(runtime, procedure, body);
  const found = await runtime.dossiers.getMany(codes);
  const dossiers = found
    .map(({ doc }) => doc)
    .filter((dossier) => dossier.procedure.code === procedure && maySee(actor, dossier))
    .filter((dossier) => !STATUSES[dossier.status].final && dossier.pins.process !== version);
  const items = await Promise.all(
    dossiers.map((dossier) => previewFor(runtime, dossier, { to, mapping: body.mapping })),
  );
  return { items, ...(next && { next }) };
}

async function previewFor(
  { catalogue, calendars }: Runtime,
  dossier: DossierRecord,
  { to, mapping }: { to: CompiledVersion; mapping: Record<string, string> },
): Promise<MigrationPreview> {
  const [from, calendar] = await Promise.all([
    targetOf({ catalogue }, dossier.procedure.code, dossier.pins.process),
    calendars.of(dossier.units.receiving),
  ]);
  return previewOf(dossier, { from, to, mapping }, calendar);
}

async function codesOf(
  { list }: Runtime,
  procedure: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ codes: string[]; next?: string }> {
  if (cursor !== undefined && !/^\d{4}-\d\d-\d\dT[\d:.]+Z\|.+$/.test(cursor))
    throw problem('store.bad-cursor', 400);
  const { items } = await list.find({
    where: { place: EVERYWHERE, procedure, ...(cursor && { order: { lt: cursor } }) },
    sort: ['place', 'procedure', 'order'].map((field) => ({ field, direction: 'desc' as const })),
    limit: limit + 1,
  });
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return {
    codes: shown.map(({ doc }) => doc.code),
    ...(items.length > limit && last && { next: last.doc.order }),
  };
}
