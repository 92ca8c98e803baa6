/** What the same person answered before, for the fields of a form that take it over (`ui:from: earlier`). */
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { fold } from '../access/search-words.ts';
import type { askEarlierAnswers, EarlierAnswers } from '../contract/dossiers.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { maySee, seesAll } from './capacities.ts';
import { citizenPlace, EVERYWHERE } from './list-entries.ts';
import type { DossierRecord } from './records.ts';

/** Newest dossiers of a name that are looked at; whoever has more has answered in the first of them. */
const LOOKED_AT = 20;

type Person = z.output<typeof askEarlierAnswers>;

/**
 * Staff must know name and number: a namesake's answers are none of his. A citizen is given what his own account
 * filed in that name.
 */
export async function readEarlierAnswers(
  runtime: Runtime,
  { key, person, actor }: { key: string; person: Person; actor: Actor },
): Promise<EarlierAnswers> {
  const form = await runtime.catalogue.publishedForm(key);
  if (!form) return { offers: [] };
  const offers = new Map<string, EarlierAnswers['offers'][number]>();
  for (const dossier of await dossiersOf(runtime, person, actor)) {
    for (const { pointer, value } of form.fromEarlier(dossier.form)) {
      if (offers.has(pointer)) continue;
      offers.set(pointer, {
        pointer,
        value: value as EarlierAnswers['offers'][number]['value'],
        dossier: dossier.code,
        at: dossier.receivedAt,
      });
    }
  }
  return { offers: [...offers.values()] };
}

/** Newest first. */
async function dossiersOf(runtime: Runtime, person: Person, actor: Actor): Promise<DossierRecord[]> {
  const isCitizen = !seesAll(actor) && actor.positions.every(({ role }) => role === 'citizen');
  if (!isCitizen && !person.identifier) return [];
  const units = actor.positions.filter(({ role }) => role !== 'citizen').map(({ unit }) => unit);
  const places = isCitizen ? [citizenPlace(actor.id)] : seesAll(actor) ? [EVERYWHERE] : [...new Set(units)];
  const pages = await Promise.all(
    places.map((place) =>
      runtime.list.find({
        where: { place, search: { prefix: fold(person.fullName) } },
        sort: [
          { field: 'place', direction: 'desc' },
          { field: 'order', direction: 'desc' },
        ],
        limit: LOOKED_AT,
      }),
    ),
  );
  const codes = new Set(pages.flatMap(({ items }) => items.map(({ doc }) => doc.code)));
  const found = await runtime.dossiers.getMany([...codes]);
  return found
    .map(({ doc }) => doc)
    .filter((dossier) => maySee(actor, dossier) && isOf(dossier, person, isCitizen))
    .sort((left, right) => (left.receivedAt < right.receivedAt ? 1 : -1));
}

function isOf({ applicant }: DossierRecord, { fullName, identifier }: Person, isOwn: boolean): boolean {
  if (fold(applicant.fullName) !== fold(fullName)) return false;
  const isUnknown = identifier === undefined || applicant.identifier === undefined;
  return applicant.identifier === identifier || (isOwn && isUnknown);
}
