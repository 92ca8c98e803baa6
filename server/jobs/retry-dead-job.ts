import { type Clock, isoNow } from '../clock.ts';
import { problem } from '../http/problem.ts';
import type { Store, Stored } from '../store/store.ts';
import { type Job, jobSpec } from './records.ts';

/**
 * Gives a job that was given up all its tries anew, beginning now.
 * @throws Problem job.not-found, job.not-dead
 */
export async function retryDeadJob(
  { store, clock }: { store: Store; clock: Clock },
  id: string,
): Promise<Stored<Job>> {
  const found = await store.collection(jobSpec).get(id);
  if (!found) throw problem('job.not-found', 404, { values: { id } });
  if (found.doc.state !== 'dead') throw problem('job.not-dead', 409, { values: { id } });
  const doc: Job = {
    ...found.doc,
    state: 'queued',
    attempts: 0,
    endedAt: null,
    owner: null,
    nextAt: isoNow(clock),
  };
  await store.commit([{ op: 'replace', collection: jobSpec.name, id, version: found.version, doc }]);
  return { id, version: found.version + 1, doc };
}
