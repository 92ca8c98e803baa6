import type { Node } from '../compile/program.ts';
import { hold } from '../run/incidents.ts';
import { consume, gather, isComplete, mayStillArrive } from '../run/join.ts';
import { chooseAll, leave, leaveBy } from '../run/route.ts';
import { close, edit, emit, type Run, within } from '../run/run.ts';
import { visibleAt } from '../run/variables.ts';
import type { Behaviour } from './behaviour.ts';

/**
 * Fires when its activation condition holds over the tokens that have come (`activationCount`), then
 * waits for the rest of them and resets (BPMN 2.0.2, 13.4.5). Conditions of its outgoing flows may ask for
 * `waitingForStart`, true when it fires and false when it resets. Without a condition it is an inclusive join.
 */
export const complexGateway: Behaviour = {
  arrive(run, { node, in: scope, flow }) {
    if (node.incoming.length <= 1) {
      emit(run, 'enter', node.id);
      leave(run, node, scope, FIRING);
      return;
    }
    const id = gather(run, node, { scope, flow });
    const { fired } = run.state.open[id]!;
    if (!fired && node.activation && isActive(run, id, node)) fire(run, id, node);
  },
  settle(run, id, node) {
    const join = run.state.open[id]!;
    if (join.fired) return reset(run, id, node);
    if (node.activation || !isComplete(run, id)) return false;
    consume(run, id, Object.keys(join.tokens!));
    emit(run, 'enter', node.id);
    leave(run, node, join.in, FIRING);
    return true;
  },
};

const FIRING = { waitingForStart: true };

function isActive(run: Run, id: string, node: Node): boolean {
  const { tokens, in: scope } = run.state.open[id]!;
  const counts = Object.fromEntries(node.incoming.map((flow) => [flow.id, tokens![flow.id] ?? 0]));
  const context = {
    ...visibleAt(run, scope),
    ...counts,
    activationCount: Object.keys(tokens!).length,
    ...FIRING,
  };
  return node.activation!.evaluate(context, run.at).value === true;
}

function fire(run: Run, id: string, node: Node): void {
  const join = edit(run, id);
  const flows = Object.keys(join.tokens!);
  join.fired = flows;
  consume(run, id, flows);
  emit(run, 'enter', node.id);
  leave(run, node, join.in, FIRING);
}

/** After firing: the tokens of the other flows are taken in as they come, until none can come any more. */
function reset(run: Run, id: string, node: Node): boolean {
  const join = run.state.open[id]!;
  const late = node.incoming.filter((flow) => !join.fired!.includes(flow.id));
  const come = late.filter((flow) => join.tokens![flow.id]);
  if (mayStillArrive(run, id, { wanted: late, full: come })) return false;
  const rest = { ...join.tokens };
  for (const flow of come) rest[flow.id]!--;
  const { in: scope } = join;
  close(run, id);
  run.checks.add(scope ?? '');
  leaveAtReset(run, node, scope);
  // tokens of a next round that have come already
  for (const [key, count] of Object.entries(rest))
    for (let each = 0; each < count; each++)
      run.queue.push({ do: 'arrive', node, ...within(scope), flow: run.program.flows.get(key)! });
  return true;
}

/** A reset may send tokens too, where the flows tell it from the firing; to send none is no fault. */
function leaveAtReset(run: Run, node: Node, scope: string | undefined): void {
  if (!node.outgoing.some((flow) => flow.condition?.source.includes('waitingForStart'))) return;
  const choice = chooseAll(run, node, scope, { waitingForStart: false });
  if ('flows' in choice) leaveBy(run, node, { flows: choice.flows, scope });
  else if (choice.code !== 'gateway.no-way-out') hold(run, { node, scope, ...choice });
}
