import { consume, gather, isComplete } from '../run/join.ts';
import { leave } from '../run/route.ts';
import { emit } from '../run/run.ts';
import type { Behaviour } from './behaviour.ts';

/**
 * Waits for exactly the tokens that can still reach it, then sends one along every outgoing flow
 * whose condition holds, else along the default.
 */
export const inclusiveGateway: Behaviour = {
  arrive(run, { node, in: scope, flow }) {
    if (node.incoming.length > 1) {
      gather(run, node, { scope, flow });
      return;
    }
    emit(run, 'enter', node.id);
    leave(run, node, scope);
  },
  settle(run, id, node) {
    if (!isComplete(run, id)) return false;
    const { tokens, in: scope } = run.state.open[id]!;
    consume(run, id, Object.keys(tokens!));
    emit(run, 'enter', node.id);
    leave(run, node, scope);
    return true;
  },
};
