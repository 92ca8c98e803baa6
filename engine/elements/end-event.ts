import { cancelInside } from '../run/cancel.ts';
import { openUndo } from '../run/compensation.ts';
import { endToken } from '../run/route.ts';
import { close, emit, nodeOf, open, type Run, within } from '../run/run.ts';
import { throwTrigger } from '../run/throw-trigger.ts';
import type { Behaviour } from './behaviour.ts';

/** Consumes its token; what it throws comes first. Terminate ends its whole scope, cancel its transaction. */
export const endEvent: Behaviour = {
  arrive(run, { node, in: scope }) {
    emit(run, 'enter', node.id);
    const first = node.triggers[0]?.type;
    if (first === 'terminate') {
      emit(run, 'end', node.id, { kind: 'terminate' });
      cancelInside(run, scope);
      endToken(run, scope);
    } else if (node.triggers.length === 0) {
      emit(run, 'end', node.id);
      endToken(run, scope);
    } else run.later.push({ do: 'throw', node, ...within(scope) });
  },
  throw(run, { node, in: scope }) {
    const token = open(run, { element: node.id, role: 'throwing', ...within(scope) });
    for (const trigger of node.triggers) {
      if (!run.state.open[token]) return;
      if (trigger.type === 'compensation') {
        emit(run, 'throw', node.id, { kind: 'compensation' });
        emit(run, 'end', node.id, { kind: 'compensation' });
        const id = openUndo(run, { node, scope, activity: trigger.activity, after: 'nothing' });
        run.queue.push({ do: 'undo', id });
      } else if (trigger.type === 'cancel') {
        emit(run, 'end', node.id, { kind: 'cancel' });
        close(run, token);
        cancelTransaction(run, { node, scope });
        return;
      } else {
        const isLast = trigger === node.triggers.at(-1);
        const onThrown = () => isLast && emit(run, 'end', node.id, { kind: trigger.type });
        throwTrigger(run, trigger, { node, scope, onThrown });
      }
    }
    if (!run.state.open[token]) return;
    close(run, token);
    endToken(run, scope);
  },
};

/** Everything in the transaction stops and what it has completed is undone; then its cancel boundary goes off. */
function cancelTransaction(
  run: Run,
  { node, scope }: { node: Parameters<typeof openUndo>[1]['node']; scope: string | undefined },
): void {
  // one stands around every event that cancels, or the drawing has been refused
  let transaction = scope!;
  while (!nodeOf(run, run.state.open[transaction]!).body!.isTransaction)
    transaction = run.state.open[transaction]!.in!;
  cancelInside(run, transaction);
  const id = openUndo(run, { node, scope: transaction, after: 'cancel' });
  run.queue.push({ do: 'undo', id });
}
