import { consume, gather } from '../run/join.ts';
import { leave } from '../run/route.ts';
import { emit } from '../run/run.ts';
import type { Behaviour } from './behaviour.ts';

/** Waits for one token on each incoming flow, then sends one along each outgoing flow. */
export const parallelGateway: Behaviour = {
  arrive(run, { node, in: scope, flow }) {
    if (node.incoming.length > 1) {
      const id = gather(run, node, { scope, flow });
      const tokens = run.state.open[id]!.tokens!;
      if (node.incoming.some((each) => !tokens[each.id])) return;
      consume(
        run,
        id,
        node.incoming.map((each) => each.id),
      );
    }
    emit(run, 'enter', node.id);
    leave(run, node, scope);
  },
};
