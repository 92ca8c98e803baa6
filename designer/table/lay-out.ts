/** Places a drafted process: lanes one below the other, one column a node, loops back along the foot of their lane. */
import type { DraftFlow, DraftNode } from './draft-process.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Point {
  x: number;
  y: number;
}

/** What is placed: a drafted process, or one that is drawn already. */
export interface Placeable {
  /** from the top */
  lanes: { id: string }[];
  /** from left to right; `size` where it is drawn already */
  nodes: (Pick<DraftNode, 'id' | 'kind' | 'lane' | 'attachedTo'> & { size?: [number, number] })[];
  flows: Pick<DraftFlow, 'id' | 'from' | 'to' | 'isBack'>[];
}

export interface Layout {
  pool: Box;
  lanes: Map<string, Box>;
  nodes: Map<string, Box>;
  flows: Map<string, Point[]>;
}

const LABEL = 30;
const LANE_HEIGHT = 160;
/** Between the shapes of two columns. */
const GAP = 50;
const FIRST_COLUMN = 120;
const SIZES = {
  start: [36, 36],
  end: [36, 36],
  gateway: [50, 50],
  task: [110, 80],
  timeout: [36, 36],
} as const;
/** Distance of the first loop from the foot of its lane, and between loops. */
const LOOP_FOOT = 12;
const LOOP_STEP = 8;
/** Loops that a lane has room for below its steps and their timers. */
const ROOM_FOR_LOOPS = 2;
/** Between a shape and where a flow out of it turns: half the gap of two columns. */
const TURN = 25;

export function layOut(draft: Placeable): Layout {
  const columns = draft.nodes.filter((node) => node.kind !== 'timeout');
  const column = GAP + Math.max(SIZES.task[0], ...columns.map(({ size }) => size?.[0] ?? 0));
  const width = FIRST_COLUMN + columns.length * column;
  const lanes = new Map<string, Box>();
  let height = 0;
  for (const { id } of draft.lanes) {
    const lane = { x: LABEL, y: height, width: width - LABEL, height: heightOf(id, draft) };
    lanes.set(id, lane);
    height += lane.height;
  }
  const nodes = new Map<string, Box>();
  columns.forEach((node, index) => {
    nodes.set(
      node.id,
      around(node, { x: FIRST_COLUMN + index * column, y: lanes.get(node.lane)!.y + LANE_HEIGHT / 2 }),
    );
  });
  for (const node of draft.nodes) {
    if (node.kind !== 'timeout') continue;
    const task = nodes.get(node.attachedTo!)!;
    nodes.set(node.id, around(node, { x: task.x + task.width - 20, y: task.y + task.height }));
  }
  const place: Place = { lanes, nodes, draft };
  return {
    pool: { x: 0, y: 0, width, height },
    lanes,
    nodes,
    flows: new Map(draft.flows.map((flow) => [flow.id, route(flow, place)])),
  };
}

interface Place {
  lanes: Map<string, Box>;
  nodes: Map<string, Box>;
  draft: Placeable;
}

/** A lane with many loops is deeper, so that none runs through its steps. */
const heightOf = (lane: string, draft: Placeable): number =>
  LANE_HEIGHT + Math.max(0, loopsOf(lane, draft).length - ROOM_FOR_LOOPS) * LOOP_STEP;
const loopsOf = (lane: string, draft: Placeable): Placeable['flows'] =>
  draft.flows.filter((flow) => isAlongFoot(flow, draft) && laneOf(flow, draft) === lane);

function route(flow: Placeable['flows'][number], { lanes, nodes, draft }: Place): Point[] {
  const source = draft.nodes.find((node) => node.id === flow.from)!;
  const from = nodes.get(flow.from)!;
  const to = nodes.get(flow.to)!;
  if (!flow.isBack && source.kind !== 'timeout') return forward(from, to);
  const lane = lanes.get(source.lane)!;
  const foot = lane.y + lane.height - LOOP_FOOT - loopsOf(source.lane, draft).indexOf(flow) * LOOP_STEP;
  return alongFoot(from, to, foot);
}

function forward(from: Box, to: Box): Point[] {
  const start = { x: from.x + from.width, y: centre(from).y };
  const end = { x: to.x, y: centre(to).y };
  if (start.y === end.y) return [start, end];
  // Turned right after its source: further on it could cross what stands in a column between.
  const middle = start.x + TURN;
  return [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end];
}

/** Out at the bottom, along the foot of the lane, in from below (or from above, when the target is in a lower lane). */
function alongFoot(from: Box, to: Box, foot: number): Point[] {
  const start = { x: centre(from).x, y: from.y + from.height };
  const x = centre(to).x;
  const entry = to.y > foot ? to.y : to.y + to.height;
  return [start, { x: start.x, y: foot }, { x, y: foot }, { x, y: entry }];
}

const isAlongFoot = (flow: Placeable['flows'][number], draft: Placeable): boolean =>
  Boolean(flow.isBack) || draft.nodes.some((node) => node.id === flow.from && node.kind === 'timeout');
const laneOf = (flow: Placeable['flows'][number], draft: Placeable): string | undefined =>
  draft.nodes.find((node) => node.id === flow.from)?.lane;

function around({ kind, size }: Placeable['nodes'][number], { x, y }: Point): Box {
  const [width, height] = size ?? SIZES[kind];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

const centre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });
