import { leave } from '../run/route.ts';
import { emit } from '../run/run.ts';
import type { Behaviour } from './behaviour.ts';

/** Every token passes by the first flow whose condition holds, else by the default. */
export const exclusiveGateway: Behaviour = {
  arrive(run, { node, in: scope }) {
    emit(run, 'enter', node.id);
    leave(run, node, scope);
  },
};
