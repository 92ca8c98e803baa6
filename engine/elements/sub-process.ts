import type { Node } from '../compile/program.ts';
import { edit, type Run } from '../run/run.ts';
import { armStarts, enterEntries } from '../run/scopes.ts';
import { arriveAtActivity, type Behaviour } from './behaviour.ts';

/** An embedded sub-process or transaction opens a scope; it is done when no token is left in it. */
export const subProcess: Behaviour = {
  arrive: arriveAtActivity,
  begin(run, id, node) {
    edit(run, id).role = 'scope';
    const body = node.body!;
    armStarts(run, id, body);
    if (body.adHoc) enterAdHoc(run, id, node);
    else enterEntries(run, id, body.entries.slice(0, hasStart(node) ? 1 : undefined));
  },
};

/** Event sub-processes take no tokens: their start event opens them. */
export const eventSubProcess: Behaviour = { arrive: () => undefined };

function hasStart(node: Node): boolean {
  return node.body!.nodes.some((inner) => inner.kind === 'startEvent');
}

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
