/**
 * What lists of dossiers are read from: a small row for each place that a dossier is looked for in, written in
 * the commit that changes it. One index walk a place answers a page, at a hundred dossiers as at a million.
 */
import { isDeepStrictEqual } from 'node:util';
import type { CollectionSpec, Write } from '../store/store.ts';
import type { DossierRecord } from './records.ts';

export interface ListEntry {
  /** a unit's id, `*` for those who see all, `citizen:<account>` */
  place: string;
  code: string;
  /** instant of reception and code: one string orders a list and is its cursor */
  order: string;
  /** while the clock runs: due instant and code */
  dueOrder?: string;
  status: string;
  statusCode: number;
  procedure: string;
  unit: string;
  search: string[];
}

export const listEntrySpec: CollectionSpec<ListEntry> = {
  name: 'dossier-list',
  shardKey: 'id',
  indexes: [
    { name: 'place', fields: ['place', 'order'] },
    { name: 'status', fields: ['place', 'statusCode', 'order'] },
    { name: 'procedure', fields: ['place', 'procedure', 'order'] },
    { name: 'due', fields: ['place', 'dueOrder'] },
    { name: 'search', fields: ['search'], many: true },
  ],
};

export const EVERYWHERE = '*';
export const citizenPlace = (account: string): string => `citizen:${account}`;

/** Every place with the facts that a list shows or filters by. */
export function listEntries(dossier: DossierRecord): Map<string, ListEntry> {
  const { code, involved, owner, receivedAt, openDueAt, status, statusCode, procedure, units, search } =
    dossier;
  const places = [EVERYWHERE, ...involved, ...(owner === undefined ? [] : [citizenPlace(owner)])];
  return new Map(
    places.map((place) => [
      `${code}@${place}`,
      {
        place,
        code,
        order: `${receivedAt}|${code}`,
        ...(openDueAt && { dueOrder: `${openDueAt}|${code}` }),
        status,
        statusCode,
        procedure: procedure.code,
        unit: units.competent,
        search,
      },
    ]),
  );
}

/** The writes that bring the rows from what they were to what they are; none when nothing shows. */
export function listWrites(before: Map<string, ListEntry>, dossier: DossierRecord): Write[] {
  const collection = listEntrySpec.name;
  return [...listEntries(dossier)]
    .filter(([id, entry]) => !isDeepStrictEqual(before.get(id), entry))
    .map(([id, doc]): Write => ({ op: 'put', collection, id, doc }));
}
