import type { Command, Variables } from '../types.ts';
import { completeActivity } from './activity.ts';
import { CommandRefused } from './command-refused.ts';
import { endInstance } from './end-instance.ts';
import { raise } from './incidents.ts';
import { jump } from './jump.ts';
import { receiverOf } from './message-receiver.ts';
import { decideTurns } from './multi-instance.ts';
import { close, edit, emit, nodeOf, type Run, within } from './run.ts';
import type { Occurrence, Role } from './state.ts';
import { broadcast, throwError, throwEscalation, throwTrigger } from './throw-trigger.ts';
import { trigger } from './trigger.ts';
import { write, writeLocal } from './variables.ts';
import { await_ } from './waits.ts';

type Handlers = { [type in Command['type']]: (run: Run, command: Extract<Command, { type: type }>) => void };

/** What each command does to the draft; `settle` then moves the tokens. */
export const commands: Handlers = {
  complete(run, { occurrence, output }) {
    const found = find(run, occurrence, ['task', 'job', 'catch']);
    if (found.role === 'catch' && nodeOf(run, found).kind !== 'receiveTask') refuseKind(occurrence, found);
    if (found.role === 'catch') trigger(run, occurrence, output);
    else endJob(run, occurrence, output);
  },
  'job-done'(run, { occurrence, output }) {
    find(run, occurrence, ['job']);
    endJob(run, occurrence, output);
  },
  'job-failed'(run, { occurrence, code, message }) {
    const found = find(run, occurrence, ['job']);
    if (code !== undefined) throwAt(run, occurrence, { code, message });
    else if (found.incident === undefined)
      raise(run, occurrence, { code: 'job.failed', phase: 'job', text: message });
  },
  'call-ended'(run, { occurrence, output = {}, error }) {
    const found = find(run, occurrence, ['call']);
    if (error) {
      throwAt(run, occurrence, error);
      return;
    }
    const { call } = nodeOf(run, found);
    const returned = call!.returnsAll ? { ...output } : {};
    for (const { target, source } of call!.outputs)
      returned[target.join('.')] = source.evaluate(output, run.at).value;
    if (!call!.returnsAll && nodeOf(run, found).outputs.length > 0) writeLocal(run, occurrence, output);
    completeActivity(run, occurrence, returned);
  },
  'fire-timer'(run, { occurrence }) {
    const found = find(run, occurrence, ['catch', 'arm', 'boundary', 'start']);
    if (nodeOf(run, found).triggers[found.trigger ?? 0]?.type !== 'timer') refuseKind(occurrence, found);
    trigger(run, occurrence);
  },
  message(run, command) {
    const id = command.occurrence ?? receiverOf(run, command)?.occurrence;
    if (id === undefined)
      throw new CommandRefused('nothing-waits', `nothing waits for message ${command.name}`);
    const found = find(run, id, ['catch', 'arm', 'boundary', 'start']);
    if (nodeOf(run, found).triggers[found.trigger ?? 0]?.type !== 'message') refuseKind(id, found);
    trigger(run, id, command.payload);
  },
  signal(run, { name, payload }) {
    if (broadcast(run, name, payload) === 0)
      throw new CommandRefused('nothing-waits', `nothing waits for signal ${name}`);
  },
  'set-variables'(run, { variables, scope }) {
    if (scope === undefined) write(run, undefined, variables);
    else {
      find(run, scope);
      writeLocal(run, scope, variables);
      run.hasNewData = true;
    }
  },
  fail(run, { occurrence, code, message }) {
    find(run, occurrence, ['task', 'job', 'call', 'catch', 'scope', 'stuck', 'ready']);
    throwAt(run, occurrence, { code, ...(message !== undefined && { message }) });
  },
  escalate(run, { occurrence, code }) {
    const found = find(run, occurrence, ['task', 'job', 'call', 'catch', 'scope']);
    const node = nodeOf(run, found);
    emit(run, 'throw', node.id, { kind: 'escalation', code });
    throwEscalation(run, { code }, { node, activity: occurrence, scope: found.in });
  },
  retry(run, { occurrence, variables = {} }) {
    const found = find(run, occurrence);
    if (!found.incident) refuseKind(occurrence, found);
    write(run, occurrence, variables);
    retry(run, occurrence);
  },
  suspend(run) {
    run.state.status = 'suspended';
  },
  resume(run) {
    if (run.state.status !== 'suspended')
      throw new CommandRefused('not-running', 'the instance is not suspended');
    run.state.status = 'running';
  },
  cancel(run) {
    endInstance(run, 'cancelled');
  },
  jump(run, command) {
    jump(run, command);
  },
};

function find(run: Run, id: string, roles?: Role[]): Occurrence {
  const found = Object.hasOwn(run.state.open, id) ? run.state.open[id] : undefined;
  if (!found) throw new CommandRefused('unknown-occurrence', `no open occurrence ${id}`);
  if (roles && !roles.includes(found.role)) refuseKind(id, found);
  return found;
}

function refuseKind(id: string, found: Occurrence): never {
  throw new CommandRefused('wrong-kind', `occurrence ${id} of ${found.element} takes no such command`);
}

function endJob(run: Run, id: string, output?: Variables): void {
  const found = run.state.open[id]!;
  const node = nodeOf(run, found);
  const name = node.resultVariable;
  resolve(run, id);
  // a send task's message leaves when the work of sending is done; other work has none
  for (const message of node.triggers) throwTrigger(run, message, { node, scope: found.in });
  // work that answers nothing leaves its result variable alone
  const isWhole = name !== undefined && output !== undefined && !Object.hasOwn(output, name);
  completeActivity(run, id, isWhole ? { [name]: output } : output);
}

/** A BPMN error that comes from outside, at an open activity. */
function throwAt(run: Run, id: string, error: { code: string; message?: string }): void {
  const found = run.state.open[id]!;
  emit(run, 'throw', found.element, { kind: 'error', code: error.code, occurrence: id });
  throwError(run, error, { activity: id, scope: found.in });
}

function resolve(run: Run, id: string): void {
  const found = edit(run, id);
  if (!found.incident) return;
  delete found.incident;
  run.effects.push({ type: 'incident-resolved', occurrence: id, element: found.element });
}

function retry(run: Run, id: string): void {
  const { incident } = run.state.open[id]!;
  resolve(run, id);
  const found = edit(run, id);
  const node = nodeOf(run, found);
  switch (incident!.phase) {
    case 'leave':
      close(run, id);
      run.queue.push({ do: 'leave', node, ...within(found.in) });
      return;
    case 'arrive':
      close(run, id);
      run.queue.push({ do: 'arrive', node, ...within(found.in) });
      return;
    case 'begin':
    case 'job':
      found.role = 'ready';
      run.queue.push({ do: 'begin', id });
      return;
    case 'end': {
      const { output } = found;
      delete found.output;
      completeActivity(run, id, output);
      return;
    }
    case 'loop':
      decideTurns(run, id);
      return;
    case 'wait':
      await_(run, id, node, found.trigger ?? 0);
  }
}
