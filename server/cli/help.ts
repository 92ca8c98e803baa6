/** What `--help` prints, made from what the commands declare. */
import { type Command, say } from './command.ts';
import type { Terminal } from './terminal.ts';

export function overview(commands: Command[], terminal: Terminal): string {
  const rows = commands.map((command): Row => [command.name, command.summary[terminal.language]]);
  return [
    `${say(terminal, 'help.usage')} motcua <${commands.map(({ name }) => name).join('|')}>`,
    '',
    say(terminal, 'help.commands'),
    ...columns(rows),
    '',
    say(terminal, 'help.more'),
  ].join('\n');
}

export function commandHelp(command: Command, terminal: Terminal): string {
  const rows = Object.entries(command.options).map(
    ([name, option]): Row => [
      option.value ? `--${name} ${option.value}` : `--${name}`,
      option.help[terminal.language],
    ],
  );
  return [
    command.summary[terminal.language],
    '',
    `${say(terminal, 'help.usage')} ${usage(command)}`,
    '',
    say(terminal, 'help.options'),
    ...columns([...rows, ['--help', say(terminal, 'help.help')]]),
  ].join('\n');
}

function usage(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, required }]) => {
    const option = value ? `--${name} ${value}` : `--${name}`;
    return required ? option : `[${option}]`;
  });
  return ['motcua', command.name, ...command.positionals, ...options].join(' ');
}

type Row = [left: string, right: string];

function columns(rows: Row[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
