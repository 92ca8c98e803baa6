import type { Node } from '../compile/program.ts';
import { edit, emit, type Run } from '../run/run.ts';
import { visibleAt } from '../run/variables.ts';
import { nameOf } from '../run/waits.ts';
import type { Performer } from '../types.ts';
import { arriveAtActivity, type Behaviour } from './behaviour.ts';

/** User and manual tasks open a task for their performer and wait for its completion. */
export const userTask: Behaviour = {
  arrive: arriveAtActivity,
  begin(run, id, node) {
    const occurrence = edit(run, id);
    occurrence.role = 'task';
    run.effects.push({
      type: 'open-task',
      occurrence: id,
      element: node.id,
      input: occurrence.variables ?? {},
      performer: performerOf(run, id, node),
    });
    emit(run, 'wait', node.id, { occurrence: id, kind: 'task' });
  },
};

/** Performers as data say; a part that comes to nothing is left out, so the task falls to its unit. */
function performerOf(run: Run, id: string, node: Node): Performer {
  const performer: Performer = {};
  for (const [part, expression] of Object.entries(node.performer)) {
    const value = expression.constant ?? expression.evaluate(visibleAt(run, id), run.at).value;
    const name = Array.isArray(value) ? value.join(',') : nameOf(value);
    if (name) performer[part as keyof Performer] = name;
  }
  return performer;
}
