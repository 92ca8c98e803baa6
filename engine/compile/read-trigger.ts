import { constantExpression, type Expression } from '../feel/expression.ts';
import { parseCycle } from '../time/iso-cycle.ts';
import { parseDuration, parseInstant } from '../time/iso-duration.ts';
import type { FileContext } from './context.ts';
import { attribute, body, type Element, extensions, foreign, many, one, typeOf } from './element.ts';
import type { Trigger } from './program.ts';
import { readExpression, readFormal } from './report.ts';

/** The event definitions of an event, in the order written; what cannot work is reported. */
export function readTriggers(file: FileContext, event: Element, isCatching: boolean): Trigger[] {
  const definitions = [...many(event, 'eventDefinitions'), ...many(event, 'eventDefinitionRef')];
  return definitions.flatMap((definition) => readTrigger(file, definition, { event, isCatching }) ?? []);
}

/** One event definition; `event` is the element it stands on. */
export function readTrigger(
  file: FileContext,
  definition: Element,
  at: { event: Element; isCatching: boolean },
): Trigger | undefined {
  const read = READERS[typeOf(definition)];
  if (!read) {
    file.report.add('element.unsupported', at.event.id, { type: typeOf(definition) });
    return undefined;
  }
  return read(file, definition, at);
}

/** The message of a message event, or of a send or receive task. */
export function readMessage(
  file: FileContext,
  message: Element | undefined,
  at: { event: Element; isCatching: boolean },
): Trigger | undefined {
  const id = at.event.id ?? '';
  const flow = file.messageFlows.find((each) => (at.isCatching ? each.target : each.source) === id);
  const drawn = nameOf(file, message, id) ?? flow?.name;
  // a receive task MAY leave its message open, an event of a process that runs may not (BPMN 2.0.2, 10.3.3, 10.5.5)
  const isReceiving = typeOf(at.event) === 'ReceiveTask';
  const name = drawn ?? (at.isCatching && !isReceiving ? undefined : id);
  if (name === undefined) {
    file.report.add('message.no-name', id);
    return undefined;
  }
  if (drawn === undefined && isReceiving) file.report.add('receive.no-message', id);
  const place = { element: id, where: 'message name', isText: true };
  const subscription = extensions(message, 'zeebe:subscription')[0];
  const correlation = readExpression(
    file.report,
    attribute(subscription, 'correlationKey') ?? foreign(at.event, 'motcua:correlation'),
    { element: id, where: 'correlationKey' },
  );
  return {
    type: 'message',
    name: readExpression(file.report, name, place) ?? constantExpression(name, name),
    aliases: [message?.id, id, at.event.name, flow?.id].filter((alias) => alias !== undefined),
    ...(correlation && { correlation }),
    ...correlationOf(file, message, at.event),
  };
}

type Reader = (
  file: FileContext,
  definition: Element,
  at: { event: Element; isCatching: boolean },
) => Trigger | undefined;

const READERS: Record<string, Reader> = {
  TimerEventDefinition: readTimer,
  MessageEventDefinition: (file, definition, at) => readMessage(file, one(definition, 'messageRef'), at),
  SignalEventDefinition: readSignal,
  ErrorEventDefinition: readError,
  EscalationEventDefinition: readEscalation,
  ConditionalEventDefinition: readConditional,
  CompensateEventDefinition: (_, definition) => {
    const activity = one(definition, 'activityRef')?.id;
    return {
      type: 'compensation',
      waits: definition['waitForCompletion'] !== false,
      ...(activity && { activity }),
    };
  },
  LinkEventDefinition: (_, definition, at) => ({
    type: 'link',
    name: definition.name ?? at.event.name ?? '',
  }),
  TerminateEventDefinition: () => ({ type: 'terminate' }),
  CancelEventDefinition: () => ({ type: 'cancel' }),
};

function readTimer(file: FileContext, definition: Element, at: { event: Element }): Trigger | undefined {
  const id = at.event.id;
  const kinds = { timeDate: 'date', timeDuration: 'duration', timeCycle: 'cycle' } as const;
  const property = (Object.keys(kinds) as (keyof typeof kinds)[]).find((name) => body(one(definition, name)));
  if (!property) {
    file.report.add('timer.no-value', id);
    return undefined;
  }
  const formal = one(definition, property)!;
  const expression = readTimerValue(file, formal, { element: id, kind: kinds[property] });
  if (!expression) return undefined;
  const counts = foreign(definition, 'motcua:counts') ?? foreign(at.event, 'motcua:counts');
  if (counts !== undefined && counts !== 'working' && counts !== 'calendar')
    file.report.add('attribute.value', id, { attribute: 'motcua:counts', value: counts });
  return {
    type: 'timer',
    kind: kinds[property],
    expression,
    ...((counts === 'working' || counts === 'calendar') && { counts }),
  };
}

const instantOrDuration = (text: string) => parseInstant(text) ?? parseDuration(text);

/** A date where a duration is asked for, and the other way round, says plainly what it means. */
const PARSERS = { date: instantOrDuration, duration: instantOrDuration, cycle: parseCycle };

