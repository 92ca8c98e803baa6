import { receive } from '../run/receive.ts';
import { leave } from '../run/route.ts';
import { emit } from '../run/run.ts';
import type { Behaviour } from './behaviour.ts';

/** A start event passes its token on; what triggered it was told where it came from. */
export const startEvent: Behaviour = {
  arrive(run, { node, in: scope }) {
    emit(run, 'enter', node.id);
    receive(run, node, { scope, payload: {} });
    leave(run, node, scope);
  },
};
