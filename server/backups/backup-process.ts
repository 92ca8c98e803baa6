/** The process in which a scheduled backup is taken: one order in, one reply out, then it ends. */
import { Problem } from '../http/problem.ts';
import { requestsFirst } from '../requests-first.ts';
import { type BackupOrder, type BackupOutcome, backUp } from '../store/backup/back-up.ts';
import { StoreUnavailable } from '../store/store.ts';

export type BackupReply =
  | { outcome: BackupOutcome }
  /** a problem of the catalogue */
  | { code: string; values: Problem['values'] }
  /** any other fault */
  | { code?: undefined; finding: string };

process.once('message', (order: BackupOrder) => {
  requestsFirst();
  void answer(order).then((reply) => process.send?.(reply, () => process.exit(0)));
});
// A server that is gone names no file that would be written.
process.once('disconnect', () => process.exit(1));

async function answer(order: BackupOrder): Promise<BackupReply> {
  try {
    return { outcome: await backUp(order) };
  } catch (fault) {
    if (fault instanceof Problem) return { code: fault.code, values: fault.values };
    if (fault instanceof StoreUnavailable) return { code: `store.${fault.reason}`, values: {} };
    return { finding: fault instanceof Error ? fault.message : String(fault) };
  }
}
