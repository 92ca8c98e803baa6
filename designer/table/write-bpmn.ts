/** A drafted process as a BPMN file with its diagram. */
import type { DraftFlow, DraftNode, ProcessDraft } from './draft-process.ts';
import { type Box, layOut, type Point } from './lay-out.ts';

const TAGS: Record<DraftNode['kind'], string> = {
  start: 'startEvent',
  task: 'userTask',
  gateway: 'exclusiveGateway',
  end: 'endEvent',
  timeout: 'boundaryEvent',
};
/** What the consulted agencies are chosen into, at the step before. */
const AGENCIES = 'agencies';

export function writeBpmn(draft: ProcessDraft): string {
  const layout = layOut(draft);
  const lanes = draft.lanes.map((lane) => writeLane(lane.id, draft)).join('');
  const shapes = [
    shape('Pool', layout.pool, ' isHorizontal="true"'),
    ...draft.lanes.map((lane) => shape(lane.id, layout.lanes.get(lane.id)!, ' isHorizontal="true"')),
    ...draft.nodes.map((node) => nodeShape(node, layout.nodes.get(node.id)!)),
  ];
  const edges = draft.flows.map((flow) => edge(flow, layout.flows.get(flow.id)!));
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:motcua="urn:motcua:bpmn:1" id="Definitions" targetNamespace="urn:motcua:process">
<bpmn:collaboration id="Collaboration"><bpmn:participant id="Pool" name="${escapeXml(draft.name)}" processRef="Process" /></bpmn:collaboration>
<bpmn:process id="Process" name="${escapeXml(draft.name)}" isExecutable="true">
<bpmn:laneSet id="LaneSet">${lanes}</bpmn:laneSet>
${draft.nodes.map((node) => writeNode(node, draft)).join('\n')}
${draft.flows.map(writeFlow).join('\n')}
</bpmn:process>
<bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="Collaboration">
${[...shapes, ...edges].join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

function writeLane(id: string, draft: ProcessDraft): string {
  const lane = draft.lanes.find((candidate) => candidate.id === id)!;
  const members = draft.nodes.filter((node) => node.lane === id);
  const unit = lane.unit ? ` motcua:unit="${escapeXml(lane.unit)}"` : '';
  const role = lane.role ? ` motcua:role="${lane.role}"` : '';
  const references = members.map((node) => `<bpmn:flowNodeRef>${node.id}</bpmn:flowNodeRef>`).join('');
  return `<bpmn:lane id="${id}" name="${escapeXml(lane.name)}"${unit}${role}>${references}</bpmn:lane>`;
}

function writeNode(node: DraftNode, draft: ProcessDraft): string {
  const tag = `bpmn:${TAGS[node.kind]}`;
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` motcua:${name}="${escapeXml(value)}"`)
    .join('');
  const name = node.name ? ` name="${escapeXml(node.name)}"` : '';
  const attached = node.attachedTo ? ` attachedToRef="${node.attachedTo}" cancelActivity="true"` : '';
  const otherwise = node.defaultFlow ? ` default="${node.defaultFlow}"` : '';
  return `<${tag} id="${node.id}"${name}${attached}${otherwise}${attributes}>${references(node.id, draft)}${inner(node)}</${tag}>`;
}

function references(id: string, { flows }: ProcessDraft): string {
  const incoming = flows
    .filter((flow) => flow.to === id)
    .map((flow) => `<bpmn:incoming>${flow.id}</bpmn:incoming>`);
  const outgoing = flows
    .filter((flow) => flow.from === id)
    .map((flow) => `<bpmn:outgoing>${flow.id}</bpmn:outgoing>`);
  return [...incoming, ...outgoing].join('');
}

function inner(node: DraftNode): string {
  if (node.isMultiple) {
    return `<bpmn:multiInstanceLoopCharacteristics motcua:collection="=${AGENCIES}" motcua:elementVariable="agency" />`;
  }
  if (node.kind === 'timeout') {
    return `<bpmn:timerEventDefinition id="${node.id}_Definition" motcua:counts="working"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${node.after}</bpmn:timeDuration></bpmn:timerEventDefinition>`;
  }
  return '';
}

function writeFlow({ id, from, to, name, condition }: DraftFlow): string {
  const label = name ? ` name="${escapeXml(name)}"` : '';
  const body = condition
    ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escapeXml(condition)}</bpmn:conditionExpression>`
    : '';
  return `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"${label}>${body}</bpmn:sequenceFlow>`;
}

const LABEL = { width: 80, height: 14 };
/** A little off the line or shape that it names. */
const LABEL_GAP = 4;

const label = (x: number, y: number): string =>
  `<bpmndi:BPMNLabel><dc:Bounds x="${x}" y="${y}" width="${LABEL.width}" height="${LABEL.height}" /></bpmndi:BPMNLabel>`;

const shape = (id: string, { x, y, width, height }: Box, more = '', inside = ''): string =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${more}><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" />${inside}</bpmndi:BPMNShape>`;

/** A gateway is named above it: flows leave it to the right and below. */
function nodeShape(node: DraftNode, box: Box): string {
  if (node.kind !== 'gateway') return shape(node.id, box);
  const x = box.x + box.width / 2 - LABEL.width / 2;
  return shape(node.id, box, ' isMarkerVisible="true"', label(x, box.y - LABEL.height - LABEL_GAP));
}

function edge({ id, name, isBack }: DraftFlow, points: Point[]): string {
  const waypoints = points.map(({ x, y }) => `<di:waypoint x="${x}" y="${y}" />`).join('');
  return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${waypoints}${name ? flowLabel(points, isBack) : ''}</bpmndi:BPMNEdge>`;
}

/** Onward flows are named where they turn towards their lane, loops above the foot they run along. */
function flowLabel(points: Point[], isBack = false): string {
  if (!isBack) return turnLabel(points);
  const [, from, to] = points;
  return label((from!.x + to!.x) / 2 - LABEL.width / 2, from!.y - LABEL.height - LABEL_GAP);
}

function turnLabel([start, turn, end]: Point[]): string {
  if (!end) return label(start!.x - LABEL.width / 4, start!.y - LABEL.height - LABEL_GAP);
  const y = end.y < turn!.y ? turn!.y - 3 * LABEL.height : turn!.y + 2 * LABEL.height;
  return label(turn!.x + LABEL_GAP, y);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
