import { parseDuration } from '../time/iso-duration.ts';
import type { StepDuration, StepInfo } from '../types.ts';
import { attribute, type Element, extensions, foreign } from './element.ts';
import type { Node, NodeKind } from './program.ts';
import { type Lane, readPerformer } from './read-performer.ts';
import type { Report } from './report.ts';

const STEP_KINDS: Partial<Record<NodeKind, StepInfo['kind']>> = {
  userTask: 'user',
  manualTask: 'manual',
  serviceTask: 'service',
  scriptTask: 'script',
  businessRuleTask: 'businessRule',
  sendTask: 'send',
  receiveTask: 'receive',
  callActivity: 'callActivity',
  subProcess: 'subProcess',
};

/** What a procedure owner says of an activity; undefined for events and gateways. */
export function readStep(
  report: Report,
  node: Node,
  { element, lane }: { element: Element; lane?: Lane },
): StepInfo | undefined {
  const kind = STEP_KINDS[node.kind];
  if (!kind) return undefined;
  const duration = readDuration(report, element);
  const form =
    foreign(element, 'motcua:form') ??
    attribute(extensions(element, 'zeebe:formDefinition')[0], 'formId') ??
    attribute(extensions(element, 'zeebe:formDefinition')[0], 'formKey') ??
    foreign(element, 'camunda:formRef') ??
    foreign(element, 'camunda:formKey');
  const status = readStatus(report, element);
  const citation = foreign(element, 'motcua:citation');
  return {
    id: node.id,
    name: node.name,
    kind,
    ...(lane?.name && { lane: lane.name }),
    performer: readPerformer(element, lane),
    ...(duration && { duration }),
    ...(form && { form }),
    ...(status && { status }),
    documents: words(foreign(element, 'motcua:documents')),
    actions: words(foreign(element, 'motcua:actions')),
    ...(citation && { citation }),
  };
}

function readDuration(report: Report, element: Element): StepDuration | undefined {
  const counts = foreign(element, 'motcua:durationKind') ?? 'working';
  if (counts !== 'working' && counts !== 'calendar' && counts !== 'none') {
    report.add('attribute.value', element.id, { attribute: 'motcua:durationKind', value: counts });
    return undefined;
  }
  const iso = foreign(element, 'motcua:duration');
  if (iso === undefined) return counts === 'none' ? { iso: 'PT0S', counts } : undefined;
  if (!parseDuration(iso)) {
    report.add('attribute.value', element.id, { attribute: 'motcua:duration', value: iso });
    return undefined;
  }
  return { iso, counts };
}

/** The ten statuses of the portal (domain: dvcqgStatus). */
function readStatus(report: Report, element: Element): number | undefined {
  const text = foreign(element, 'motcua:status');
  if (text === undefined) return undefined;
  const status = Number(text);
  if (Number.isInteger(status) && status >= 1 && status <= 10) return status;
  report.add('attribute.value', element.id, { attribute: 'motcua:status', value: text });
  return undefined;
}

function words(text: string | undefined): string[] {
  return text?.match(/[^\s,]+/g) ?? [];
}
