import { edit, emit } from '../run/run.ts';
import { arriveAtActivity, type Behaviour } from './behaviour.ts';

/** Service, business rule and send tasks hand work to a job runner and wait for its result. */
function jobTask(kind: 'service' | 'businessRule' | 'send'): Behaviour {
  return {
    arrive: arriveAtActivity,
    begin(run, id, node) {
      const occurrence = edit(run, id);
      occurrence.role = 'job';
      run.effects.push({
        type: 'run-job',
        occurrence: id,
        element: node.id,
        kind,
        ...(node.topic && { topic: node.topic }),
        input: occurrence.variables ?? {},
      });
      emit(run, 'wait', node.id, { occurrence: id, kind: 'job' });
    },
  };
}

export const serviceTask = jobTask('service');
export const businessRuleTask = jobTask('businessRule');
export const sendTask = jobTask('send');
