import { compileText, constantExpression, type Expression, isFault } from '../feel/expression.ts';
import type { Performer, StepInfo } from '../types.ts';
import type { FileContext } from './context.ts';
import { attribute, type Element, extensions, flag, foreign, many, one, typeOf } from './element.ts';
import type { CallTarget, Node, NodeKind, Scope, Trigger } from './program.ts';
import { readLoop } from './read-loop.ts';
import { readCallMappings, readMappings } from './read-mappings.ts';
import { readMessage, readTriggers } from './read-trigger.ts';
import { readExpression, readFormal } from './report.ts';

const KINDS: Record<string, NodeKind> = {
  StartEvent: 'startEvent',
  EndEvent: 'endEvent',
  IntermediateThrowEvent: 'throwEvent',
  IntermediateCatchEvent: 'catchEvent',
  BoundaryEvent: 'boundaryEvent',
  Task: 'manualTask',
  UserTask: 'userTask',
  ManualTask: 'manualTask',
  ServiceTask: 'serviceTask',
  BusinessRuleTask: 'businessRuleTask',
  SendTask: 'sendTask',
  ReceiveTask: 'receiveTask',
  ScriptTask: 'scriptTask',
  CallActivity: 'callActivity',
  SubProcess: 'subProcess',
  Transaction: 'subProcess',
  AdHocSubProcess: 'subProcess',
  ExclusiveGateway: 'exclusiveGateway',
  InclusiveGateway: 'inclusiveGateway',
  ParallelGateway: 'parallelGateway',
  ComplexGateway: 'complexGateway',
  EventBasedGateway: 'eventBasedGateway',
};

/** Global tasks that a call activity runs in its own place. */
const GLOBAL_KINDS = new Map<string, NodeKind>([
  ['bpmn:GlobalTask', 'manualTask'],
  ['bpmn:GlobalUserTask', 'userTask'],
  ['bpmn:GlobalManualTask', 'manualTask'],
  ['bpmn:GlobalScriptTask', 'scriptTask'],
  ['bpmn:GlobalBusinessRuleTask', 'businessRuleTask'],
]);

const LISTENERS = [
  'camunda:executionListener',
  'camunda:taskListener',
  'zeebe:executionListeners',
  'zeebe:taskListeners',
];

const ACTIVITIES = new Set<NodeKind>([
  'userTask',
  'manualTask',
  'serviceTask',
  'businessRuleTask',
  'sendTask',
  'receiveTask',
  'scriptTask',
  'callActivity',
  'subProcess',
]);

export function isActivity(node: Node): boolean {
  return ACTIVITIES.has(node.kind);
}

/** The kind of node an element becomes; undefined for elements that no token passes. */
export function kindOf(file: FileContext, element: Element): NodeKind | undefined {
  const kind = KINDS[typeOf(element)];
  if (element['triggeredByEvent'] === true) return 'eventSubProcess';
  const called = kind === 'callActivity' ? globalTask(file, element) : undefined;
  return called ? GLOBAL_KINDS.get(called.$type) : kind;
}

/** One node, not yet connected to others. */
export function buildNode(file: FileContext, element: Element, scope: Scope): Node {
  const kind = kindOf(file, element)!;
  const isTask = ACTIVITIES.has(kind);
  const hasMappings = isTask || kind.endsWith('Event');
  const mappings = hasMappings
    ? readMappings(file, element)
    : { inputs: [], outputs: [], mergesOutput: true };
  const definition = globalTask(file, element) ?? element;
  const isParallelMultiple = element['parallelMultiple'] === true;
  if (isParallelMultiple && kind !== 'catchEvent' && many(element, 'eventDefinitions').length > 1)
    file.report.add('event.parallel-multiple', element.id);
  if (LISTENERS.some((type) => extensions(element, type).length > 0))
    file.report.add('listener.ignored', element.id);
  return {
    id: element.id!,
    name: element.name?.trim() || element.id!,
    kind,
    scope,
    incoming: [],
    outgoing: [],
    triggers: readNodeTriggers(file, element, kind),
    isInterrupting:
      kind === 'boundaryEvent' ? element['cancelActivity'] !== false : element['isInterrupting'] !== false,
    boundaries: [],
    startQuantity: isTask ? quantity(file, element, 'startQuantity') : 1,
    completionQuantity: isTask ? quantity(file, element, 'completionQuantity') : 1,
    ...(isTask && readLoop(file, element)),
    inputs: mappings.inputs,
    outputs: mappings.outputs,
    mergesOutput: mappings.mergesOutput,
    isHandler: isTask && element['isForCompensation'] === true,
    instantiates: flag(element, 'instantiate') === true,
    ...(kind === 'eventBasedGateway' && {
      gateway: element['eventGatewayType'] === 'Parallel' ? ('parallel' as const) : ('exclusive' as const),
    }),
    ...(kind === 'scriptTask' && readScript(file, element, definition)),
    ...topicOf(element, kind),
    ...resultOf(element, kind),
    ...(kind === 'callActivity' && readCall(file, element)),
    ...activationOf(file, element),
    performer: {},
    isAbstract: typeOf(element) === 'Task',
    needsAllTriggers: isParallelMultiple,
  };
}

