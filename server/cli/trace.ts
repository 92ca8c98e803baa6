/** `motcua trace`: a process run on the kernel with a virtual clock, event by event. */
import type { Trace } from '../../engine/index.ts';
import type { ProcessEvent } from '../../engine/types.ts';
import { type Command, say } from './command.ts';
import { diagnosticLine } from './diagnostic-line.ts';
import { readText } from './read-input.ts';
import type { Terminal } from './terminal.ts';

export const trace: Command = {
  name: 'trace',
  positionals: ['FILE.bpmn'],
  summary: {
    vi: 'Chạy thử một quy trình với đồng hồ ảo và in từng sự kiện',
    en: 'Run a process with a virtual clock and print its events',
  },
  options: {
    plan: {
      type: 'string',
      value: 'PLAN.json',
      help: {
        vi: 'kịch bản: dữ liệu vào và các bước (complete, advance, message, signal, fail)',
        en: 'plan: the input and the steps (complete, advance, message, signal, fail)',
      },
    },
    json: { type: 'boolean', help: { vi: 'mỗi sự kiện một dòng JSON', en: 'one JSON object a line' } },
  },
  run: async ({ positionals: [file = ''], values }, terminal) => {
    const xml = await readText(file);
    const { readPlan } = await import('./trace-plan.ts');
    const plan = values['plan'] === undefined ? {} : await readPlan(String(values['plan']));
    const { traceProcess } = await import('../../engine/index.ts');
    const traced = await traceProcess(xml, plan);
    for (const diagnostic of traced.diagnostics) terminal.err(diagnosticLine(file, diagnostic, terminal));
    const lines = values['json'] ? jsonLines(traced) : readableLines(traced, terminal);
    terminal.out(lines.join('\n'));
    return traced.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

const jsonLines = ({ events, result }: Trace): string[] =>
  [...events, result].map((line) => JSON.stringify(line));

function readableLines({ events, result }: Trace, terminal: Terminal): string[] {
  const labels = events.map(({ type }) => say(terminal, `event.${type}`));
  const width = Math.max(0, ...labels.map((label) => label.length));
  return [
    ...events.map((event, n) => `${localTime(event.at)}  ${labels[n]!.padEnd(width)}  ${subject(event)}`),
    '',
    say(terminal, `trace.${result.state}`, { open: result.open.join(', ') }),
    JSON.stringify(result.variables, null, 2),
  ];
}

function subject({
  element,
  at: _at,
  type: _type,
  occurrence: _occurrence,
  ...details
}: ProcessEvent): string {
  const rest = Object.entries(details).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [element, ...rest].join(' ');
}

/** As a clerk in Việt Nam reads the clock: `2026-01-05 07:00:00`. */
const localTime = (instant: string): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
