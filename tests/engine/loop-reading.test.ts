import { describe, expect, it } from '@jest/globals';
import type { MultiInstance } from '../../engine/compile/program.ts';
import { nodeIn, rawProcess, saidOf } from '../support/said-of.ts';

const FLOW = '<sequenceFlow id="f" sourceRef="S" targetRef="X"/>';
const ROOTS =
  '<error id="e1" name="Broken"/><escalation id="l1" name="Late"/><errorEventDefinition id="shared" errorRef="e1"/>';
const withStep = (element: string) => rawProcess(`<startEvent id="S"/>${element}${FLOW}`, ROOTS);
const expression = (tag: string, text: string) => `<${tag} xsi:type="tFormalExpression">${text}</${tag}>`;
const multi = (attributes: string, inside = '', extra = '') =>
  withStep(
    `<userTask id="X">${extra}<multiInstanceLoopCharacteristics ${attributes}>${inside}</multiInstanceLoopCharacteristics></userTask>`,
  );
const loop = (attributes: string, inside = '') =>
  withStep(
    `<userTask id="X"><standardLoopCharacteristics ${attributes}>${inside}</standardLoopCharacteristics></userTask>`,
  );
const zeebe = (attributes: string) =>
  `<extensionElements><zeebe:loopCharacteristics ${attributes}/></extensionElements>`;
const count = expression('loopCardinality', '2');

const multiIn = async (xml: string): Promise<MultiInstance> => (await nodeIn(xml)).multi!;

describe('what is told of repeated work', () => {
  const SYNTAX = ['error expression.syntax X'];
  it.each([
    ['a condition of a loop', loop('', expression('loopCondition', '1 +')), SYNTAX],
    ['a loop without an end', loop(''), ['error loop.no-condition X']],
    ['a loop that goes round no time', loop('loopMaximum="0"'), []],
    ['a number of times that is none', loop('loopMaximum="often"'), ['error loop.no-condition X']],
    ['a number of times below nought', loop('loopMaximum="-1"'), ['error loop.no-condition X']],
    [
      'a collection of Zeebe',
      multi('', zeebe('inputCollection="=1 +"')),
      [...SYNTAX, 'error multi-instance.no-count X'],
    ],
    [
      'a collection of Camunda',
      multi('camunda:collection="=1 +"'),
      [...SYNTAX, 'error multi-instance.no-count X'],
    ],
    ['a condition to stop', multi('', count + expression('completionCondition', '1 +')), SYNTAX],
    ['a result', multi('', zeebe('inputCollection="=a" outputCollection="b" outputElement="=1 +"')), SYNTAX],
    [
      'a condition of an event',
      multi(
        'behavior="Complex"',
        `${count}<complexBehaviorDefinition>${expression('condition', '1 +')}</complexBehaviorDefinition>`,
      ),
      SYNTAX,
    ],
  ])('%s', async (_, xml, said) => {
    expect(await saidOf(xml)).toEqual(said);
  });
});

describe('a loop under a condition', () => {
  it.each([
    ['loopMaximum="0"', { testBefore: false, maximum: 0 }],
    ['loopMaximum="3" testBefore="true"', { testBefore: true, maximum: 3 }],
    ['loopMaximum="often"', { testBefore: false }],
  ])('has its bounds of %s', async (attributes, expected) => {
    const read = await nodeIn(loop(attributes, expression('loopCondition', 'again')));
    const { maximum, condition, ...rest } = read.loop!;
    expect(condition!.source).toBe('again');
    expect({ ...rest, ...(maximum && { maximum: maximum.constant }) }).toEqual(expected);
  });
});

