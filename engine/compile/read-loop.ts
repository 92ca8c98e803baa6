import { constantExpression, type Expression } from '../feel/expression.ts';
import type { FileContext } from './context.ts';
import { attribute, body, type Element, extensions, foreign, many, one } from './element.ts';
import type { MultiInstance, StandardLoop } from './program.ts';
import { readVariable, variableOf } from './read-mappings.ts';
import { readTrigger } from './read-trigger.ts';
import { readExpression, readFormal } from './report.ts';

/** Multi-instance or standard loop of an activity. */
export function readLoop(
  file: FileContext,
  activity: Element,
): { multi?: MultiInstance; loop?: StandardLoop } {
  const characteristics = one(activity, 'loopCharacteristics');
  if (!characteristics) return {};
  if (characteristics.$type === 'bpmn:StandardLoopCharacteristics')
    return { loop: readStandardLoop(file, activity, characteristics) };
  return { multi: readMultiInstance(file, activity, characteristics) };
}

function readStandardLoop(file: FileContext, activity: Element, loop: Element): StandardLoop {
  const condition = readFormal(file.report, one(loop, 'loopCondition'), {
    element: activity.id,
    where: 'loopCondition',
  });
  const maximum = loop['loopMaximum'];
  const isCounted = Number.isInteger(Number(maximum)) && Number(maximum) >= 0;
  if (body(one(loop, 'loopCondition')) === undefined && !isCounted)
    file.report.add('loop.no-condition', activity.id);
  return {
    testBefore: loop['testBefore'] === true,
    ...(condition && { condition }),
    ...(isCounted && { maximum: constantExpression(Number(maximum), String(maximum)) }),
  };
}

function readMultiInstance(file: FileContext, activity: Element, loop: Element): MultiInstance {
  const place = (where: string) => ({ element: activity.id, where });
  const zeebe = extensions(loop, 'zeebe:loopCharacteristics')[0];
  const camundaCollection = foreign(loop, 'camunda:collection');
  const cardinality = readFormal(file.report, one(loop, 'loopCardinality'), place('loopCardinality'));
  const dataInput = variableOf(one(loop, 'loopDataInputRef'));
  const collection =
    readExpression(file.report, attribute(zeebe, 'inputCollection'), place('inputCollection')) ??
    readCollection(file, activity, camundaCollection ?? foreign(loop, 'motcua:collection')) ??
    (dataInput ? readInput(activity, dataInput) : undefined);
  if (!cardinality && !collection && body(one(loop, 'loopCardinality')) === undefined)
    file.report.add('multi-instance.no-count', activity.id);
  const elementVariable =
    attribute(zeebe, 'inputElement') ??
    foreign(loop, 'camunda:elementVariable') ??
    foreign(loop, 'motcua:elementVariable') ??
    variableOf(one(loop, 'inputDataItem'));
  const completion = readFormal(file.report, one(loop, 'completionCondition'), place('completionCondition'));
  return {
    sequential: loop['isSequential'] === true,
    ...(cardinality && { cardinality }),
    ...(collection && { collection }),
    ...(elementVariable && { elementVariable }),
    ...readOutput(file, activity, { loop, zeebe }),
    ...(completion && { completion }),
    firstCounter: camundaCollection || hasCamunda(activity) ? 0 : 1,
    ...readBehaviour(file, activity, loop),
  };
}

function readCollection(
  file: FileContext,
  activity: Element,
  text: string | undefined,
): Expression | undefined {
  if (text === undefined) return undefined;
  if (!text.startsWith('=') && !/[$#]\{/.test(text)) return readVariable(text);
  return readExpression(file.report, text, { element: activity.id, where: 'collection' });
}

/** loopDataInputRef names a data input; what feeds it is an association, else a variable of its name. */
function readInput(activity: Element, dataInput: string): Expression {
  const association = many(activity, 'dataInputAssociations').find(
    (each) => variableOf(one(each, 'targetRef')) === dataInput,
  );
  const source = variableOf(many(association, 'sourceRef')[0]);
  return readVariable(source ?? dataInput);
}

function readOutput(
  file: FileContext,
  activity: Element,
  { loop, zeebe }: { loop: Element; zeebe: Element | undefined },
): Pick<MultiInstance, 'outputCollection' | 'outputElement' | 'outputVariable'> {
  const collected = attribute(zeebe, 'outputCollection') ?? foreign(loop, 'motcua:outputCollection');
  if (collected) {
    const text = attribute(zeebe, 'outputElement') ?? foreign(loop, 'motcua:outputElement');
    const outputElement = readExpression(file.report, text, { element: activity.id, where: 'outputElement' });
    const name = text && /^=\s*([\p{L}_][\p{L}\p{N}_]*)[\p{L}\p{N}_.]*$/u.exec(text)?.[1];
    return {
      outputCollection: collected,
      ...(outputElement && { outputElement }),
      ...(name && { outputVariable: name }),
    };
  }
  const dataOutput = variableOf(one(loop, 'loopDataOutputRef'));
  const item = variableOf(one(loop, 'outputDataItem'));
  if (!dataOutput || !item) return {};
  const association = many(activity, 'dataOutputAssociations').find(
    (each) => variableOf(many(each, 'sourceRef')[0]) === dataOutput,
  );
  const target = variableOf(one(association, 'targetRef')) ?? dataOutput;
  return { outputCollection: target, outputElement: readVariable(item), outputVariable: item };
}

function readBehaviour(
  file: FileContext,
  activity: Element,
  loop: Element,
): Pick<MultiInstance, 'behavior' | 'noneEvent' | 'oneEvent' | 'complex'> {
  const read = (definition: Element | undefined) =>
    definition && readTrigger(file, definition, { event: activity, isCatching: false });
  const noneEvent = read(one(loop, 'noneBehaviorEventRef'));
  const oneEvent = read(one(loop, 'oneBehaviorEventRef'));
  const complex = many(loop, 'complexBehaviorDefinition').flatMap((definition) => {
    const condition = readFormal(file.report, one(definition, 'condition'), {
      element: activity.id,
      where: 'complexBehaviorDefinition',
    });
    const event = read(many(one(definition, 'event'), 'eventDefinitions')[0]);
    return condition ? [{ condition, ...(event && { event }) }] : [];
  });
  const behavior = attribute(loop, 'behavior')?.toLowerCase();
  return {
    behavior: behavior === 'none' || behavior === 'one' || behavior === 'complex' ? behavior : 'all',
    ...(noneEvent && { noneEvent }),
    ...(oneEvent && { oneEvent }),
    complex,
  };
}

function hasCamunda(activity: Element): boolean {
  return Object.keys(activity.$attrs ?? {}).some((name) => name.startsWith('camunda:'));
}