/** Performers are evaluated when the task opens: texts stay, `=...` is FEEL. */
export function compilePerformer(step: StepInfo): [keyof Performer, Expression][] {
  return Object.entries(step.performer).map(([part, text]) => {
    const compiled = part === 'sameAs' ? constantExpression(text, text) : compileText(text);
    return [part as keyof Performer, isFault(compiled) ? constantExpression(text, text) : compiled];
  });
}

function readNodeTriggers(file: FileContext, element: Element, kind: NodeKind): Trigger[] {
  const message = one(element, 'messageRef');
  const isSending = kind === 'sendTask';
  if (isSending && !message && !file.messageFlows.some((flow) => flow.source === element.id)) return [];
  // a task whose message has no name takes its own id: there always is one
  if (isSending || kind === 'receiveTask')
    return [readMessage(file, message, { event: element, isCatching: !isSending })!];
  return readTriggers(file, element, kind !== 'endEvent' && kind !== 'throwEvent');
}

function quantity(file: FileContext, element: Element, name: string): number {
  const value = Number(element[name] ?? 1);
  if (Number.isInteger(value) && value >= 1) return value;
  file.report.add('quantity.invalid', element.id);
  return 1;
}

function readScript(
  file: FileContext,
  element: Element,
  definition: Element,
): { script?: Expression; resultVariable?: string } {
  const zeebe = extensions(element, 'zeebe:script')[0];
  const resultVariable =
    foreign(element, 'motcua:resultVariable') ??
    foreign(element, 'camunda:resultVariable') ??
    attribute(zeebe, 'resultVariable');
  const result = resultVariable ? { resultVariable } : {};
  const text = attribute(zeebe, 'expression') ?? attribute(definition, 'script');
  // a script task of Zeebe may be a job worker's
  if (!text && extensions(element, 'zeebe:taskDefinition')[0]) return result;
  const format = attribute(definition, 'scriptFormat') ?? attribute(definition, 'scriptLanguage');
  const resource = foreign(element, 'camunda:resource');
  if (!zeebe && format && !isFeel(format)) file.report.add('script.format', element.id, { format });
  else if (!text && resource) file.report.add('script.format', element.id, { format: resource });
  else if (!text) file.report.add('script.empty', element.id);
  else {
    const script = readExpression(file.report, text, { element: element.id, where: 'script' });
    return { ...result, ...(script && { script }) };
  }
  return result;
}

function isFeel(format: string): boolean {
  return /feel/i.test(format) || /^juel$/i.test(format);
}

function topicOf(element: Element, kind: NodeKind): { topic?: string } {
  if (kind !== 'serviceTask' && kind !== 'businessRuleTask' && kind !== 'sendTask' && kind !== 'scriptTask')
    return {};
  const topic =
    foreign(element, 'motcua:topic') ??
    attribute(extensions(element, 'zeebe:taskDefinition')[0], 'type') ??
    attribute(extensions(element, 'zeebe:calledDecision')[0], 'decisionId') ??
    foreign(element, 'camunda:topic') ??
    foreign(element, 'camunda:decisionRef') ??
    foreign(element, 'camunda:delegateExpression') ??
    foreign(element, 'camunda:class') ??
    foreign(element, 'camunda:expression') ??
    one(element, 'operationRef')?.name;
  return topic ? { topic } : {};
}

