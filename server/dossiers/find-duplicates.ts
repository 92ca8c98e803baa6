/** Dossiers that may be the same matter filed once more: a hint for the counter, never a refusal. */
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { fold } from '../access/search-words.ts';
import { isoNow } from '../clock.ts';
import type { Applicant, DossierRow, duplicatesQuestion } from '../contract/dossiers.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { maySee } from './capacities.ts';
import { EVERYWHERE } from './list-entries.ts';
import type { DossierRecord } from './records.ts';
import { isFinal } from './statuses.ts';
import { viewRow } from './view-dossier.ts';

/** Of one name and one procedure, newest first: more is no help at the counter. */
const LOOKED_AT = 50;
/** What has ended longer ago is another matter. */
const RECENT_MS = 30 * 86_400_000;

/** Open or recently ended dossiers of the same procedure and, as far as is known, the same applicant; newest first. */
export async function findDuplicates(
  runtime: Runtime,
  {
    question,
    actor,
    language,
  }: { question: z.output<typeof duplicatesQuestion>; actor: Actor; language: 'vi' | 'en' },
): Promise<DossierRow[]> {
  const { procedure, applicant } = question;
  const now = isoNow(runtime.clock);
  const { items } = await runtime.list.find({
    where: { place: EVERYWHERE, procedure, search: { prefix: fold(applicant.fullName) } },
    sort: ['place', 'procedure', 'order'].map((field) => ({ field, direction: 'desc' as const })),
    limit: LOOKED_AT,
  });
  const found = await runtime.dossiers.getMany(items.map(({ doc }) => doc.code));
  return found
    .filter(({ doc }) => maySee(actor, doc) && isSamePerson(doc.applicant, applicant) && isRecent(doc, now))
    .map((dossier) => viewRow(dossier, { language, now }));
}

/** The same name, and nothing that is known of both differs. */
const isSamePerson = (
  one: Applicant,
  other: Pick<Applicant, 'fullName' | 'identifier' | 'birthDate' | 'phone'>,
): boolean =>
  fold(one.fullName) === fold(other.fullName) &&
  (['identifier', 'birthDate', 'phone'] as const).every(
    (key) => !one[key] || !other[key] || one[key] === other[key],
  );

const isRecent = ({ status, receivedAt }: DossierRecord, now: string): boolean =>
  !isFinal(status) || Date.parse(now) - Date.parse(receivedAt) < RECENT_MS;
