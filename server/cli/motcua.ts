/** The command `motcua`: finds the command asked for, reads its arguments, runs it, and tells how it ended. */
import { type Command, misuse, Refusal, say } from './command.ts';
import { commandHelp, overview } from './help.ts';
import { parseInput } from './parse-input.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** Each is loaded when it is asked for, so that a small command starts fast. */
const COMMANDS: { [name: string]: () => Promise<Command> } = {
  serve: async () => (await import('./serve.ts')).serve,
  check: async () => (await import('./check.ts')).check,
  form: async () => (await import('./form.ts')).form,
  trace: async () => (await import('./trace.ts')).trace,
  simulate: async () => (await import('./simulate.ts')).simulate,
  render: async () => (await import('./render.ts')).render,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  drill: async () => (await import('./drill.ts')).drill,
  migrate: async () => (await import('./migrate.ts')).migrate,
  verify: async () => (await import('./verify.ts')).verify,
  'check-config': async () => (await import('./check-config.ts')).checkConfig,
};

/** @returns the exit code: 0 done, 1 the input is wrong, 2 misuse */
export async function main(argv: string[], terminal: Terminal = processTerminal()): Promise<number> {
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    return explain(error, terminal);
  }
}

async function dispatch([name, ...rest]: string[], terminal: Terminal): Promise<number> {
  if (name === undefined) throw misuse('misuse.no-command');
  if (name === '--help' || name === '-h' || name === 'help') {
    const commands: Command[] = [];
    for (const load of Object.values(COMMANDS)) commands.push(await load());
    terminal.out(overview(commands, terminal));
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw misuse('misuse.unknown-command', { name });
  const command = await load();
  const input = parseInput(command, rest);
  if (input.values['help']) {
    terminal.out(commandHelp(command, terminal));
    return 0;
  }
  return command.run(input, terminal);
}

async function explain(error: unknown, terminal: Terminal): Promise<number> {
  if (error instanceof Refusal) {
    terminal.err(error.sentence[terminal.language]);
    return error.exitCode;
  }
  const { sentenceOfProblem } = await import('./sentence-of-problem.ts');
  terminal.err(
    sentenceOfProblem(error, terminal.language) ?? say(terminal, 'failed', { detail: String(error) }),
  );
  return 1;
}
