/** Places a process that is drawn already anew: pools, lanes, elements and flows stay, only positions change. */
import { type Layout, layOut, type Placeable } from '../../table/lay-out.ts';

/** An element of the drawing, as far as its place depends on it. */
export interface Drawn {
  id: string;
  /** `bpmn:UserTask` */
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** of a flow */
  from?: string;
  to?: string;
  /** the step on whose border it sits */
  attachedTo?: string;
  /** elements of a lane */
  members?: string[];
  /** the lane or pool it is in */
  parent?: string;
}

export type TidyRefusal = 'no-lanes' | 'pools' | 'nested-lanes' | 'content' | 'outside' | 'size' | 'borders';
export type Tidied = { layout: Layout; pool: string } | { refusal: TidyRefusal; element?: string };

type Kind = Placeable['nodes'][number]['kind'];

const KINDS: { pattern: RegExp; kind: Kind }[] = [
  { pattern: /^bpmn:(\w*Task|CallActivity)$/, kind: 'task' },
  { pattern: /^bpmn:\w+Gateway$/, kind: 'gateway' },
  { pattern: /^bpmn:BoundaryEvent$/, kind: 'timeout' },
  { pattern: /^bpmn:\w+Event$/, kind: 'start' },
];
const kindOf = (type: string): Kind | undefined => KINDS.find(({ pattern }) => pattern.test(type))?.kind;

/** What a column and a lane have room for. */
const WIDEST = 160;
const HIGHEST = 90;

/** @param drawn everything on the board but its labels; a refusal names the element that the layout has no place for */
export function tidyDrawing(drawn: readonly Drawn[]): Tidied {
  const of = (type: string) => drawn.filter((element) => element.type === type);
  const lanes = of('bpmn:Lane').toSorted((one, other) => one.y - other.y);
  const pools = of('bpmn:Participant');
  const flows = of('bpmn:SequenceFlow');
  const nodes = drawn.filter(({ type }) => kindOf(type));
  const laneOf = (node: Drawn) =>
    lanes.find(({ members }) => members?.includes(node.attachedTo ?? node.id))?.id;
  const placed = new Set([...lanes, ...pools, ...flows, ...nodes]);
  const borders = nodes.map(({ attachedTo }) => attachedTo).filter(Boolean);
  const wrong: Record<TidyRefusal, Drawn | undefined> = {
    pools: pools[1],
    'nested-lanes': lanes.find(({ parent }) => parent !== pools[0]?.id),
    content: drawn.find((element) => !placed.has(element) || (element.from && element.from === element.to)),
    outside: nodes.find((node) => !laneOf(node)),
    size: nodes.find(({ width, height }) => width > WIDEST || height > HIGHEST),
    borders: nodes.find(
      ({ attachedTo }, index) =>
        attachedTo &&
        borders.indexOf(attachedTo) < index &&
        borders.filter((host) => host === attachedTo).length > 1,
    ),
    'no-lanes': undefined,
  };
  if (pools.length === 0 || lanes.length === 0) return { refusal: 'no-lanes' };
  for (const [refusal, element] of Object.entries(wrong)) {
    if (element) return { refusal: refusal as TidyRefusal, element: element.id };
  }
  const ordered = inOrder(nodes, flows);
  const graph = {
    lanes,
    nodes: ordered.map((node): Placeable['nodes'][number] => ({
      id: node.id,
      kind: kindOf(node.type)!,
      lane: laneOf(node)!,
      size: [node.width, node.height],
      ...(node.attachedTo ? { attachedTo: node.attachedTo } : {}),
    })),
  };
  return {
    pool: pools[0]!.id,
    layout: layOut({
      ...graph,
      flows: flows.map(({ id, from = '', to = '' }) => ({
        id,
        from,
        to,
        isBack: !isOpen(graph.nodes, { from, to }),
      })),
    }),
  };
}

/** Whether a flow can go straight ahead: to the right, with no step of the target's lane between. */
function isOpen(nodes: Placeable['nodes'], { from, to }: { from: string; to: string }): boolean {
  const columns = nodes.filter(({ kind }) => kind !== 'timeout');
  const source = columns.findIndex(({ id }) => id === from);
  const target = columns.findIndex(({ id }) => id === to);
  const { lane } = columns[target]!;
  return target > source && columns.slice(source + 1, target).every((between) => between.lane !== lane);
}

/** Every step after those that lead to it, loops back left out; branches as they stand from left to right. */
function inOrder(nodes: readonly Drawn[], flows: readonly Drawn[]): Drawn[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const hostOf = (id: string) => byId.get(id)?.attachedTo ?? id;
  const seen = new Set<string>();
  const found: Drawn[] = [];
  const visit = (node: Drawn) => {
    if (seen.has(node.id) || node.attachedTo) return;
    seen.add(node.id);
    const next = flows
      .filter(({ from = '' }) => hostOf(from) === node.id)
      .flatMap(({ to = '' }) => byId.get(to) ?? []);
    for (const target of rightmostFirst(next)) visit(target);
    found.unshift(node);
  };
  const isEntered = new Set(flows.map(({ to }) => to));
  const own = nodes.filter(({ attachedTo }) => !attachedTo);
  for (const node of rightmostFirst(own.filter(({ id }) => !isEntered.has(id)))) visit(node);
  for (const node of rightmostFirst(own)) visit(node);
  return [...found, ...nodes.filter(({ attachedTo }) => attachedTo)];
}

const rightmostFirst = (nodes: readonly Drawn[]): Drawn[] => nodes.toSorted((one, other) => other.x - one.x);
