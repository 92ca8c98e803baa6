import type { Node } from '../compile/program.ts';
import { edit, type Run } from '../run/run.ts';
import { armStarts, enterEntries, enterScope } from '../run/scopes.ts';
import { arriveAtActivity, type Behaviour } from './behaviour.ts';

/** An embedded sub-process or transaction opens a scope; it is done when no token is left in it. */
export const subProcess: Behaviour = {
  arrive: arriveAtActivity,
  begin(run, id, node) {
    edit(run, id).role = 'scope';
    const body = node.body!;
    armStarts(run, id, body);
    if (body.adHoc) enterAdHoc(run, id, node);
    else enterScope(run, id, body);
  },
};

/** Event sub-processes take no tokens: their start event opens them. */
export const eventSubProcess: Behaviour = { arrive: () => undefined };

/** Ad-hoc activities run all together, or one after the other in the order drawn. */
function enterAdHoc(run: Run, id: string, node: Node): void {
  const { entries, adHoc } = node.body!;
  if (adHoc!.ordering === 'parallel') {
    enterEntries(run, id, entries);
    return;
  }
  enterEntries(run, id, entries.slice(0, 1));
  edit(run, id).pending = entries.slice(1).map((each) => each.id);
}
