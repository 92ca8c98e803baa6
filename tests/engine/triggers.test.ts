import { describe, expect, it } from '@jest/globals';
import type { Element } from '../../engine/compile/element.ts';
import { programOf } from '../../engine/compile/program.ts';
import { readTriggers } from '../../engine/compile/read-trigger.ts';
import { createReport } from '../../engine/compile/report.ts';
import { compileProcess } from '../../engine/index.ts';

const fileOf = (event: string, { roots = '', more = '' } = {}) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="urn:t">${roots}<process id="P" isExecutable="true">${more}<startEvent id="S"/>${event}<sequenceFlow id="f" sourceRef="S" targetRef="X"/></process></definitions>`;
const caught = (definition: string, attributes = '') =>
  `<intermediateCatchEvent id="X" ${attributes}>${definition}</intermediateCatchEvent>`;

/** What is found, and the triggers of X as values; expressions by their source. */
async function read(xml: string) {
  const { process, diagnostics } = await compileProcess(xml);
  const triggers = process ? programOf(process).nodes.get('X')!.triggers : [];
  return {
    findings: diagnostics.map(({ code, element, message }) => `${code} ${element}: ${message.en}`),
    triggers: triggers.map((trigger) =>
      Object.fromEntries(
        Object.entries(trigger).map(([key, value]) => [
          key,
          typeof value === 'object' && 'source' in value ? value.source : value,
        ]),
      ),
    ),
  };
}

describe('the value of a timer', () => {
  const timer = (kind: string, text: string) =>
    fileOf(caught(`<timerEventDefinition><${kind}>${text}</${kind}></timerEventDefinition>`));

  it.each([
    ['timeCycle', '0 0 9 * * ?', 'timer.cron'],
    ['timeCycle', '10 0 9 * * ?', 'timer.cron'],
    ['timeCycle', '0  0  9  *  *', 'timer.cron'],
    ['timeCycle', '*/5 * * * * * 2030', 'timer.cron'],
    ['timeCycle', '? * * * *', 'timer.cron'],
    ['timeCycle', '/5 * * * *', 'timer.cron'],
    ['timeCycle', '0 0 9 *', 'timer.value'],
    ['timeCycle', '0 0 9 * * ? 2030 x', 'timer.value'],
    ['timeCycle', 'R/x', 'timer.value'],
    ['timeCycle', 'R12/x', 'timer.value'],
    ['timeDuration', 'P', 'timer.value'],
    ['timeDuration', 'P1X', 'timer.value'],
    ['timeDuration', 'PTX', 'timer.value'],
    ['timeDuration', '+P1X', 'timer.value'],
    ['timeDuration', '-P1X', 'timer.value'],
    ['timeDuration', '4 hours', 'timer.value'],
    ['timeDuration', '5=', 'timer.value'],
    ['timeDate', '2026-99-99', 'timer.value'],
  ])('in %s cannot be %j', async (kind, text, code) => {
    const { findings } = await read(timer(kind, text));
    expect(findings).toEqual([expect.stringMatching(new RegExp(`^${code} X: `))]);
    expect(findings[0]).toContain(text);
  });

  it.each([
    ['timeDuration', 'People', 'duration'],
    ['timeDuration', 'stopP', 'duration'],
    ['timeDuration', 'stopP1', 'duration'],
    ['timeDuration', 'limit', 'duration'],
    ['timeDuration', 'days1', 'duration'],
    ['timeDuration', '=limit', 'duration'],
    ['timeDuration', 'PT${hours}H', 'duration'],
    ['timeDuration', '2026-01-01T00:00:00Z', 'duration'],
    ['timeDate', 'PT1H', 'date'],
    ['timeCycle', 'turnR2/2', 'cycle'],
    ['timeCycle', 'R3/PT1H', 'cycle'],
  ])('in %s may be %j', async (timerKind, text, kind) => {
    const { findings, triggers } = await read(timer(timerKind, text));
    expect(findings).toEqual([]);
    expect(triggers).toEqual([{ type: 'timer', kind, expression: expect.any(String) }]);
  });

  it.each([
    ['timeDuration', 'timer duration'],
    ['timeDate', 'timer date'],
    ['timeCycle', 'timer cycle'],
  ])('in %s that does not parse is reported as the %s', async (kind, where) => {
    const { findings } = await read(timer(kind, '=1 +'));
    expect(findings).toEqual([expect.stringMatching(new RegExp(`^expression.syntax X: .*${where}`))]);
  });
});

describe('a trigger that cannot be read', () => {
  const definition = (type: string, rest: Record<string, unknown> = {}) =>
    ({ $type: `bpmn:${type}`, $attrs: {}, ...rest }) as Element;
  const readDirectly = (each: Element, isCatching = true) => {
    const report = createReport();
    const file = {
      report,
      byId: new Map(),
      messageFlows: [],
      called: new Set<string>(),
      isCallable: () => false,
    };
    const event = definition('CatchEvent', { id: 'X', eventDefinitions: [each] });
    return {
      triggers: readTriggers(file, event, isCatching),
      codes: report.diagnostics.map(({ code }) => code),
    };
  };

  it.each([
    ['TimerEventDefinition', { timeDuration: { body: '=1 +' } }, 'expression.syntax'],
    ['TimerEventDefinition', {}, 'timer.no-value'],
    ['ConditionalEventDefinition', { condition: { body: '1 +' } }, 'expression.syntax'],
    ['ConditionalEventDefinition', {}, 'conditional.no-condition'],
    ['SignalEventDefinition', {}, 'signal.no-name'],
    ['MessageEventDefinition', {}, 'message.no-name'],
    ['StrangeEventDefinition', {}, 'element.unsupported'],
  ])('is none: %s %j', (type, rest, code) => {
    expect(readDirectly(definition(type, rest))).toEqual({ triggers: [], codes: [code] });
  });

  it('is not a link without a name, which meets another without one', () => {
    expect(readDirectly(definition('LinkEventDefinition'))).toEqual({
      triggers: [{ type: 'link', name: '' }],
      codes: [],
    });
  });

  it('keeps a timer that counts in a way nobody knows as one that says nothing of it', () => {
    const timer = definition('TimerEventDefinition', {
      timeDuration: { body: 'PT1H' },
      $attrs: { 'motcua:counts': 'moon' },
    });
    const { triggers, codes } = readDirectly(timer);
    expect(codes).toEqual(['attribute.value']);
    expect(triggers.map((each) => Object.keys(each))).toEqual([['type', 'kind', 'expression']]);
  });

  it.each(['Signal', 'Message'])('keeps the name of a %s that does not parse as a text', (type) => {
    const root = definition(type, { id: 'R', name: '=1 +' });
    const { triggers, codes } = readDirectly(
      definition(`${type}EventDefinition`, { [`${type.toLowerCase()}Ref`]: root }),
    );
    expect(codes).toEqual(['expression.syntax']);
    expect(triggers).toMatchObject([{ name: { source: '=1 +', constant: '=1 +' } }]);
  });

  it.each(['Signal', 'Message'])('works out the name of a %s that is an expression', (type) => {
    const root = definition(type, { id: 'R', name: '=word' });
    const [trigger] = readDirectly(
      definition(`${type}EventDefinition`, { [`${type.toLowerCase()}Ref`]: root }),
    ).triggers;
    expect(trigger).toMatchObject({ name: { source: '=word' } });
    expect(trigger).not.toHaveProperty('name.constant');
  });

  it('says where the fault is', async () => {
    const roots =
      '<message id="M" name="=1 +"><extensionElements><zeebe:subscription correlationKey="=2 +"/></extensionElements></message><signal id="G" name="=3 +"/>';
    const found = async (inside: string) => (await read(fileOf(caught(inside), { roots }))).findings;
    expect(await found('<messageEventDefinition messageRef="M"/>')).toEqual([
      expect.stringMatching(/^expression.syntax X: .*correlationKey/),
      expect.stringMatching(/^expression.syntax X: .*message name/),
    ]);
    expect(await found('<signalEventDefinition signalRef="G"/>')).toEqual([
      expect.stringMatching(/^expression.syntax X: .*signal name/),
    ]);
    expect(
      await found('<conditionalEventDefinition><condition>4 +</condition></conditionalEventDefinition>'),
    ).toEqual([expect.stringMatching(/^expression.syntax X: .*condition/)]);
  });

  it('is one that refers to what is no event definition', async () => {
    const { findings } = await read(
      fileOf(caught('<eventDefinitionRef>M</eventDefinitionRef>'), { roots: '<message id="M" name="m"/>' }),
    );
    expect(findings).toEqual([expect.stringMatching(/^element.unsupported X: .*Message/)]);
  });
});

describe('the message of an event', () => {
  const pools = (flows: string) =>
    `<message id="M" name="asked"/><message id="N"/><collaboration id="c"><participant id="other" name="Other"/><participant id="own" processRef="P"/>${flows}</collaboration>`;
  const flow = (id: string, target: string, rest = '') =>
    `<messageFlow id="${id}" sourceRef="other" targetRef="${target}" ${rest}/>`;
  const open = caught('<messageEventDefinition/>');

  it.each([
    [flow('m', 'X', 'name="call" messageRef="M"'), 'asked', 'm'],
    [flow('m', 'X', 'name=" call " messageRef="N"'), 'call', 'm'],
    [flow('m', 'X', 'name=" "'), 'm', 'm'],
    [flow('a', 'S', 'name="wrong"') + flow('m', 'X', 'name="right"'), 'right', 'm'],
  ])('is called as its message flow tells: %s', async (flows, name, alias) => {
    expect(await read(fileOf(open, { roots: pools(flows) }))).toEqual({
      findings: [],
      triggers: [{ type: 'message', name, aliases: ['X', alias] }],
    });
  });

  it.each([
    flow('m', 'Y'),
    '<messageFlow id="m" sourceRef="X" targetRef="other"/>',
    '<messageFlow id="m" targetRef="X" name="lost"/>',
    '<messageFlow sourceRef="other" targetRef="X" name="lost"/>',
    '<messageFlow id="m" name="lost"/>',
  ])('is none when no whole message flow leads to it: %s', async (flows) => {
    expect((await read(fileOf(open, { roots: pools(flows) }))).findings).toEqual([
      expect.stringMatching(/^message.no-name X: /),
    ]);
  });
});

describe('correlation properties', () => {
  const property = (id: string, message: string, path: string) =>
    `<correlationProperty id="${id}"><correlationPropertyRetrievalExpression id="${id}_r" messageRef="${message}"><messagePath>${path}</messagePath></correlationPropertyRetrievalExpression></correlationProperty>`;
  const binding = (id: string, path: string) =>
    `<correlationPropertyBinding id="${id}_b" correlationPropertyRef="${id}"><dataPath>${path}</dataPath></correlationPropertyBinding>`;
  const messages = '<message id="M" name="m"/><message id="N" name="n"/>';
  const correlated = (properties: string, bindings: string) =>
    read(
      fileOf(
        `<subProcess id="Sub"><startEvent id="T"/>${caught('<messageEventDefinition messageRef="M"/>')}<sequenceFlow id="g" sourceRef="T" targetRef="X"/></subProcess>`,
        {
          roots: messages + properties,
          more: `<correlationSubscription id="first" correlationKeyRef="k"/><correlationSubscription id="second" correlationKeyRef="k">${bindings}</correlationSubscription>`,
        },
      ).replace('targetRef="X"/></process>', 'targetRef="Sub"/></process>'),
    );
  const plain = { type: 'message', name: 'm', aliases: ['M', 'X'] };

  it('give the key in the message, and the same as the process holds it', async () => {
    const properties =
      property('forOther', 'N', 'other') +
      property('unbound', 'M', 'unbound') +
      property('empty', 'M', 'empty') +
      property('id', 'M', 'orderId');
    const bindings = binding('forOther', 'a') + binding('empty', '') + binding('id', 'order.id');
    expect(await correlated(properties, bindings)).toEqual({
      findings: [],
      triggers: [{ ...plain, key: 'orderId', correlation: 'order.id' }],
    });
  });

  it.each([
    ['for another message', property('id', 'N', 'orderId'), binding('id', 'order.id')],
    ['that the process does not bind', property('id', 'M', 'orderId'), ''],
    ['that the process binds to nothing', property('id', 'M', 'orderId'), binding('id', ' ')],
    ['that the message does not hold', property('id', 'M', ''), binding('id', 'order.id')],
    ['that the process does not bind, parsing or not', property('id', 'M', '1 +'), ''],
    ['that the message does not hold, parsing or not', property('id', 'M', ''), binding('id', '1 +')],
  ])('give nothing %s', async (_, properties, bindings) => {
    expect(await correlated(properties, bindings)).toEqual({ findings: [], triggers: [plain] });
  });

  it.each([
    [property('id', 'M', '1 +'), binding('id', 'order.id')],
    [property('id', 'M', 'orderId'), binding('id', '1 +')],
  ])('that do not parse are reported on the event: %#', async (properties, bindings) => {
    expect((await correlated(properties, bindings)).findings).toEqual([
      expect.stringMatching(/^expression.syntax X: .*correlation/),
    ]);
  });
});
