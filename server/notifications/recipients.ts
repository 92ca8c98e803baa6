/** Accounts behind an audience, as the organisation stands when they are told. */
import { headsOf } from '../access/heads-of.ts';
import { roleKey } from '../contract/access.ts';
import type { DossierRecord, HistoryEntry } from '../dossiers/records.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Audience } from './topics.ts';

interface Told {
  dossier: DossierRecord;
  entry: HistoryEntry;
}

interface Work {
  assignee?: string | undefined;
  unit?: string | undefined;
  role?: string | undefined;
}

/** Ids of accounts, each once. */
export async function recipientsOf(
  runtime: Pick<Runtime, 'organisation'>,
  audiences: readonly Audience[],
  told: Told,
): Promise<string[]> {
  const found = await Promise.all(audiences.map((audience) => FIND[audience](runtime, told)));
  return [...new Set(found.flat())];
}

const FIND: Record<Audience, (runtime: Pick<Runtime, 'organisation'>, told: Told) => Promise<string[]>> = {
  holder: (runtime, { entry }) => holdersOf(runtime, workOf(entry)),
  handlers: async (runtime, { dossier }) =>
    (await Promise.all(dossier.openTasks.map((task) => holdersOf(runtime, task)))).flat(),
  counter: async (runtime, { dossier: { units } }) =>
    (
      await Promise.all(
        [...new Set([units.receiving, units.returning])].map((unit) =>
          holdersOf(runtime, { unit, role: 'counter' }),
        ),
      )
    ).flat(),
  heads: async ({ organisation }, { dossier, entry }) => {
    const unit =
      workOf(entry).unit ?? (dossier.acceptedAt ? dossier.units.competent : dossier.units.receiving);
    return headIds(organisation, unit);
  },
  'lead-heads': ({ organisation }, { dossier }) => headIds(organisation, dossier.units.competent),
  'counter-heads': ({ organisation }, { dossier }) => headIds(organisation, dossier.units.receiving),
  keepers: async ({ organisation }) => (await organisation.holders('procedure-owner')).map(({ id }) => id),
};

const headIds = async (organisation: Runtime['organisation'], unit: string): Promise<string[]> =>
  (await headsOf(organisation, unit)).people.map(({ id }) => id);

/** Who does a step: the person it is assigned to, else everybody who holds its position. */
async function holdersOf(
  { organisation }: Pick<Runtime, 'organisation'>,
  { assignee, unit, role }: Work,
): Promise<string[]> {
  if (assignee) return [assignee];
  const known = roleKey.safeParse(role).data;
  if (!known || !unit) return [];
  return (await organisation.holders(known, unit)).map(({ id }) => id);
}

const workOf = ({ after }: HistoryEntry): Work =>
  typeof after === 'object' && after !== null ? (after as Work) : {};
