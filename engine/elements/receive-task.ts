import { edit } from '../run/run.ts';
import { await_ } from '../run/waits.ts';
import { arriveAtActivity, type Behaviour } from './behaviour.ts';

/** A receive task waits for its message and is otherwise an activity like any. */
export const receiveTask: Behaviour = {
  arrive: arriveAtActivity,
  begin(run, id, node) {
    edit(run, id).role = 'catch';
    await_(run, id, node, 0);
  },
};
