/** Arguments and options of one command, checked against what it declares. */
import { parseArgs } from 'node:util';
import { type Command, type CommandInput, misuse } from './command.ts';

/** `values.help` asks for the help instead. @throws Refusal (2) on misuse */
export function parseInput(command: Command, argv: string[]): CommandInput {
  const { values, positionals } = parse(command, argv);
  if (values['help']) return { values, positionals };
  const [extra] = positionals.slice(command.positionals.length);
  if (extra !== undefined) throw misuse('misuse.extra-argument', { command: command.name, argument: extra });
  const absent = command.positionals[positionals.length];
  if (absent !== undefined)
    throw misuse('misuse.missing-argument', { command: command.name, argument: absent });
  for (const [option, { required }] of Object.entries(command.options)) {
    if (required && values[option] === undefined)
      throw misuse('misuse.missing-option', { command: command.name, option });
  }
  return { values, positionals };
}

function parse(command: Command, argv: string[]): CommandInput {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type }]) => [name, { type }]),
  );
  try {
    const parsed = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    });
    return { positionals: parsed.positionals, values: parsed.values as CommandInput['values'] };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-[^ '=]+)/.exec(message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw misuse('misuse.unknown-option', { command: command.name, option });
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw misuse('misuse.option-value', { command: command.name, option });
    throw error;
  }
}

/** A whole number given as an option. @throws Refusal (2) */
export function wholeNumber(
  text: string,
  { option, least, most }: { option: string; least: number; most: number },
): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most)
    throw misuse('misuse.not-a-number', { option, least, most });
  return number;
}