function readTimerValue(
  file: FileContext,
  formal: Element,
  place: { element: string | undefined; kind: keyof typeof PARSERS },
): Expression | undefined {
  const text = body(formal)!;
  const isExpression = text.startsWith('=') || /[$#]\{/.test(text);
  if (!isExpression) {
    if (PARSERS[place.kind](text)) return constantExpression(text, text);
    if (/^\S+(\s+\S+){4,6}$/.test(text) && /[*?/\d]/.test(text[0]!)) {
      file.report.add('timer.cron', place.element, { value: text });
      return undefined;
    }
    if (/^[+-]?P[\dT]|^R\d*\/|^\d/.test(text) || /^P$/.test(text)) {
      file.report.add('timer.value', place.element, { value: text });
      return undefined;
    }
  }
  return readFormal(file.report, formal, {
    element: place.element,
    where: `timer ${place.kind}`,
    // `PT${n}H`: text around braces is joined to them
    isText: isExpression,
  });
}

/** What a message or signal is called: its name, else its id, and a note of that on the element that uses it. */
function nameOf(
  file: FileContext,
  root: Element | undefined,
  element: string | undefined,
): string | undefined {
  const name = root && attribute(root, 'name');
  if (root?.id && name === undefined && root.$parent)
    file.report.add('name.from-id', element, { id: root.id });
  return name ?? root?.id;
}

function readSignal(file: FileContext, definition: Element, at: { event: Element }): Trigger | undefined {
  const signal = one(definition, 'signalRef');
  const name = nameOf(file, signal, at.event.id);
  if (name === undefined) {
    file.report.add('signal.no-name', at.event.id);
    return undefined;
  }
  const place = { element: at.event.id, where: 'signal name', isText: true };
  return {
    type: 'signal',
    name: readExpression(file.report, name, place) ?? constantExpression(name, name),
    aliases: [signal!.id!],
  };
}

function readError(
  file: FileContext,
  definition: Element,
  at: { event: Element; isCatching: boolean },
): Trigger {
  const error = one(definition, 'errorRef');
  const code = codeOf(error, 'errorCode', at.isCatching);
  if (code === '' && !at.isCatching) file.report.add('error.no-code', at.event.id);
  const codeVariable = foreign(definition, 'camunda:errorCodeVariable');
  const messageVariable = foreign(definition, 'camunda:errorMessageVariable');
  return {
    type: 'error',
    code,
    aliases: aliasesOf(error),
    ...(codeVariable && { codeVariable }),
    ...(messageVariable && { messageVariable }),
  };
}

function readEscalation(_: FileContext, definition: Element, at: { isCatching: boolean }): Trigger {
  const escalation = one(definition, 'escalationRef');
  const codeVariable = foreign(definition, 'camunda:escalationCodeVariable');
  return {
    type: 'escalation',
    code: codeOf(escalation, 'escalationCode', at.isCatching),
    aliases: aliasesOf(escalation),
    ...(codeVariable && { codeVariable }),
  };
}

function readConditional(
  file: FileContext,
  definition: Element,
  at: { event: Element },
): Trigger | undefined {
  const formal = one(definition, 'condition');
  if (body(formal) === undefined) {
    file.report.add('conditional.no-condition', at.event.id);
    return undefined;
  }
  const condition = readFormal(file.report, formal, { element: at.event.id, where: 'condition' });
  return condition && { type: 'conditional', condition };
}

/** Thrown, one without a code goes by its name or id; a catcher without a code takes any (BPMN 2.0.2, 10.5.6). */
function codeOf(root: Element | undefined, name: string, isCatching: boolean): string {
  return attribute(root, name) ?? (isCatching ? '' : (root?.name ?? root?.id ?? ''));
}

function aliasesOf(root: Element | undefined): string[] {
  return [root?.name, root?.id].filter((alias) => alias !== undefined);
}

/** Correlation properties: the key in the payload, and the same property as this process holds it. */
function correlationOf(
  file: FileContext,
  message: Element | undefined,
  event: Element,
): { correlation?: Expression; key?: Expression } {
  if (!message) return {};
  for (const property of file.byId.values()) {
    if (property.$type !== 'bpmn:CorrelationProperty') continue;
    const retrieval = many(property, 'correlationPropertyRetrievalExpression').find(
      (each) => one(each, 'messageRef') === message,
    );
    const binding = retrieval && bindingOf(event, property);
    const path = body(one(retrieval, 'messagePath'));
    const dataPath = body(one(binding, 'dataPath'));
    if (path === undefined || dataPath === undefined) continue;
    const place = { element: event.id, where: 'correlation' };
    const key = readExpression(file.report, path, place);
    const correlation = readExpression(file.report, dataPath, place);
    if (key && correlation) return { key, correlation };
  }
  return {};
}

function bindingOf(event: Element, property: Element): Element | undefined {
  let holder: Element | undefined = event;
  while (holder && holder.$type !== 'bpmn:Process') holder = holder.$parent;
  return many(holder, 'correlationSubscriptions')
    .flatMap((subscription) => many(subscription, 'correlationPropertyBinding'))
    .find((each) => one(each, 'correlationPropertyRef') === property);
}
