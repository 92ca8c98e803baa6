import { type Program, programOf, type Starter } from '../compile/program.ts';
import type { Instant, Process, StartOptions, Step, Variables } from '../types.ts';
import { completeActivity } from './activity.ts';
import { CommandRefused } from './command-refused.ts';
import { receive } from './receive.ts';
import { leave } from './route.ts';
import { beginRun, emit, endRun, open, type Run } from './run.ts';
import { armStarts, enterScope } from './scopes.ts';
import { settle } from './settle.ts';
import { FORMAT, type State } from './state.ts';
import { write } from './variables.ts';

/**
 * Starts an instance at `at`. `input` is its first variables. Begins at `options.start`, or else at
 * the first plain start event; without one at the first triggered one; without any start event at
 * every step that nothing leads to.
 * Throws `CommandRefused` (`unknown-element`) when `options.start` starts nothing.
 */
export function startProcess(
  process: Process,
  input: Variables,
  at: Instant,
  options: StartOptions = {},
): Step {
  const program = programOf(process);
  const state: State = {
    format: FORMAT,
    process: program.id,
    status: 'running',
    variables: input,
    next: 1,
    open: {},
  };
  const run = beginRun(program, state, at);
  armStarts(run, undefined, program.scope);
  const starter = findStarter(program, options);
  if (starter) begin(run, starter, options.payload ?? {});
  else enterScope(run, undefined, program.scope);
  settle(run);
  return endRun(run);
}

function findStarter(program: Program, { start }: StartOptions): Starter | undefined {
  if (start === undefined) return program.scope.entries.length > 0 ? undefined : program.starters[0];
  const starter = program.starters.find((each) => each.node.id === start);
  if (!starter) throw new CommandRefused('unknown-element', `${start} starts nothing in ${program.id}`);
  return starter;
}

function begin(run: Run, { node, trigger }: Starter, payload: Variables): void {
  if (node.kind === 'receiveTask') write(run, undefined, payload);
  else receive(run, node, { scope: undefined, payload });
  const gateway = node.incoming[0]?.source;
  if (gateway?.instantiates) {
    emit(run, 'enter', gateway.id);
    emit(run, 'leave', gateway.id);
    emit(run, 'take', node.incoming[0]!.id, { from: gateway.id, to: node.id });
  }
  emit(run, 'enter', node.id);
  if (trigger)
    emit(
      run,
      trigger.type === 'timer' ? 'timer' : 'catch',
      node.id,
      trigger.type === 'timer' ? {} : { kind: trigger.type },
    );
  if (gateway?.instantiates && gateway.gateway === 'parallel') awaitOthers(run, gateway, node);
  if (node.kind === 'receiveTask') completeActivity(run, open(run, { element: node.id, role: 'catch' }), {});
  else leave(run, node, undefined);
}

/** A parallel event gateway starts one instance with its first event and then waits for all the others. */
function awaitOthers(run: Run, gateway: Starter['node'], first: Starter['node']): void {
  for (const flow of gateway.outgoing) {
    if (flow.target === first) continue;
    run.queue.push({ do: 'arrive', node: flow.target, flow });
  }
}
