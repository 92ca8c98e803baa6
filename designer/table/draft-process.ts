/** A first process from the decision's step table: a lane a performer, loops back, consultations, times. */
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

export interface DraftLane {
  id: string;
  name: string;
  role?: string;
}

export interface ProcessDraft {
  name: string;
  lanes: DraftLane[];
  /** in the order of the work; a timeout follows its task */
  nodes: DraftNode[];
  flows: DraftFlow[];
}

/** Roles by the words of real decisions (domain 6.3); the first that matches wins. */
const ROLES: [string, RegExp][] = [
  ['clerk', /văn thư/i],
  ['counter', /một cửa|tn ?& ?tkq|tiếp nhận|pvhcc|phục vụ hành chính công/i],
  ['leader', /lãnh đạo|chủ tịch|giám đốc|trưởng|thủ trưởng|^ubnd/i],
  ['specialist', /chuyên viên|công chức|cán bộ|chuyên môn|các sở|sở, ngành/i],
];
const IN_PROGRESS = '4';
const RESOLVED = '9';

/** @param name of the procedure, for the pool */
export function draftProcess(steps: TableStep[], name: string): ProcessDraft {
  const lanes = draftLanes(steps);
  const laneOf = (step: TableStep) => lanes.find((lane) => lane.name === performerOf(step))!.id;
  const nodes: DraftNode[] = [];
  const flows: DraftFlow[] = [];
  const taskIds = new Map<number, string>();
  const connect = (from: string, to: string, rest: Partial<DraftFlow> = {}) =>
    flows.push({ id: `Flow_${flows.length + 1}`, from, to, ...rest });

  nodes.push({ id: 'Start', kind: 'start', name: '', lane: lanes[0]?.id ?? '', attributes: {} });
  let leaving: { from: string; rest?: Partial<DraftFlow> }[] = [{ from: 'Start' }];
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
      attributes: attributesOf(step, isLast),
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
      leaving = [{ from: gateway, rest: { name: 'Đồng ý', condition: 'agreed = true' } }];
    }
  });

  nodes.push({ id: 'End', kind: 'end', name: '', lane: nodes.at(-1)!.lane, attributes: {} });
  enter('End');
  return { name, lanes, nodes, flows };
}

function draftLanes(steps: TableStep[]): DraftLane[] {
  const names = [...new Set(steps.map(performerOf))];
  return names.map((name, index) => ({ id: `Lane_${index + 1}`, name, role: roleOf(name) }));
}

const performerOf = (step: TableStep): string => step.performers[0] ?? 'Chưa rõ';
const roleOf = (name: string): string | undefined => ROLES.find(([, pattern]) => pattern.test(name))?.[0];

/** The first sentence of the work, short enough to read on the diagram. */
function titleOf({ work }: TableStep): string {
  const first = work.split(/[.;:\n]/)[0]!.trim();
  return first.length > 60 ? `${first.slice(0, first.lastIndexOf(' ', 58))}…` : first;
}

function attributesOf(step: TableStep, isLast: boolean): Record<string, string> {
  return {
    ...(step.hours === null ? { durationKind: 'none' } : { duration: `PT${step.hours}H` }),
    status: isLast ? RESOLVED : IN_PROGRESS,
    ...(isLast ? { actions: 'return' } : {}),
  };
}
