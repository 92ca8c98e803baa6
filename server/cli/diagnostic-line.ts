/** A finding of the compiler as compilers print theirs: place, severity, sentence, code. */
import type { Diagnostic } from '../../engine/types.ts';
import { say } from './command.ts';
import type { Terminal } from './terminal.ts';

export function diagnosticLine(file: string, diagnostic: Diagnostic, terminal: Terminal): string {
  const { element, severity, message, code } = diagnostic;
  const place = element === undefined ? file : `${file}#${element}`;
  return `${place}: ${say(terminal, `severity.${severity}`)}: ${message[terminal.language]} [${code}]`;
}
