import { scopesOf } from './connect.ts';
import type { FileContext } from './context.ts';
import type { Program } from './program.ts';

/** Reports what cannot run in a connected process. */
export function checkProcess(file: FileContext, program: Program): void {
  for (const scope of scopesOf(program.scope)) {
    if (scope === program.scope && program.starters.length === 0 && scope.entries.length === 0)
      file.report.add('process.no-start', program.id);
  }
}
