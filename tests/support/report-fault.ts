/** What a fault cost, for the table that `npm run test:faults` prints. */
import { appendFileSync } from 'node:fs';

export interface FaultOutcome {
  fault: string;
  /** tried in this one report; once when absent */
  times?: number;
  /** acknowledged and not there afterwards */
  lost: number;
  /** done twice */
  doubled: number;
  /** until it served again */
  seconds: number;
}

/** Kept nowhere when nobody asks for the table. */
export function reportFault(outcome: FaultOutcome): void {
  const file = process.env['MOTCUA_FAULT_REPORT'];
  if (file) appendFileSync(file, `${JSON.stringify(outcome)}\n`);
}
