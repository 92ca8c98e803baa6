/** Places a drafted process: lanes one below the other, one column a node, loops back along the foot of their lane. */
import type { DraftFlow, DraftNode, ProcessDraft } from './draft-process.ts';

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

export interface Layout {
  pool: Box;
  lanes: Map<string, Box>;
  nodes: Map<string, Box>;
  flows: Map<string, Point[]>;
}

const LABEL = 30;
const LANE_HEIGHT = 160;
const COLUMN = 160;
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
/** Between a shape and where a flow out of it turns: half the gap of two columns. */
const TURN = 25;

export function layOut(draft: ProcessDraft): Layout {
  const columns = draft.nodes.filter((node) => node.kind !== 'timeout');
  const width = FIRST_COLUMN + columns.length * COLUMN;
  const lanes = new Map(
    draft.lanes.map((lane, row) => [
      lane.id,
      { x: LABEL, y: row * LANE_HEIGHT, width: width - LABEL, height: LANE_HEIGHT },
    ]),
  );
  const nodes = new Map<string, Box>();
  columns.forEach((node, column) => {
    nodes.set(
      node.id,
      around(node, { x: FIRST_COLUMN + column * COLUMN, y: centre(lanes.get(node.lane)!).y }),
    );
  });
  for (const node of draft.nodes) {
    if (node.kind !== 'timeout') continue;
    const task = nodes.get(node.attachedTo!)!;
    nodes.set(node.id, around(node, { x: task.x + task.width - 20, y: task.y + task.height }));
  }
  const place: Place = { lanes, nodes, draft };
  return {
    pool: { x: 0, y: 0, width, height: draft.lanes.length * LANE_HEIGHT },
    lanes,
    nodes,
    flows: new Map(draft.flows.map((flow) => [flow.id, route(flow, place)])),
  };
}

interface Place {
  lanes: Map<string, Box>;
  nodes: Map<string, Box>;
  draft: ProcessDraft;
}

function route(flow: DraftFlow, { lanes, nodes, draft }: Place): Point[] {
  const source = draft.nodes.find((node) => node.id === flow.from)!;
  const from = nodes.get(flow.from)!;
  const to = nodes.get(flow.to)!;
  if (!flow.isBack && source.kind !== 'timeout') return forward(from, to);
  const lane = lanes.get(source.lane)!;
  const sameLane = draft.flows.filter(
    (other) => isAlongFoot(other, draft) && laneOf(other, draft) === source.lane,
  );
  const foot = lane.y + lane.height - LOOP_FOOT - sameLane.indexOf(flow) * LOOP_STEP;
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

const isAlongFoot = (flow: DraftFlow, draft: ProcessDraft): boolean =>
  Boolean(flow.isBack) || draft.nodes.some((node) => node.id === flow.from && node.kind === 'timeout');
const laneOf = (flow: DraftFlow, draft: ProcessDraft): string | undefined =>
  draft.nodes.find((node) => node.id === flow.from)?.lane;

function around({ kind }: DraftNode, { x, y }: Point): Box {
  const [width, height] = SIZES[kind];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

const centre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });
