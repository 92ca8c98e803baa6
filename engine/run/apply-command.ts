import { programOf } from '../compile/program.ts';
import type { Command, Instant, Process, ProcessState, Step } from '../types.ts';
import { CommandRefused } from './command-refused.ts';
import { commands } from './commands.ts';
import { beginRun, endRun, isEnded } from './run.ts';
import { settle } from './settle.ts';
import { upgradeState } from './upgrade-state.ts';

/** Commands that a suspended instance still takes. */
const WHILE_SUSPENDED = new Set<Command['type']>(['resume', 'cancel', 'set-variables', 'jump']);

/**
 * Carries out one command at `at` and moves the instance until everything in it waits again. Pure: the
 * given state is not touched. Throws `CommandRefused` when the command does not fit.
 */
export function applyCommand(process: Process, state: ProcessState, command: Command, at: Instant): Step {
  const current = upgradeState(state);
  const run = beginRun(programOf(process), current, at);
  if (isEnded(run)) throw new CommandRefused('not-running', `the instance is ${current.status}`);
  if (current.status === 'suspended' && !WHILE_SUSPENDED.has(command.type))
    throw new CommandRefused('not-running', 'the instance is suspended');
  const handle = commands[command.type] as ((...args: unknown[]) => void) | undefined;
  if (!handle) throw new CommandRefused('wrong-kind', `no command ${String(command.type)}`);
  handle(run, command);
  if (run.state.status === 'running') settle(run);
  return endRun(run);
}
