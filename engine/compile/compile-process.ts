import type { Compiled, Process, StepInfo } from '../types.ts';
import { calledName, compilePerformer } from './build-node.ts';
import { buildScope, type Draft } from './build-scope.ts';
import { checkProcess } from './check-process.ts';
import { connect } from './connect.ts';
import type { FileContext } from './context.ts';
import { attribute, type Element, flag, many, one, typeOf } from './element.ts';
import { markReach } from './mark-reach.ts';
import type { Program, Starter } from './program.ts';
import { readLanes } from './read-performer.ts';
import { readStep } from './read-step.ts';
import { readXml } from './read-xml.ts';
import { createReport, type Report } from './report.ts';

export interface CompileOptions {
  /** processes outside this file that call activities may name; by default none are known */
  isCallable?: (id: string) => boolean;
}

/**
 * Reads BPMN XML into processes that run. Never throws: what cannot be read or run is a diagnostic,
 * and a process with an error among its diagnostics is not in `processes`.
 */
export async function compileProcess(xml: string, options: CompileOptions = {}): Promise<Compiled> {
  const report = createReport();
  const definitions = await readXml(xml, report);
  if (!definitions) return { process: null, processes: {}, diagnostics: report.diagnostics };
  const file = readContext(definitions, report, options);
  const compiled = many(definitions, 'rootElements')
    .filter((element) => element.$type === 'bpmn:Process')
    .filter((element) => many(element, 'flowElements').length > 0 || flag(element, 'isExecutable') === true)
    .map((element, _, all) => {
      const isBeside =
        flag(element, 'isExecutable') !== true && all.some((each) => flag(each, 'isExecutable') === true);
      return { element, ...compileOne(file, element, isBeside) };
    });
  const executable = compiled.filter(({ element }) => flag(element, 'isExecutable') === true);
  if (compiled.length === 0) report.add('process.none', undefined);
  if (executable.length === 0)
    for (const { element } of compiled) report.add('process.not-executable', element.id);
  const runnable = executable.length > 0 ? executable : compiled;
  const valid = compiled.filter((each) => !each.hasErrors && !hasFileErrors(report));
  return {
    process: pickProcess(runnable.filter((each) => valid.includes(each)).map(({ program }) => program)),
    processes: Object.fromEntries(
      valid
        .filter((each) => runnable.includes(each) || each.program.isCalled)
        .map(({ program }) => [program.id, program]),
    ),
    diagnostics: report.diagnostics,
  };
}

function hasFileErrors(report: Report): boolean {
  return report.diagnostics.some((each) => each.severity === 'error' && /^(xml|id)\./.test(each.code));
}

function pickProcess(programs: Program[]): Process | null {
  return programs.find((program) => !program.isCalled) ?? programs[0] ?? null;
}

/** `isBeside`: drawn for people beside a process that runs; unless that calls it, what it lacks is worth a note only. */
function compileOne(
  file: FileContext,
  element: Element,
  isBeside: boolean,
): { program: Program; hasErrors: boolean } {
  const before = file.report.diagnostics.length;
  const draft: Draft = {
    nodes: new Map(),
    flows: new Map(),
    elements: new Map(),
    drawnFlows: [],
    associations: [],
  };
  const scope = buildScope(file, draft, { element, node: null, parent: null });
  connect(file, draft, scope);
  markReach([...draft.nodes.values()]);
  const steps = readSteps(file, element, draft);
  const starters = findStarters(draft);
  const participant = one(element, '$participant');
  const id = element.id ?? '';
  const program: Program = {
    id,
    name: element.name?.trim() || (participant?.name ?? id),
    steps,
    scope,
    nodes: draft.nodes,
    flows: draft.flows,
    starters,
    hasConditions: [...draft.nodes.values()].some((node) =>
      node.triggers.some((trigger) => trigger.type === 'conditional'),
    ),
    ...(participant?.id && { pool: participant.id }),
    sends: sendsOf(file, draft),
    isCalled: file.called.has(id),
  };
  checkProcess(file, program);
  const found = file.report.diagnostics.slice(before);
  if (isBeside && !program.isCalled) for (const each of found) each.severity = 'info';
  const hasErrors = found.some((each) => each.severity === 'error');
  return { program: Object.freeze(program), hasErrors };
}

