import { raise } from '../run/incidents.ts';
import { edit, emit } from '../run/run.ts';
import { mapped, visibleAt } from '../run/variables.ts';
import { nameOf } from '../run/waits.ts';
import { arriveAtActivity, type Behaviour } from './behaviour.ts';

/** A call activity asks the caller to run another process and waits for its end. */
export const callActivity: Behaviour = {
  arrive: arriveAtActivity,
  begin(run, id, node) {
    const call = node.call!;
    const visible = visibleAt(run, id);
    const process = nameOf(call.process.evaluate(visible, run.at).value);
    if (process === undefined) {
      raise(run, id, { code: 'name.undecided', phase: 'begin', text: call.process.source });
      return;
    }
    const extra = mapped(call.inputs, visible, run.at);
    if ('fault' in extra) {
      raise(run, id, { code: 'mapping.failed', phase: 'begin', text: extra.fault });
      return;
    }
    const occurrence = edit(run, id);
    occurrence.role = 'call';
    const own = occurrence.variables ?? {};
    run.effects.push({
      type: 'call-process',
      occurrence: id,
      element: node.id,
      process,
      binding: call.binding,
      ...(call.version && { version: call.version }),
      input: { ...(call.passesAll ? visible : own), ...extra.values },
    });
    emit(run, 'wait', node.id, { occurrence: id, kind: 'call' });
  },
};
