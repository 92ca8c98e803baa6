/** Search: by status, procedure, unit, time of reception, lateness, and by code or name without diacritics. */
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { fold } from '../access/search-words.ts';
import { isoNow } from '../clock.ts';
import type { Page } from '../contract/common.ts';
import { type DossierRow, type dossierQuery, statusKey } from '../contract/dossiers.ts';
import { startOfLocalDay } from '../deadlines/local-time.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Condition, Query } from '../store/store.ts';
import { seesAll } from './capacities.ts';
import { viewRow } from './view-dossier.ts';

export type DossierSearch = z.output<typeof dossierQuery>;

/** Counting stops here: a list says "more than", it does not scan a million. */
const COUNTED = 10_000;

export async function listDossiers(
  runtime: Runtime,
  { search, actor, language }: { search: DossierSearch; actor: Actor; language: 'vi' | 'en' },
): Promise<Page<DossierRow>> {
  const now = isoNow(runtime.clock);
  const where = conditions(search, { actor, now });
  if (!where) return { items: [], total: 0 };
  const [page, total] = await Promise.all([
    runtime.dossiers.find({
      where,
      sort: sortOf(search),
      limit: search.limit,
      ...(search.cursor && { cursor: search.cursor }),
    }),
    runtime.dossiers.count({ where }, { atMost: COUNTED }),
  ]);
  return {
    items: page.items.map((found) => viewRow(found, { language, now })),
    ...(page.next && { next: page.next }),
    total,
  };
}

const sortOf = ({ overdue }: DossierSearch): NonNullable<Query['sort']> =>
  overdue === 'true'
    ? [{ field: 'openDueAt', direction: 'asc' }]
    : [{ field: 'receivedAt', direction: 'desc' }];

/** Nothing when this person can see no dossier that matches. */
function conditions(
  search: DossierSearch,
  { actor, now }: { actor: Actor; now: string },
): Record<string, Condition> | undefined {
  const { status, procedure, unit, from, to, q, overdue } = search;
  const where: Record<string, Condition> = {};
  if (actor.kind === 'citizen' || actor.roles.every((role) => role === 'citizen')) {
    if (!seesAll(actor)) where.owner = actor.id;
    if (unit) where.involved = unit;
  } else {
    const units = [...new Set(actor.positions.map((held) => held.unit))];
    if (!seesAll(actor) && unit !== undefined && !units.includes(unit)) return undefined;
    if (unit !== undefined) where.involved = unit;
    else if (!seesAll(actor)) where.involved = { in: units };
  }
  if (status) where[statusKey.safeParse(status).success ? 'status' : 'statusCode'] = statusValue(status);
  if (procedure) where['procedure.code'] = procedure;
  if (from || to) where.receivedAt = { ...(from && { gte: dayStart(from) }), ...(to && { lt: nextDay(to) }) };
  if (q?.trim()) where.search = { prefix: fold(q) };
  if (overdue === 'true') where.openDueAt = { lt: now };
  return where;
}

const statusValue = (status: string): string | number =>
  statusKey.safeParse(status).success ? status : Number.parseInt(status, 10) || 0;

const dayStart = (day: string): string => (day.length === 10 ? startOfLocalDay(day) : day);

/** A day as the end of a range is meant whole. */
const nextDay = (day: string): string =>
  day.length === 10 ? new Date(Date.parse(startOfLocalDay(day)) + 86_400_000).toISOString() : day;
