import type { z } from 'zod';
import { isoNow } from '../clock.ts';
import type { rating } from '../contract/portal.ts';
import { problem } from '../http/problem.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { DuplicateKey } from '../store/store.ts';
import { type RatingRecord, ratingSpec } from './records.ts';

/**
 * R149: after the return, authenticated by the code, once.
 * @throws Problem portal.dossier-not-found, portal.not-yet-returned, portal.already-rated
 */
export async function rateDossier(
  runtime: Runtime,
  { code, stars, comment }: { code: string } & z.output<typeof rating>,
): Promise<void> {
  const found = await runtime.dossiers.get(code);
  if (!found) throw problem('portal.dossier-not-found', 404, { values: { code } });
  if (found.doc.status !== 'returned') throw problem('portal.not-yet-returned', 409, { values: { code } });
  const collection = runtime.store.collection(ratingSpec).name;
  const doc: RatingRecord = {
    procedure: found.doc.procedure.code,
    unit: found.doc.units.competent,
    stars,
    ...(comment && { comment }),
    at: isoNow(runtime.clock),
  };
  try {
    await runtime.store.commit([{ op: 'insert', collection, id: code, doc }]);
  } catch (error) {
    if (error instanceof DuplicateKey) throw problem('portal.already-rated', 409, { values: { code } });
    throw error;
  }
}
