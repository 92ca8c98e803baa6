/** A command on a dossier from its own page, by an officer. */
import type { Asker } from '../access/audit.ts';
import { problem } from '../http/problem.ts';
import { execute, type Order, type Outcome } from '../runtime/execute.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { requestOf } from '../tasks/open-task-of.ts';
import { maySee } from './capacities.ts';

export interface SeenOrder extends Pick<Order, 'code' | 'act' | 'also'> {
  asker: Asker;
}

/**
 * To whoever may not see the dossier there is none.
 * @throws Problem dossier.not-found, and what `act` throws
 */
export const executeSeen = (runtime: Runtime, { asker, act, ...order }: SeenOrder): Promise<Outcome> =>
  execute(runtime, {
    ...order,
    actor: asker.actor,
    request: requestOf(asker),
    act: (turn) => {
      const { code } = order;
      if (!maySee(asker.actor, turn.dossier)) throw problem('dossier.not-found', 404, { values: { code } });
      return act(turn);
    },
  });
