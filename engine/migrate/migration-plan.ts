import { isActivity } from '../compile/build-node.ts';
import { type Flow, type Node, type Program, programOf } from '../compile/program.ts';
import type { Occurrence, State } from '../run/state.ts';
import { isWaiting } from '../run/throw-trigger.ts';
import { upgradeState } from '../run/upgrade-state.ts';
import type { Process, ProcessState } from '../types.ts';

/** From which version to which; `mapping` says what became of elements whose id changed. */
export interface MigrationRequest {
  from: Process;
  to: Process;
  state: ProcessState;
  mapping?: Record<string, string>;
}

export interface Blocked {
  occurrence: string;
  element: string;
  code: string;
  message: { vi: string; en: string };
}

/** What a migration would do to one instance. */
export interface MigrationPlan {
  isPossible: boolean;
  /** open occurrences that stand on in the new version */
  moves: { occurrence: string; from: string; to: string }[];
  /** armed events that the new version does not have: they are withdrawn */
  withdraws: { occurrence: string; element: string }[];
  /** why the instance cannot move: one entry for each occurrence that has no place */
  blocked: Blocked[];
}

/** Tells, without changing anything, what moves to another version, what cannot and why. */
export function planMigration(request: MigrationRequest): MigrationPlan {
  const state = upgradeState(request.state);
  const context = {
    to: programOf(request.to),
    from: programOf(request.from),
    state,
    mapped: mapper(request),
  };
  const plan: Omit<MigrationPlan, 'isPossible'> = { moves: [], withdraws: [], blocked: [] };
  if (state.status !== 'running' && state.status !== 'suspended')
    plan.blocked.push({ occurrence: '', element: state.process, code: 'ended', message: REASONS['ended']! });
  for (const [id, occurrence] of Object.entries(state.open)) {
    const to = context.mapped(occurrence.element);
    const reason = reasonAgainst(context, occurrence, to);
    if (!reason) plan.moves.push({ occurrence: id, from: occurrence.element, to });
    else if (isArmed(occurrence)) plan.withdraws.push({ occurrence: id, element: occurrence.element });
    else
      plan.blocked.push({
        occurrence: id,
        element: occurrence.element,
        code: reason,
        message: REASONS[reason]!,
      });
  }
  return { isPossible: plan.blocked.length === 0, ...plan };
}

export function mapper({ mapping = {} }: Pick<MigrationRequest, 'mapping'>): (element: string) => string {
  return (element) => (Object.hasOwn(mapping, element) ? mapping[element]! : element);
}

/**
 * The flow of the new version that stands for one that tokens wait on: the one it is mapped to, else one from the
 * same element (an id alone may name another flow when a tool numbers them anew), else the one with its id.
 */
export function flowFor(
  { to, from, mapped }: { to: Program; from: Program; mapped: (element: string) => string },
  { flow, target }: { flow: string; target: Node },
): Flow | undefined {
  const old = from.flows.get(flow);
  const named = target.incoming.find((each) => each.id === mapped(flow));
  if (mapped(flow) !== flow && named) return named;
  const alike = target.incoming.filter((each) => old && each.source === to.nodes.get(mapped(old.source.id)));
  return alike.find((each) => each === named) ?? alike[0] ?? named;
}

type Reason = keyof typeof REASONS;

const REASONS: Record<string, { vi: string; en: string }> = {
  ended: { vi: 'Hồ sơ đã kết thúc quy trình.', en: 'The instance has ended.' },
  'element-missing': {
    vi: 'Bước đang mở không có trong phiên bản mới và chưa được chỉ định bước thay thế.',
    en: 'The new version has no such element and none is mapped to it.',
  },
  'kind-changed': {
    vi: 'Bước tương ứng trong phiên bản mới là loại khác.',
    en: 'The element is of another kind in the new version.',
  },
  'scope-changed': {
    vi: 'Bước tương ứng nằm trong một quy trình con khác.',
    en: 'The element stands in another sub-process in the new version.',
  },
  'repetition-changed': {
    vi: 'Cách lặp của bước (nhiều lần, tuần tự, vòng lặp) đã thay đổi.',
    en: 'How the element repeats (several times, in sequence, in a loop) has changed.',
  },
  'trigger-changed': {
    vi: 'Sự kiện đang chờ có nguyên nhân kích hoạt khác trong phiên bản mới.',
    en: 'The event waits for something else in the new version.',
  },
  'flow-missing': {
    vi: 'Nhánh đã tới cổng gộp không còn trong phiên bản mới.',
    en: 'A branch that has reached this join is gone in the new version.',
  },
};

interface Context {
  to: Program;
  from: Program;
  state: State;
  mapped: (element: string) => string;
}

function reasonAgainst(context: Context, occurrence: Occurrence, to: string): Reason | undefined {
  const node = context.to.nodes.get(to);
  const old = context.from.nodes.get(occurrence.element);
  if (!node || !old) return 'element-missing';
  if (kindOf(node) !== kindOf(old)) return 'kind-changed';
  if (!isSameScope(context, occurrence, node)) return 'scope-changed';
  if (isActivity(node) && repetitionOf(node) !== repetitionOf(old)) return 'repetition-changed';
  if (isWaiting(occurrence.role) && triggerOf(node, occurrence) !== triggerOf(old, occurrence))
    return 'trigger-changed';
  if (occurrence.role === 'boundary' || occurrence.role === 'arm') {
    const holder = context.state.open[occurrence.of!]!;
    const place = context.to.nodes.get(context.mapped(holder.element));
    const stands =
      occurrence.role === 'boundary'
        ? node.host === place
        : node === place || place?.outgoing.some((flow) => flow.target === node);
    if (!stands) return 'element-missing';
  }
  const tokens = Object.keys(occurrence.tokens ?? {}).filter((flow) => flow !== '');
  if (tokens.some((flow) => !flowFor(context, { flow, target: node }))) return 'flow-missing';
  return undefined;
}

/** Armed beside the flow: may be withdrawn without losing a token. */
function isArmed({ role }: Occurrence): boolean {
  return role === 'boundary' || role === 'start' || role === 'arm';
}

/** User and manual tasks wait alike. */
function kindOf(node: Node): string {
  return node.kind === 'manualTask' ? 'userTask' : node.kind;
}

function repetitionOf(node: Node): string {
  if (node.loop) return 'loop';
  if (!node.multi) return '';
  return node.multi.sequential ? 'sequential' : 'parallel';
}

function triggerOf(node: Node, occurrence: Occurrence): string | undefined {
  return node.triggers[occurrence.trigger ?? 0]?.type;
}

function isSameScope({ state, mapped }: Context, occurrence: Occurrence, node: Node): boolean {
  // the start event of an event sub-process is armed in the scope around that
  const scope = occurrence.role === 'start' ? node.scope.node?.scope : node.scope;
  if (!scope) return false;
  if (occurrence.in === undefined) return scope.node === null;
  return scope.node?.id === mapped(state.open[occurrence.in]!.element);
}
