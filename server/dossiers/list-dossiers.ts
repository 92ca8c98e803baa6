/** Search: by status, procedure, unit, time of reception, lateness, and by code or name without diacritics. */
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { fold } from '../access/search-words.ts';
import { isoNow } from '../clock.ts';
import type { Page } from '../contract/common.ts';
import { type DossierRow, type dossierQuery, type StatusKey, statusKey } from '../contract/dossiers.ts';
import { startOfLocalDay } from '../deadlines/local-time.ts';
import { problem } from '../http/problem.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Condition, Query } from '../store/store.ts';
import { seesAll } from './capacities.ts';
import { citizenPlace, EVERYWHERE, type ListEntry } from './list-entries.ts';
import { STATUSES } from './statuses.ts';
import { viewRow } from './view-dossier.ts';

export type DossierSearch = z.output<typeof dossierQuery>;

/** Counting stops here: a list says "more than", it does not walk a million rows. */
const COUNTED = 10_000;
/** A dossier of two of one's units stands in both lists: up to here the doubles are taken out of the total. */
const TOLD_APART = 200;

/** Newest first; the overdue ones by how long they have been. `total` is left out where it would take a scan. */
export async function listDossiers(
  runtime: Runtime,
  { search, actor, language }: { search: DossierSearch; actor: Actor; language: 'vi' | 'en' },
): Promise<Page<DossierRow>> {
  const now = isoNow(runtime.clock);
  const filters = placesOf(search, actor).map((place) => filterOf(place, search, now));
  const [entries, total] = await Promise.all([pageOf(runtime, filters, search), totalOf(runtime, filters)]);
  const shown = entries.slice(0, search.limit);
  const last = shown.at(-1);
  const found = await runtime.dossiers.getMany(shown.map(({ code }) => code));
  return {
    items: found.map((dossier) => viewRow(dossier, { language, now })),
    ...(entries.length > search.limit && last && { next: sortKey(search, last) }),
    ...(total !== undefined && { total }),
  };
}

/** Where this person may look; a citizen at his own, whoever watches over all everywhere. */
function placesOf({ unit }: DossierSearch, actor: Actor): string[] {
  if (seesAll(actor)) return [unit ?? EVERYWHERE];
  const units = actor.positions.filter(({ role }) => role !== 'citizen').map((held) => held.unit);
  if (units.length === 0) return [citizenPlace(actor.id)];
  return [...new Set(units)].filter((each) => unit === undefined || each === unit);
}

/** One more than asked for, so that the caller knows whether there is a next page. */
async function pageOf({ list }: Runtime, filters: Where[], search: DossierSearch): Promise<ListEntry[]> {
  const { limit } = search;
  const pages = await Promise.all(
    filters.map((where) =>
      list.find({
        where: { ...where, ...beyondCursor(where, search) },
        sort: sortOf(search),
        limit: limit + 1,
      }),
    ),
  );
  const byCode = new Map(pages.flatMap(({ items }) => items.map(({ doc }) => [doc.code, doc])));
  const direction = search.overdue === 'true' ? 1 : -1;
  return [...byCode.values()].sort((left, right) =>
    sortKey(search, left) < sortKey(search, right) ? -direction : direction,
  );
}

async function totalOf({ list }: Runtime, filters: Where[]): Promise<number | undefined> {
  const counts = await Promise.all(filters.map((where) => list.count({ where }, { atMost: COUNTED })));
  if (counts.length <= 1) return counts[0] ?? 0;
  if (counts.some((count) => count > TOLD_APART)) return undefined;
  const pages = await Promise.all(filters.map((where) => list.find({ where, limit: TOLD_APART })));
  return new Set(pages.flatMap(({ items }) => items.map(({ doc }) => doc.code))).size;
}

const sortKey = ({ overdue }: DossierSearch, entry: ListEntry): string =>
  overdue === 'true' ? (entry.dueOrder ?? '') : entry.order;

type Where = Record<string, Condition>;

function filterOf(place: string, search: DossierSearch, now: string): Where {
  const { status, procedure, from, to, q, overdue } = search;
  const where: Where = { place };
  const key = statusKey.safeParse(status).data;
  if (status) where.statusCode = key ? STATUSES[key].code : Number(status);
  if (key && sharesCode(key)) where.status = key;
  if (procedure) where.procedure = procedure;
  if (q?.trim()) where.search = { prefix: fold(q) };
  if (from || to) where.order = { ...(from && { gte: dayStart(from) }), ...(to && { lt: dayEnd(to) }) };
  if (overdue === 'true') where.dueOrder = { lt: now };
  return where;
}

/** The index that serves: its fields before the sort key are equalities of the filter. */
function sortOf({ status, procedure, overdue }: DossierSearch): NonNullable<Query['sort']> {
  const by = (fields: string[], direction: 'asc' | 'desc') => fields.map((field) => ({ field, direction }));
  if (overdue === 'true') return by(['place', 'dueOrder'], 'asc');
  if (procedure) return by(['place', 'procedure', 'order'], 'desc');
  return status ? by(['place', 'statusCode', 'order'], 'desc') : by(['place', 'order'], 'desc');
}

function beyondCursor(where: Where, { overdue, cursor }: DossierSearch): Where {
  if (cursor === undefined) return {};
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z\|.+$/.test(cursor)) throw problem('store.bad-cursor', 400);
  if (overdue === 'true') return { dueOrder: { ...(where.dueOrder as object), gt: cursor } };
  return { order: { ...(where.order as object | undefined), lt: cursor } };
}

/** Eight is a pause or a stop. */
const sharesCode = (key: StatusKey): boolean =>
  Object.values(STATUSES).filter(({ code }) => code === STATUSES[key].code).length > 1;

const dayStart = (day: string): string => (day.length === 10 ? startOfLocalDay(day) : day);

/** A day as the end of a range is meant whole. */
const dayEnd = (day: string): string =>
  day.length === 10 ? new Date(Date.parse(startOfLocalDay(day)) + 86_400_000).toISOString() : day;