function readSteps(file: FileContext, element: Element, draft: Draft): StepInfo[] {
  const lanes = readLanes(element);
  const steps: StepInfo[] = [];
  for (const [node, drawn] of draft.elements) {
    let lane = lanes.get(node.id);
    for (let outer = node.scope.node; !lane && outer; outer = outer.scope.node) lane = lanes.get(outer.id);
    const step = readStep(file.report, node, { element: drawn, ...(lane && { lane }) });
    if (!step) continue;
    steps.push(step);
    Object.assign(node, { performer: Object.fromEntries(compilePerformer(step)) });
    if (step.performer.sameAs && !draft.nodes.has(step.performer.sameAs))
      file.report.add('attribute.unknown-element', node.id, {
        attribute: 'motcua:sameAs',
        value: step.performer.sameAs,
      });
  }
  return steps;
}

function sendsOf(file: FileContext, draft: Draft): Map<string, string[]> {
  const sends = new Map<string, string[]>();
  for (const { source, target } of file.messageFlows)
    if (draft.nodes.has(source)) sends.set(source, [...(sends.get(source) ?? []), target]);
  return sends;
}

/** Start events with their triggers, and receive tasks and event gateways that begin an instance. */
function findStarters(draft: Draft): Starter[] {
  return [...draft.nodes.values()].flatMap((node): Starter[] => {
    if (node.scope.node !== null) return [];
    if (node.kind === 'startEvent')
      return node.triggers.length === 0 ? [{ node }] : node.triggers.map((trigger) => ({ node, trigger }));
    if (!node.instantiates) return [];
    const gates = node.kind === 'eventBasedGateway' ? node.outgoing.map((flow) => flow.target) : [node];
    return gates.flatMap((gate) => gate.triggers.map((trigger) => ({ node: gate, trigger })));
  });
}

function readContext(definitions: Element, report: Report, options: CompileOptions): FileContext {
  const byId = new Map<string, Element>();
  const messageFlows: FileContext['messageFlows'] = [];
  index(definitions, byId);
  for (const element of many(definitions, 'rootElements')) {
    if (/Choreography|Conversation/.test(element.$type))
      report.add('element.unsupported', element.id, { type: typeOf(element) });
    if (typeOf(element) !== 'Collaboration') continue;
    for (const participant of many(element, 'participants')) {
      const process = one(participant, 'processRef');
      if (process) process['$participant'] = participant;
    }
    for (const flow of many(element, 'messageFlows')) {
      const [from, to] = [one(flow, 'sourceRef'), one(flow, 'targetRef')];
      const [source, target] = [from?.id, to?.id];
      if (!flow.id || !source || !target) continue;
      if (poolOf(from) === poolOf(to)) report.add('message-flow.same-pool', flow.id);
      messageFlows.push({
        id: flow.id,
        source,
        target,
        name: one(flow, 'messageRef')?.name ?? attribute(flow, 'name') ?? flow.id,
      });
    }
  }
  return {
    report,
    byId,
    messageFlows,
    called: calledIn(byId),
    isCallable: (id) => isCallable(byId.get(id)) || (options.isCallable?.(id) ?? false),
  };
}

/** Whether a call activity of the file may name it: a process or global task. */
function isCallable(element: Element | undefined): boolean {
  return element !== undefined && /^(Process|Global)/.test(typeOf(element));
}

/** The process that an element belongs to, or that a participant stands for; a black box is its own. */
function poolOf(element: Element | undefined): Element | undefined {
  if (element?.$type === 'bpmn:Participant') return one(element, 'processRef') ?? element;
  let holder = element;
  while (holder && holder.$type !== 'bpmn:Process') holder = holder.$parent;
  return holder ?? element;
}

/** Processes that some other process of the file calls by a fixed name. */
function calledIn(byId: Map<string, Element>): Set<string> {
  const called = new Set<string>();
  for (const element of byId.values()) {
    const name = calledName(element);
    if (name && name !== poolOf(element)?.id) called.add(name);
  }
  return called;
}

/** Every element of the tree by id, without recursion into references. */
function index(definitions: Element, byId: Map<string, Element>): void {
  const pending: Element[] = [definitions];
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (element.id) byId.set(element.id, element);
    for (const property of Object.keys(element))
      for (const child of many(element, property)) if (child.$parent === element) pending.push(child);
  }
}
