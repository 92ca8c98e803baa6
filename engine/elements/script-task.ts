import { completeActivity } from '../run/activity.ts';
import { raise } from '../run/incidents.ts';
import { visibleAt } from '../run/variables.ts';
import { arriveAtActivity, type Behaviour } from './behaviour.ts';
import { serviceTask } from './service-task.ts';

/** A script task evaluates its FEEL and completes at once; one with a job type is work for a job runner. */
export const scriptTask: Behaviour = {
  arrive: arriveAtActivity,
  begin(run, id, node) {
    if (!node.script && node.topic) {
      serviceTask.begin!(run, id, node);
      return;
    }
    if (!node.script) {
      completeActivity(run, id);
      return;
    }
    const { value, warnings } = node.script.evaluate(visibleAt(run, id), run.at);
    // a result that nobody keeps may be nothing
    if (value === null && warnings.length > 0 && node.resultVariable) {
      raise(run, id, { code: 'script.failed', phase: 'begin', text: node.script.source });
      return;
    }
    completeActivity(run, id, resultOf(node.resultVariable, value));
  },
};

/** Without a result variable a context's entries become variables; any other result is dropped. */
function resultOf(
  name: string | undefined,
  value: Parameters<typeof Object.is>[0],
): NonNullable<Parameters<typeof completeActivity>[2]> {
  if (name) return { [name]: value };
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
