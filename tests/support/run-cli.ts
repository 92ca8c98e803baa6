/** Runs a command in this process and keeps what it said. */
import { main } from '../../server/cli/motcua.ts';
import type { Language } from '../../server/http/messages.ts';

export interface CliOutcome {
  code: number;
  out: string;
  err: string;
}

export async function runCli(argv: string[], language: Language = 'vi'): Promise<CliOutcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(argv, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    language,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
