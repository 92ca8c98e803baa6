import { juelToFeel } from '../feel/juel-to-feel.ts';
import type { Performer } from '../types.ts';
import { attribute, body, type Element, extensions, foreign, many, one } from './element.ts';

/** A lane as far as performers go: its own unit and role, else those of the lane around it. */
export interface Lane {
  name: string;
  unit: string | undefined;
  role: string | undefined;
}

/** Lane of every node that stands in one. */
export function readLanes(process: Element): Map<string, Lane> {
  const lanes = new Map<string, Lane>();
  for (const laneSet of many(process, 'laneSets'))
    walkLanes(laneSet, { name: '', unit: undefined, role: undefined }, lanes);
  return lanes;
}

/** Who does a step: `motcua:` attributes, else Zeebe's, Camunda's, BPMN's own resource roles, else the lane. */
export function readPerformer(activity: Element, lane: Lane | undefined): Performer {
  const own: Performer = {
    unit: foreign(activity, 'motcua:unit'),
    role: foreign(activity, 'motcua:role'),
    assignee: foreign(activity, 'motcua:assignee'),
    sameAs: foreign(activity, 'motcua:sameAs'),
  };
  const hasOwn = Object.values(own).some((value) => value !== undefined);
  const performer = hasOwn ? own : { ...own, ...readForeignPerformer(activity) };
  performer.unit ??= lane?.unit;
  if (!performer.assignee && !performer.sameAs) performer.role ??= lane?.role;
  return Object.fromEntries(Object.entries(performer).filter(([, value]) => value !== undefined));
}

function walkLanes(laneSet: Element | undefined, outer: Lane, lanes: Map<string, Lane>): void {
  for (const element of many(laneSet, 'lanes')) {
    const unit = foreign(element, 'motcua:unit') ?? outer.unit;
    const role = foreign(element, 'motcua:role') ?? outer.role;
    const lane = { name: element.name ?? outer.name, unit, role };
    for (const node of many(element, 'flowNodeRef')) lanes.set(node.id!, lane);
    walkLanes(one(element, 'childLaneSet'), lane, lanes);
  }
}

function readForeignPerformer(activity: Element): Performer {
  const zeebe = extensions(activity, 'zeebe:assignmentDefinition')[0];
  const assignee = attribute(zeebe, 'assignee') ?? asFeel(foreign(activity, 'camunda:assignee'));
  const groups = attribute(zeebe, 'candidateGroups') ?? asFeel(foreign(activity, 'camunda:candidateGroups'));
  return {
    ...(assignee && { assignee }),
    ...(groups && { role: groups }),
    ...(!assignee && !groups && readResourceRole(activity)),
  };
}

function readResourceRole(activity: Element): Performer {
  const [resource] = many(activity, 'resources');
  const text =
    body(one(one(resource, 'resourceAssignmentExpression'), 'expression')) ??
    one(resource, 'resourceRef')?.name;
  if (!text) return {};
  const user = /^user\(([^)]*)\)$/.exec(text);
  const group = /^group\(([^)]*)\)$/.exec(text);
  if (user || resource?.$type === 'bpmn:HumanPerformer') return { assignee: asFeel(user?.[1] ?? text) };
  return { role: asFeel(group?.[1] ?? text) };
}

/** `${starter}` -> `=starter`; other texts stay, so that no performer is lost. */
function asFeel(text: string | undefined): string | undefined {
  if (!text || !/[$#]\{/.test(text)) return text;
  const feel = juelToFeel(text);
  return feel === undefined ? text : `=${feel}`;
}
