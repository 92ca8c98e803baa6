import { problem } from '../../http/problem.ts';
import { StoreUnavailable } from '../store.ts';
import { unwilling } from '../unwilling.ts';

const CODES: { [reason in StoreUnavailable['reason']]?: string } = {
  full: 'backup.disk-full',
  'read-only': 'backup.disk-read-only',
};

/** What a disk refuses while a backup is written to the folder, as a problem; any other fault as it is. */
export function refusalOfDisk(fault: unknown, folder: string): unknown {
  const refusal = fault instanceof StoreUnavailable ? fault : unwilling(fault);
  const code = refusal && CODES[refusal.reason];
  return code ? problem(code, 507, { values: { folder } }) : fault;
}
