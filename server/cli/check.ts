/** `motcua check`: what the compiler finds in a process drawn as BPMN. */
import type { Diagnostic, Severity } from '../../engine/types.ts';
import { type Command, say } from './command.ts';
import { diagnosticLine } from './diagnostic-line.ts';
import { readText } from './read-input.ts';
import type { Terminal } from './terminal.ts';

export const check: Command = {
  name: 'check',
  positionals: ['FILE.bpmn'],
  summary: {
    vi: 'Kiểm tra một quy trình BPMN và nêu từng điểm chưa đúng',
    en: 'Check a BPMN process and name each finding',
  },
  options: {
    json: {
      type: 'boolean',
      help: { vi: 'mỗi phát hiện một dòng JSON', en: 'one JSON object a line for each finding' },
    },
  },
  run: async ({ positionals: [file = ''], values }, terminal) => {
    const xml = await readText(file);
    const { compileProcess } = await import('../../engine/index.ts');
    const { diagnostics } = await compileProcess(xml);
    if (values['json']) for (const diagnostic of diagnostics) terminal.out(JSON.stringify(diagnostic));
    else tell(terminal, file, diagnostics);
    return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

function tell(terminal: Terminal, file: string, diagnostics: Diagnostic[]): void {
  for (const diagnostic of diagnostics) terminal.out(diagnosticLine(file, diagnostic, terminal));
  const count = (wanted: Severity) => diagnostics.filter(({ severity }) => severity === wanted).length;
  const counts = { errors: count('error'), warnings: count('warning') };
  terminal.err(say(terminal, diagnostics.length === 0 ? 'check.clean' : 'check.counts', { file, ...counts }));
}
