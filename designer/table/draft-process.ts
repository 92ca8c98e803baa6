/** A first process from the decision's step table: a lane a performer, loops back, consultations, times. */
import {
  type Placed,
  placePerformer,
  type Surroundings,
} from '../../server/contract/step-table/place-performer.ts';
import type { TableStep } from './step-table.ts';

export interface DraftNode {
  id: string;
  kind: 'start' | 'task' | 'gateway' | 'end' | 'timeout';
  name: string;
  lane: string;
  /** attributes in the `motcua:` namespace, by local name */
  attributes: Record<string, string>;
  /** one instance for each consulted agency, all at the same time */
  isMultiple?: boolean;
  /** the task on whose border a timeout sits */
  attachedTo?: string;
  /** ISO-8601 working time of a timeout */
  after?: string;
  /** id of the flow that a gateway takes when no condition holds */
  defaultFlow?: string;
}

export interface DraftFlow {
  id: string;
  from: string;
  to: string;
  name?: string;
  /** FEEL */
  condition?: string;
  /** leads to an earlier step */
  isBack?: boolean;
}

export interface DraftLane extends Placed {
  id: string;
  name: string;
  /** as the table names them: the same person may go by several names */
  performers: string[];
}

export interface ProcessDraft {
  name: string;
  lanes: DraftLane[];
  /** in the order of the work; a timeout follows its task */
  nodes: DraftNode[];
  flows: DraftFlow[];
}

const IN_PROGRESS = '4';
const RESOLVED = '9';

/**
 * @param name of the procedure, for the pool
 * @param around the organisation, so that lanes say who does their steps; roles alone without it
 */
export function draftProcess(
  steps: TableStep[],
  name: string,
  around: Surroundings = { units: [], competent: undefined },
): ProcessDraft {
  const lanes = draftLanes(steps, around);
  const laneOf = (step: TableStep) =>
    lanes.find(({ performers }) => performers.includes(performerOf(step)))!.id;
  const supplements = supplementBranches(steps, lanes);
  const nodes: DraftNode[] = [];
  const flows: DraftFlow[] = [];
  const taskIds = new Map<number, string>();
  const connect = (from: string, to: string, { isDefault, ...rest }: Leaving = {}) => {
    const id = `Flow_${flows.length + 1}`;
    flows.push({ id, from, to, ...rest });
    if (isDefault) nodes.find((node) => node.id === from)!.defaultFlow = id;
  };

  nodes.push({ id: 'Start', kind: 'start', name: '', lane: lanes[0]?.id ?? '', attributes: {} });
  let leaving: { from: string; rest?: Leaving }[] = [{ from: 'Start' }];
  const enter = (id: string) => {
    for (const { from, rest } of leaving) connect(from, id, rest);
  };

  steps.forEach((step, index) => {
    const id = `Step_${index + 1}`;
    taskIds.set(Number.parseInt(step.order, 10), id);
    const isLast = index === steps.length - 1;
    nodes.push({
      id,
      kind: 'task',
      name: titleOf(step),
      lane: laneOf(step),
      attributes: attributesOf(step, { isFirst: index === 0, isLast }),
      isMultiple: step.isParallel,
    });
    enter(id);
    leaving = [{ from: id }];
    if (step.isParallel && step.hours) {
      const timeout = `${id}_Timeout`;
      nodes.push({
        id: timeout,
        kind: 'timeout',
        name: 'Hết thời hạn',
        lane: laneOf(step),
        attributes: {},
        attachedTo: id,
        after: `PT${step.hours}H`,
      });
      leaving.push({ from: timeout });
    }
    const target = step.backTo ? taskIds.get(Number.parseInt(step.backTo, 10)) : undefined;
    if (target) {
      const gateway = `${id}_Decision`;
      nodes.push({ id: gateway, kind: 'gateway', name: 'Đồng ý?', lane: laneOf(step), attributes: {} });
      enter(gateway);
      connect(gateway, target, { name: 'Không đồng ý', condition: 'agreed = false', isBack: true });
      leaving = [{ from: gateway, rest: { name: 'Đồng ý', isDefault: true } }];
    }
    const supplement = supplements.get(index);
    if (supplement) {
      const gateway = `${id}_Papers`;
      const request = `${id}_Supplement`;
      nodes.push({ id: gateway, kind: 'gateway', name: 'Đủ điều kiện?', lane: laneOf(step), attributes: {} });
      nodes.push({ ...SUPPLEMENT, id: request, kind: 'task', lane: supplement.lane });
      enter(gateway);
      connect(gateway, request, { name: 'Chưa đủ', condition: 'complete = false' });
      connect(request, `Step_${supplement.backTo + 1}`, { isBack: true });
      leaving = [{ from: gateway, rest: { name: 'Đủ điều kiện', isDefault: true } }];
    }
  });

  nodes.push({ id: 'End', kind: 'end', name: '', lane: nodes.at(-1)!.lane, attributes: {} });
  enter('End');
  return { name, lanes, nodes, flows };
}

/** What is missing is asked for through the counter (R075), and its time is the applicant's. */
const SUPPLEMENT = {
  name: 'Yêu cầu bổ sung hồ sơ qua Một cửa',
  attributes: { durationKind: 'none', status: IN_PROGRESS, actions: 'request-supplement supplement' },
};

/** Where papers found missing lead away: the notice goes out with the step that sends it, else with the finding one. */
function supplementBranches(
  steps: TableStep[],
  lanes: DraftLane[],
): Map<number, { backTo: number; lane: string }> {
  const counter = lanes.find(({ role }) => role === 'counter');
  const finding = steps.findIndex((step, index) => index > 0 && step.mayLackPapers);
  if (finding < 0 || !counter) return new Map();
  const sending = steps.findLastIndex((step, index) => index > finding && SENDS_NOTICE.test(step.work));
  return new Map([[Math.max(finding, sending), { backTo: finding, lane: counter.id }]]);
}

const SENDS_NOTICE = /(gửi|phát hành)[^.;]*thông báo/i;

type Leaving = Partial<DraftFlow> & { isDefault?: boolean };

function draftLanes(steps: TableStep[], around: Surroundings): DraftLane[] {
  const lanes: DraftLane[] = [];
  for (const name of new Set(steps.map(performerOf))) {
    const isConsultation = steps.some((step) => step.isParallel && performerOf(step) === name);
    const placed = placePerformer(name, { ...around, isConsultation });
    const same = lanes.find(({ role, unit }) => placed.unit && role === placed.role && unit === placed.unit);
    if (same) same.performers.push(name);
    else lanes.push({ id: `Lane_${lanes.length + 1}`, name, performers: [name], ...placed });
  }
  return lanes;
}

const performerOf = (step: TableStep): string => step.performers[0] ?? 'Chưa rõ';

/** The order and the first sentence of the work, short enough to read on the diagram. */
function titleOf({ order, work }: TableStep): string {
  const first = work.split(/[.;:\n]/)[0]!.trim();
  const short = first.length > 60 ? `${first.slice(0, first.lastIndexOf(' ', 58))}…` : first;
  return `${order}. ${short}`;
}

function attributesOf(
  step: TableStep,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): Record<string, string> {
  const actions = isLast ? 'return' : isFirst && step.mayLackPapers ? 'request-supplement' : '';
  return {
    ...(step.hours === null ? { durationKind: 'none' } : { duration: `PT${step.hours}H` }),
    status: isLast ? RESOLVED : IN_PROGRESS,
    ...(actions ? { actions } : {}),
  };
}
