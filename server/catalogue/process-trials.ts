/** Dry runs that were kept as tests of a procedure's process. */
import { randomUUID } from 'node:crypto';
import type { Asker } from '../access/audit.ts';
import { auditWrite } from '../access/audit.ts';
import { isoNow } from '../clock.ts';
import type { KeptTrial } from '../contract/catalogue.ts';
import type { Trial } from '../contract/trial/trial.ts';
import { problem } from '../http/problem.ts';
import { findProcedure } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import { type ProcessTrialRecord, processTrialSpec } from './records.ts';

const EVERY = 1000;

/** In the order in which they were kept. */
export async function trialsOf(catalogue: Catalogue, procedure: string): Promise<KeptTrial[]> {
  const { items } = await catalogue.trials.find({
    where: { procedure },
    sort: [
      { field: 'procedure', direction: 'asc' },
      { field: 'createdAt', direction: 'asc' },
    ],
    limit: EVERY,
  });
  return items.map(({ id, doc }) => present(id, doc));
}

/** @throws Problem 404 no such procedure */
export async function keepTrial(
  catalogue: Catalogue,
  { procedure, trial, by }: { procedure: string; trial: Trial; by: Asker },
): Promise<KeptTrial> {
  await findProcedure(catalogue, procedure);
  const at = isoNow(catalogue.clock);
  const id = randomUUID();
  const doc: ProcessTrialRecord = { procedure, trial, createdAt: at, createdBy: by.actor.name };
  await catalogue.store.commit([
    { op: 'insert', collection: processTrialSpec.name, id, doc },
    ...auditWrite({ at, ...by, what: 'process.keep-test', subject: procedure, detail: trial.name }),
  ]);
  return present(id, doc);
}

/** @throws Problem 404 no such test of the procedure */
export async function dropTrial(
  catalogue: Catalogue,
  { procedure, id, by }: { procedure: string; id: string; by: Asker },
): Promise<void> {
  const found = await catalogue.trials.get(id);
  if (!found || found.doc.procedure !== procedure) throw problem('process.no-such-test', 404, {});
  await catalogue.store.commit([
    { op: 'delete', collection: processTrialSpec.name, id, version: found.version },
    ...auditWrite({
      at: isoNow(catalogue.clock),
      ...by,
      what: 'process.drop-test',
      subject: procedure,
      detail: found.doc.trial.name,
    }),
  ]);
}

const present = (id: string, { trial, createdAt, createdBy }: ProcessTrialRecord): KeptTrial => ({
  ...trial,
  id,
  createdAt,
  createdBy,
});
