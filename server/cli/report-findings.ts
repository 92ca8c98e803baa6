/** Tells every finding of a store, and at the end how many there are. */
import { say } from './command.ts';
import { brokenInvariants, type Verified } from './invariants.ts';
import type { Terminal } from './terminal.ts';

/** @returns the exit code: 1 when there is a finding */
export async function reportFindings(
  verified: Verified,
  { place, asJson, terminal }: { place: string; asJson: boolean; terminal: Terminal },
): Promise<0 | 1> {
  let found = 0;
  for await (const finding of brokenInvariants(verified)) {
    found += 1;
    terminal.out(asJson ? JSON.stringify(finding) : say(terminal, finding.code, finding.values));
  }
  terminal.err(say(terminal, found === 0 ? 'verify.clean' : 'verify.found', { folder: place, found }));
  return found === 0 ? 0 : 1;
}
