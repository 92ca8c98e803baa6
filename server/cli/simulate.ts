/** `motcua simulate`: many dossiers through a process with a virtual clock, and where their time goes. */
import type { Simulation, Spread } from '../../engine/index.ts';
import { type Command, say, wrongInput } from './command.ts';
import { diagnosticLine } from './diagnostic-line.ts';
import { wholeNumber } from './parse-input.ts';
import { readText } from './read-input.ts';
import type { Terminal } from './terminal.ts';

const MOST_DOSSIERS = 100_000;

export const simulate: Command = {
  name: 'simulate',
  positionals: ['FILE.bpmn'],
  summary: {
    vi: 'Mô phỏng nhiều hồ sơ qua một quy trình: thời lượng, hàng chờ, thời gian đi vào đâu',
    en: 'Simulate many dossiers through a process: durations, queues, where time goes',
  },
  options: {
    dossiers: {
      type: 'string',
      value: 'N',
      help: { vi: 'số hồ sơ (mặc định 100)', en: 'how many dossiers (100 when absent)' },
    },
    seed: {
      type: 'string',
      value: 'S',
      help: {
        vi: 'số gốc; cùng số gốc thì cùng kết quả (mặc định 1)',
        en: 'the same seed gives the same result (1 when absent)',
      },
    },
    json: { type: 'boolean', help: { vi: 'kết quả là một dòng JSON', en: 'the result as one line of JSON' } },
  },
  run: async ({ positionals: [file = ''], values }, terminal) => {
    const number = (option: 'dossiers' | 'seed', otherwise: number, least: number, most: number) =>
      values[option] === undefined ? otherwise : wholeNumber(String(values[option]), { option, least, most });
    const dossiers = number('dossiers', 100, 1, MOST_DOSSIERS);
    const seed = number('seed', 1, 0, 2 ** 31 - 1);
    const xml = await readText(file);
    const { compileProcess, simulateProcess } = await import('../../engine/index.ts');
    const { process, diagnostics } = await compileProcess(xml);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    for (const error of errors) terminal.err(diagnosticLine(file, error, terminal));
    if (!process || errors.length > 0) throw wrongInput('simulate.process-wrong', { file });
    const found = simulateProcess({ process, dossiers, seed });
    terminal.out(values['json'] ? JSON.stringify(found) : readable(found, terminal));
    return 0;
  },
};

function readable(found: Simulation, terminal: Terminal): string {
  const { dossiers, completed, unfinished, seed } = found;
  const percent = (share: number) => Math.round(share * 100);
  const steps = found.steps.map((step) => [
    step.name || step.element,
    String(step.count),
    hours(step.waiting.mean),
    hours(step.waiting.p95),
    hours(step.working.mean),
    String(step.queue.max),
  ]);
  const head = (['step', 'count', 'waiting', 'waiting-p95', 'working', 'queue'] as const).map((name) =>
    say(terminal, `simulate.${name}`),
  );
  const people = found.resources.map(({ key, people, load }) =>
    say(terminal, 'simulate.load', { key, people, load: percent(load) }),
  );
  return [
    say(terminal, 'simulate.counts', { dossiers, completed, unfinished, seed }),
    say(terminal, 'simulate.duration', spreadHours(found.duration)),
    say(terminal, 'simulate.past-limit', {
      limit: hours(found.limit.milliseconds),
      share: percent(found.pastLimit),
    }),
    '',
    ...aligned([head, ...steps]),
    '',
    ...people,
  ].join('\n');
}

const spreadHours = ({ mean, median, p95, max }: Spread) => ({
  mean: hours(mean),
  median: hours(median),
  p95: hours(p95),
  max: hours(max),
});

/** Working hours, one decimal. */
const hours = (milliseconds: number): string => (milliseconds / 3_600_000).toFixed(1);

/** The first column to the left, figures to the right. */
function aligned(rows: string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  '),
  );
}