describe('what is gone through', () => {
  const DATA = { items: [1, 2], 'my items': [3], 'a{b': [4] };
  it.each([
    ['camunda:collection="items"', [1, 2]],
    ['camunda:collection="${items}"', [1, 2]],
    ['camunda:collection="#{items}"', [1, 2]],
    ['camunda:collection="my items"', [3]],
    ['camunda:collection="a{b"', [4]],
    ['motcua:collection="=[items[2], 5]"', [2, 5]],
    ['motcua:collection="items"', [1, 2]],
  ])('is the list that %s names', async (attributes, list) => {
    const { collection } = await multiIn(multi(attributes));
    expect(collection!.evaluate(DATA, '2026-01-05T00:00:00Z').value).toEqual(list);
  });

  const items = '<dataInput id="i0" name="other"/><dataInput id="i1" name="many"/>';
  const results = '<dataOutput id="o0" name="others"/><dataOutput id="o1" name="answers"/>';
  const specified = `<ioSpecification>${items}${results}<inputSet/><outputSet/></ioSpecification>`;
  const into = (input: string, data: string) =>
    `<dataInputAssociation><sourceRef>${data}</sourceRef><targetRef>${input}</targetRef></dataInputAssociation>`;
  const outOf = (output: string, data: string) =>
    `<dataOutputAssociation><sourceRef>${output}</sourceRef><targetRef>${data}</targetRef></dataOutputAssociation>`;
  const withData = (inside: string, extra: string) =>
    multi('', inside, extra).replace(
      '<userTask',
      '<dataObject id="d1" name="Paper"/><dataObject id="d2" name="Folder"/><userTask',
    );

  it('is what the association to its own data input brings', async () => {
    const xml = withData(
      '<loopDataInputRef>i1</loopDataInputRef>',
      specified + into('i0', 'd2') + into('i1', 'd1'),
    );
    expect((await multiIn(xml)).collection!.source).toBe('=Paper');
  });

  it.each([
    [
      '=Paper',
      'into the data object that its own data output leads to',
      outOf('o0', 'd2') + outOf('o1', 'd1'),
    ],
    ['=answers', 'into a variable of the name of the data output without an association', outOf('o0', 'd2')],
  ])('gives its results to %s, %s', async (variable, _, associations) => {
    const xml = withData(
      `${count}<loopDataOutputRef>o1</loopDataOutputRef><outputDataItem name="answer"/>`,
      specified + associations,
    );
    const { outputCollection, outputElement, outputVariable } = await multiIn(xml);
    expect([outputCollection, outputElement!.source, outputVariable]).toEqual([
      variable.slice(1),
      '=answer',
      'answer',
    ]);
  });

  it.each([
    ['no name for each', '<loopDataOutputRef>o1</loopDataOutputRef>'],
    ['no list for them', '<outputDataItem name="answer"/>'],
  ])('gives no results when there is %s', async (_, inside) => {
    expect((await multiIn(withData(count + inside, specified))).outputCollection).toBeUndefined();
  });

  it.each([
    ['=answer', 'answer'],
    ['= answer', 'answer'],
    ['=answer.part.x', 'answer'],
    ['=a1', 'a1'],
    ['=a.b1', 'a'],
    ['=_x', '_x'],
    ['=answer + 1', undefined],
    ['=1 + answer', undefined],
    ['=1+answer', undefined],
    ['=x=answer', undefined],
    ['=answer[1]', undefined],
    ['=[answer]', undefined],
    [undefined, undefined],
  ])('gives the result %s of each as its own variable %s', async (outputElement, variable) => {
    const element = outputElement === undefined ? '' : `outputElement="${outputElement}"`;
    const read = await multiIn(
      multi('', zeebe(`inputCollection="=items" outputCollection="all" ${element}`)),
    );
    expect([read.outputCollection, read.outputElement?.source, read.outputVariable]).toEqual([
      'all',
      outputElement,
      variable,
    ]);
  });

  it.each([
    ['as Camunda does, from nought, when Camunda names the list', '', 'camunda:collection="items"', 0],
    [
      'from nought, when something else is of Camunda',
      'camunda:assignee="a"',
      'motcua:collection="items"',
      0,
    ],
    ['from one, when the list is ours', 'motcua:unit="u"', 'motcua:collection="items"', 1],
  ])('is counted %s', async (_, task, attributes, first) => {
    const xml = multi(attributes).replace('<userTask id="X"', `<userTask id="X" ${task}`);
    expect((await multiIn(xml)).firstCounter).toBe(first);
  });
});

describe('the events of repeated work', () => {
  it.each([
    ['', 'all'],
    ['behavior="All"', 'all'],
    ['behavior="None"', 'none'],
    ['behavior="One"', 'one'],
    ['behavior="Complex"', 'complex'],
    ['behavior="Odd"', 'all'],
  ])('of %s are those of %s', async (attributes, behavior) => {
    expect(await multiIn(multi(attributes, count))).toMatchObject({ behavior, complex: [] });
  });

  it.each(['noneBehaviorEventRef', 'oneBehaviorEventRef'])('that %s names are thrown', async (reference) => {
    const read = await multiIn(multi(`behavior="One" ${reference}="shared"`, count));
    expect(read.noneEvent ?? read.oneEvent).toEqual({
      type: 'error',
      code: 'Broken',
      aliases: ['Broken', 'e1'],
    });
  });

  it('may have a condition each, and none without one', async () => {
    const definition = (inside: string) => `<complexBehaviorDefinition>${inside}</complexBehaviorDefinition>`;
    const event = (id: string) => `<event id="${id}"><escalationEventDefinition escalationRef="l1"/></event>`;
    const inside =
      definition(expression('condition', 'a = 1') + event('v1')) +
      definition(expression('condition', 'b = 1')) +
      definition(event('v2'));
    const { complex } = await multiIn(multi('behavior="Complex"', count + inside));
    expect(complex.map((each) => [each.condition.source, each.event])).toEqual([
      ['a = 1', { type: 'escalation', code: 'Late', aliases: ['Late', 'l1'] }],
      ['b = 1', undefined],
    ]);
  });
});
