import { emit, open, within } from '../run/run.ts';
import { await_ } from '../run/waits.ts';
import type { Behaviour } from './behaviour.ts';

/** Waits for all the events that follow; the first to happen takes the token, the others are withdrawn. */
export const eventBasedGateway: Behaviour = {
  arrive(run, { node, in: scope }) {
    emit(run, 'enter', node.id);
    const race = open(run, { element: node.id, role: 'race', ...within(scope) });
    for (const { target } of node.outgoing) {
      target.triggers.forEach((_, index) => {
        const id = open(run, { element: target.id, role: 'arm', of: race, ...within(scope) });
        await_(run, id, target, index);
      });
    }
  },
};
