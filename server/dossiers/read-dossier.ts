/** One dossier for one person: the record, its papers, and what he may do. */
import type { Actor } from '../access/actor.ts';
import type { Dossier } from '../contract/dossiers.ts';
import type { DocumentRecord } from '../documents/records.ts';
import { problem } from '../http/problem.ts';
import { loadContext } from '../runtime/load-context.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Stored } from '../store/store.ts';
import { maySee } from './capacities.ts';
import type { DossierRecord } from './records.ts';
import { type Viewer, viewDossier } from './view-dossier.ts';

/** @throws Problem dossier.not-found, also for a dossier that this person may not see */
export async function findDossier(
  runtime: Runtime,
  code: string,
  actor: Actor,
): Promise<Stored<DossierRecord>> {
  const found = await runtime.dossiers.get(code);
  if (!found || !maySee(actor, found.doc)) throw problem('dossier.not-found', 404, { values: { code } });
  return found;
}

export async function readDossier(runtime: Runtime, code: string, viewer: Viewer): Promise<Dossier> {
  return present(runtime, await findDossier(runtime, code, viewer.actor), viewer);
}

/** The answer of every operation: the dossier as `GET` shows it. */
export async function present(
  runtime: Runtime,
  dossier: Stored<DossierRecord>,
  viewer: Viewer,
): Promise<Dossier> {
  const [documents, context] = await Promise.all([
    documentsOf(runtime, dossier.doc.code),
    loadContext(runtime, dossier.doc, viewer.actor),
  ]);
  return viewDossier(dossier, { documents, context, viewer });
}

/** Papers and waiting drafts, oldest first; withdrawn ones when they had been issued, void drafts no more. */
export async function documentsOf({ documents }: Runtime, code: string): Promise<DocumentRecord[]> {
  const { items } = await documents.find({
    where: { dossier: code },
    sort: [
      { field: 'dossier', direction: 'asc' },
      { field: 'issuedAt', direction: 'asc' },
    ],
    limit: 1000,
  });
  return items.map(({ doc }) => doc).filter(({ state, number }) => state !== 'withdrawn' || number !== '');
}
