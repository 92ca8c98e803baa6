import { isActivity } from '../compile/build-node.ts';
import { type Node, programOf, type Scope } from '../compile/program.ts';
import { armBoundary } from '../run/activity.ts';
import { cancel } from '../run/cancel.ts';
import { CommandRefused } from '../run/command-refused.ts';
import { beginRun, belongingTo, close, endRun, nodeOf, open, type Run, within } from '../run/run.ts';
import { armStart } from '../run/scopes.ts';
import { settle } from '../run/settle.ts';
import type { Occurrence, State, UndoRecord } from '../run/state.ts';
import { upgradeState } from '../run/upgrade-state.ts';
import { await_, isAwaited } from '../run/waits.ts';
import type { Instant, Step } from '../types.ts';
import {
  flowFor,
  type MigrationPlan,
  type MigrationRequest,
  mapper,
  planMigration,
} from './migration-plan.ts';

/** What a migration did: the instance in its new version, and the plan it followed. */
export interface Migration extends Step {
  plan: MigrationPlan;
}

/**
 * Moves a running instance to another version of its process. Occurrences keep their ids, open tasks stay
 * open, timers keep their due time; events that only the new version arms are armed at `at`, those it
 * no longer has are withdrawn. Throws `CommandRefused` when the plan is not possible; nothing has changed then.
 */
export function migrateInstance(request: MigrationRequest, at: Instant): Migration {
  const plan = planMigration(request);
  const [first] = plan.blocked;
  if (first) throw new CommandRefused('wrong-kind', `${first.element}: ${first.message.en}`);
  const withdrawn = withdrawOld(request, plan, at);
  const run = beginRun(programOf(request.to), moved(request, withdrawn.state), at);
  run.effects.push(...withdrawn.effects);
  armNew(run, { request, plan });
  if (run.state.status === 'running') {
    run.hasNewData = true;
    settle(run);
  }
  return { ...endRun(run), plan };
}

function withdrawOld(request: MigrationRequest, plan: MigrationPlan, at: Instant): Run {
  const run = beginRun(programOf(request.from), upgradeState(request.state), at);
  for (const { occurrence } of plan.withdraws) cancel(run, occurrence);
  return run;
}

/** The state with the elements and flows of the new version. */
function moved(request: MigrationRequest, state: State): State {
  const mapped = mapper(request);
  const context = { to: programOf(request.to), from: programOf(request.from), mapped };
  const records = (done: UndoRecord[]): UndoRecord[] =>
    done.map((record) => ({
      ...record,
      element: mapped(record.element),
      ...(record.inner && { inner: records(record.inner) }),
    }));
  const open: State['open'] = {};
  for (const [id, occurrence] of Object.entries(state.open)) {
    const copy: Occurrence = { ...occurrence, element: mapped(occurrence.element) };
    const target = context.to.nodes.get(copy.element)!;
    const flowName = (flow: string) => flowFor(context, { flow, target })?.id ?? flow;
    if (copy.tokens)
      copy.tokens = Object.fromEntries(
        Object.entries(copy.tokens).map(([flow, count]) => [flowName(flow), count]),
      );
    if (copy.fired) copy.fired = copy.fired.map(flowName);
    if (copy.pending) copy.pending = copy.pending.map(mapped).filter((each) => context.to.nodes.has(each));
    if (copy.done) copy.done = records(copy.done);
    open[id] = copy;
  }
  return { ...state, process: request.to.id, open, ...(state.done && { done: records(state.done) }) };
}

/** Roles of a token that waits before an activity or behind it. */
const OUTSIDE = new Set<Occurrence['role']>(['join', 'stuck']);

/** Arms boundary events and event sub-processes that the new version adds; renews changed subscriptions. */
function armNew(run: Run, told: { request: MigrationRequest; plan: MigrationPlan }): void {
  const armed = new Set(Object.values(run.state.open).map(({ element }) => element));
  const hasGoneOff = spentEvents(told);
  const isNew = (node: Node, holder: string | undefined) => !armed.has(node.id) && !hasGoneOff(node, holder);
  armScope(run, undefined, run.program.scope, isNew);
  for (const [id, occurrence] of Object.entries(run.state.open)) {
    const node = nodeOf(run, occurrence);
    if (occurrence.role === 'scope') armScope(run, id, node.body!, isNew);
    const isInstance = occurrence.of !== undefined && run.state.open[occurrence.of]?.role === 'multi';
    if (!isActivity(node) || isInstance || OUTSIDE.has(occurrence.role)) continue;
    for (const boundary of node.boundaries) if (isNew(boundary, id)) armBoundary(run, id, boundary);
  }
  for (const [id, { role }] of Object.entries(run.state.open)) if (role === 'race') renewRace(run, id);
}

/**
 * Tells of an event whether the old version had it in the same place: when it is neither armed nor withdrawn now, it
 * has gone off already and does not do so again.
 */
function spentEvents({ request, plan }: { request: MigrationRequest; plan: MigrationPlan }) {
  const mapped = mapper(request);
  const { open } = upgradeState(request.state);
  const placeOf = (node: Node): Node | null | undefined => node.host ?? node.scope.node?.scope.node;
  const old = new Map([...programOf(request.from).nodes.values()].map((node) => [mapped(node.id), node]));
  return (node: Node, holder: string | undefined): boolean => {
    const before = old.get(node.id);
    if (!before?.triggers.some(isAwaited)) return false;
    const [was, is] = [placeOf(before), placeOf(node)];
    if ((was ? mapped(was.id) : undefined) !== is?.id) return false;
    return !plan.withdraws.some(({ occurrence, element }) => {
      const gone = open[occurrence]!;
      return mapped(element) === node.id && (gone.of ?? gone.in) === holder;
    });
  };
}

function armScope(
  run: Run,
  scope: string | undefined,
  body: Scope,
  isNew: (node: Node, holder: string | undefined) => boolean,
): void {
  const isInterrupted = scope === undefined ? run.state['interrupted'] : run.state.open[scope]?.interrupted;
  if (isInterrupted) return;
  for (const subProcess of body.eventSubProcesses)
    for (const start of subProcess.body!.nodes)
      if (start.kind === 'startEvent' && isNew(start, scope)) armStart(run, scope, start);
}

/** Arms what a race waits for in the new version only. One whose events are all gone comes to its element anew. */
function renewRace(run: Run, race: string): void {
  const occurrence = run.state.open[race]!;
  const node = nodeOf(run, occurrence);
  const arms = belongingTo(run, race).map((id) => run.state.open[id]!);
  if (arms.length === 0) {
    close(run, race);
    run.queue.push({ do: 'arrive', node, ...within(occurrence.in) });
    return;
  }
  // what is missing of a parallel multiple has happened already
  if (node.needsAllTriggers) return;
  const events = node.kind === 'eventBasedGateway' ? node.outgoing.map(({ target }) => target) : [node];
  for (const event of events)
    event.triggers.forEach((_, index) => {
      if (arms.some((arm) => arm.element === event.id && (arm.trigger ?? 0) === index)) return;
      await_(
        run,
        open(run, { element: event.id, role: 'arm', of: race, ...within(occurrence.in) }),
        event,
        index,
      );
    });
}
