import { leave } from '../run/route.ts';
import { emit, open, within } from '../run/run.ts';
import { await_ } from '../run/waits.ts';
import type { Behaviour } from './behaviour.ts';

/** Waits for its trigger; with several, for the first of them, or for all when it is a parallel multiple. A link catch is where a link leads. */
export const catchEvent: Behaviour = {
  arrive(run, { node, in: scope }) {
    emit(run, 'enter', node.id);
    const [first] = node.triggers;
    if (!first || first.type === 'link') {
      leave(run, node, scope);
      return;
    }
    if (node.triggers.length === 1) {
      await_(run, open(run, { element: node.id, role: 'catch', ...within(scope) }), node, 0);
      return;
    }
    const race = open(run, { element: node.id, role: 'race', ...within(scope) });
    node.triggers.forEach((_, index) => {
      await_(run, open(run, { element: node.id, role: 'arm', of: race, ...within(scope) }), node, index);
    });
  },
};