function resultOf(element: Element, kind: NodeKind): { resultVariable?: string } {
  if (kind !== 'serviceTask' && kind !== 'businessRuleTask' && kind !== 'sendTask') return {};
  const name =
    foreign(element, 'motcua:resultVariable') ??
    foreign(element, 'camunda:resultVariable') ??
    attribute(extensions(element, 'zeebe:calledDecision')[0], 'resultVariable');
  return name ? { resultVariable: name } : {};
}

/** The global task an activity calls, when it calls one. */
function globalTask(file: FileContext, element: Element): Element | undefined {
  const called = attribute(element, 'calledElement');
  const target = called ? file.byId.get(localName(called)) : undefined;
  return target && GLOBAL_KINDS.has(target.$type) ? target : undefined;
}

/** The process that a call activity names: an id, or an expression. */
export function calledName(element: Element): string | undefined {
  const zeebe = extensions(element, 'zeebe:calledElement')[0];
  const name = attribute(zeebe, 'processId') ?? attribute(element, 'calledElement');
  return name === undefined ? undefined : localName(name);
}

/** `calledElement` is a qualified name: `tns:Process_1` means `Process_1`. */
function localName(name: string): string {
  return /^[\w.-]+:([\w.-]+)$/.exec(name)?.[1] ?? name;
}

function readCall(file: FileContext, element: Element): { call?: CallTarget } {
  const zeebe = extensions(element, 'zeebe:calledElement')[0];
  const text = calledName(element);
  if (!text) {
    file.report.add('call.no-target', element.id);
    return {};
  }
  const process = readExpression(file.report, text, {
    element: element.id,
    where: 'calledElement',
    isText: true,
  });
  if (!process) return {};
  if (typeof process.constant === 'string' && !file.isCallable(process.constant))
    file.report.add('call.unknown-target', element.id, { id: process.constant });
  const binding =
    foreign(element, 'motcua:binding') ??
    foreign(element, 'camunda:calledElementBinding') ??
    attribute(zeebe, 'bindingType');
  const version =
    foreign(element, 'motcua:version') ??
    foreign(element, 'camunda:calledElementVersion') ??
    foreign(element, 'camunda:calledElementVersionTag') ??
    attribute(zeebe, 'versionTag');
  return {
    call: {
      process,
      binding: !binding || binding === 'latest' ? 'latest' : 'pinned',
      ...(version && { version }),
      ...readPassing(element, zeebe),
      ...readCallMappings(file, element),
    },
  };
}

/** Without any mapping everything goes in and comes back; with mappings only what they name. */
function readPassing(
  element: Element,
  zeebe: Element | undefined,
): Pick<CallTarget, 'passesAll' | 'returnsAll'> {
  const holder = one(element, 'extensionElements');
  const has = (type: string) => extensions(element, type).length > 0;
  const isAll = (type: string) =>
    extensions(element, type).some((each) => attribute(each, 'variables') === 'all');
  const io = extensions(element, 'zeebe:ioMapping')[0] ?? extensions(element, 'motcua:ioMapping')[0];
  const hasIo = (name: string) => (io?.$children ?? []).some((child) => child.$type.endsWith(`:${name}`));
  const hasDataOutput = many(element, 'dataOutputAssociations').length > 0;
  return {
    passesAll:
      flag(zeebe, 'propagateAllParentVariables') ??
      (!holder || isAll('camunda:in') || !(has('camunda:in') || (zeebe === undefined && hasIo('input')))),
    returnsAll:
      flag(zeebe, 'propagateAllChildVariables') ??
      (isAll('camunda:out') || !(has('camunda:out') || hasIo('output') || hasDataOutput)),
  };
}

function activationOf(file: FileContext, element: Element): { activation?: Expression } {
  const place = { element: element.id, where: 'activationCondition' };
  const activation = readFormal(file.report, one(element, 'activationCondition'), place);
  return activation ? { activation } : {};
}
