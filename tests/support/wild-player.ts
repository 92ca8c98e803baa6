import { expect } from '@jest/globals';
import { applyCommand, CommandRefused, startProcess } from '../../engine/index.ts';
import type { Command, Process, ProcessState, Step, Variables } from '../../engine/types.ts';

const AT = '2026-01-05T00:00:00.000Z';
const TURNS = 30;

/** What a process is played with: names that it knows, values that it decides by. */
export interface Toys {
  input?: Variables;
  messages?: string[];
  signals?: string[];
  /** of errors and escalations */
  codes?: string[];
  /** what completed work answers, in turn */
  outputs?: Variables[];
  jumps?: string[];
}

/**
 * Plays a process without sense, the same way for the same seed, and writes down what was told, said and left: work done in any
 * order, faults, messages nobody asked for, timers, suspensions, jumps. What is refused is written down as refused.
 */
export function playWildly(process: Process, toys: Toys, seed: number): string {
  let random = seed;
  const pick = <T>(all: readonly T[]): T => {
    random = (random * 48_271) % 2_147_483_647;
    return all[random % all.length]!;
  };
  const lines: string[] = [];
  const start = startProcess(process, toys.input ?? {}, AT);
  let state = start.state;
  write('start', start);
  for (let turn = 0; turn < TURNS && state.status !== 'completed' && state.status !== 'failed'; turn++) {
    const command = state.status === 'suspended' ? pick(AFTER_A_PAUSE) : nextCommand({ state, toys, pick });
    tell(command);
  }
  tell({ type: 'cancel', reason: 'enough' });
  lines.push(JSON.stringify(state));
  return lines.join('\n');

  function tell(command: Command): void {
    try {
      const step = applyCommand(process, JSON.parse(JSON.stringify(state)) as ProcessState, command, AT);
      state = step.state;
      write(JSON.stringify(command), step);
    } catch (fault) {
      if (!(fault instanceof CommandRefused)) throw fault;
      lines.push(`> ${JSON.stringify(command)}`, `  refused ${fault.code}`);
    }
  }

  function write(command: string, step: Step): void {
    expect(step).toStrictEqual(JSON.parse(JSON.stringify(step)));
    const { events, effects } = step;
    lines.push(`> ${command}`);
    // the clock stands still
    for (const { type, at, ...event } of events)
      lines.push(`  ${type} ${at === AT ? '' : at} ${JSON.stringify(event)}`);
    for (const { type, ...effect } of effects) lines.push(`  -> ${type} ${JSON.stringify(effect)}`);
  }
}

const AFTER_A_PAUSE: Command[] = [{ type: 'resume' }, { type: 'resume' }, { type: 'signal', name: 'S1' }];

function nextCommand({
  state,
  toys,
  pick,
}: {
  state: ProcessState;
  toys: Toys;
  pick: <T>(all: readonly T[]) => T;
}): Command {
  const open = Object.entries(state['open'] as Record<string, { role: string; incident?: object }>);
  const waits = open.filter(
    ([, { role, incident }]) => incident || !['scope', 'multi', 'turn'].includes(role),
  );
  const [occurrence, { role }] = pick(waits.length > 0 ? waits : open)!;
  const output = pick(toys.outputs ?? [{}]);
  const code = pick(toys.codes ?? ['unknown']);
  const message = pick(toys.messages ?? ['M']);
  const ofRole: Record<string, Command> = {
    task: { type: 'complete', occurrence, output },
    job: { type: 'job-done', occurrence, output },
    call: { type: 'call-ended', occurrence, output },
    stuck: { type: 'retry', occurrence },
  };
  const natural: Command[] = ofRole[role]
    ? [ofRole[role]]
    : [
        { type: 'fire-timer', occurrence },
        { type: 'message', name: message, payload: output },
        { type: 'signal', name: pick(toys.signals ?? ['S1']), payload: output },
      ];
  const odd: Command[] = [
    { type: 'fail', occurrence, code },
    { type: 'escalate', occurrence, code },
    { type: 'job-failed', occurrence, message: 'broken' },
    { type: 'job-failed', occurrence, code, message: 'broken' },
    { type: 'call-ended', occurrence, output },
    { type: 'call-ended', occurrence, error: { code } },
    { type: 'complete', occurrence, output },
    { type: 'fire-timer', occurrence },
    { type: 'message', name: message, correlation: 7, payload: output },
    { type: 'message', name: message, occurrence },
    { type: 'signal', name: pick(toys.signals ?? ['S1']), payload: output },
    { type: 'set-variables', variables: output },
    { type: 'set-variables', variables: { local: 1 }, scope: occurrence },
    { type: 'retry', occurrence },
    { type: 'suspend' },
    { type: 'jump', to: pick(toys.jumps ?? ['nowhere']) },
    { type: 'jump', from: [occurrence], to: pick(toys.jumps ?? ['nowhere']) },
  ];
  return pick(pick([natural, natural, natural, odd]));
}
