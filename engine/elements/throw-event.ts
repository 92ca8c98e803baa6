import { openUndo } from '../run/compensation.ts';
import { endToken, leave } from '../run/route.ts';
import { close, emit, open, within } from '../run/run.ts';
import { throwTrigger } from '../run/throw-trigger.ts';
import type { Behaviour } from './behaviour.ts';

/** An intermediate throw event throws, and its token goes on; a link goes on at its target. */
export const throwEvent: Behaviour = {
  arrive(run, { node, in: scope }) {
    emit(run, 'enter', node.id);
    if (node.linkTarget) {
      emit(run, 'leave', node.id);
      run.queue.push({ do: 'arrive', node: node.linkTarget, ...within(scope) });
    } else if (node.triggers.length === 0) leave(run, node, scope);
    else run.later.push({ do: 'throw', node, ...within(scope) });
  },
  throw(run, { node, in: scope }) {
    const token = open(run, { element: node.id, role: 'throwing', ...within(scope) });
    let waits = false;
    for (const trigger of node.triggers) {
      // what was thrown may have ended the scope, or what its scope was doing
      if (!run.state.open[token]) return;
      if (trigger.type === 'compensation') {
        emit(run, 'throw', node.id, { kind: 'compensation' });
        const after = trigger.waits ? 'leave' : 'nothing';
        run.queue.push({ do: 'undo', id: openUndo(run, { node, scope, activity: trigger.activity, after }) });
        waits ||= trigger.waits;
      } else throwTrigger(run, trigger, { node, scope });
    }
    if (!run.state.open[token]) return;
    close(run, token);
    if (!waits) leave(run, node, scope);
    else endToken(run, scope);
  },
};
