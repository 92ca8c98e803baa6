import { describe, expect, it } from '@jest/globals';
import { programOf } from '../../engine/compile/program.ts';
import { readVariable, variableOf } from '../../engine/compile/read-mappings.ts';
import { compileProcess } from '../../engine/index.ts';

const AT = '2026-01-05T00:00:00.000Z';
const DATA = { a: 1, b: 'two', c: { d: [3] }, 'x y': 4 };

/** What goes into X and comes out of it when the data are DATA, and what is found. */
async function read(element: string) {
  const { process, diagnostics } = await compileProcess(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="urn:t"><signal id="G" name="g"/><process id="P" isExecutable="true"><startEvent id="S"/><dataObject id="d1" name="Paper"/><dataObjectReference id="d2" name="Ref" dataObjectRef="d1"/><dataStoreReference id="d3" name=" "/>${element}<sequenceFlow id="f" sourceRef="S" targetRef="X"/></process></definitions>`,
  );
  const node = process && programOf(process).nodes.get('X')!;
  const told = (mappings: NonNullable<typeof node>['inputs'] = []) =>
    mappings.map(({ target, source, isOptional }) => {
      const { value, warnings } = source.evaluate(DATA, AT);
      const rest = [...(isOptional ? ['optional'] : []), ...warnings];
      return [target.join('/'), value, ...rest];
    });
  return {
    inputs: told(node?.inputs),
    outputs: told(node?.outputs),
    findings: diagnostics.map(({ code, element: at, message }) => `${code} ${at}: ${message.en}`),
  };
}
const task = (extensions: string, inside = '') =>
  `<userTask id="X"><extensionElements>${extensions}</extensionElements>${inside}</userTask>`;
const camunda = (inside: string) => task(`<camunda:inputOutput>${inside}</camunda:inputOutput>`);
const parameter = (inside: string, name = 'p') =>
  camunda(`<camunda:inputParameter name="${name}">${inside}</camunda:inputParameter>`);

describe('mappings of Zeebe and ours', () => {
  it('give values to the parts of variables', async () => {
    const inside =
      '<zeebe:input source="=a + 1" target="in.part"/><zeebe:output source="=c.d" target="out"/><zeebe:input source="=a"/><zeebe:input target="t"/><zeebe:other source="=a" target="t"/>';
    const given = { inputs: [['in/part', 2]], outputs: [['out', [3]]], findings: [] };
    expect(await read(task(`<zeebe:ioMapping>${inside}</zeebe:ioMapping>`))).toEqual(given);
    expect(await read(task(`<motcua:ioMapping>${inside}</motcua:ioMapping>`))).toEqual(given);
  });

  it('may be empty', async () => {
    expect(await read(task('<zeebe:ioMapping/><camunda:inputOutput/>'))).toEqual({
      inputs: [],
      outputs: [],
      findings: [],
    });
  });

  it('that do not parse are reported', async () => {
    const { findings } = await read(
      task('<zeebe:ioMapping><zeebe:input source="=1 +" target="t"/></zeebe:ioMapping>'),
    );
    expect(findings).toEqual([expect.stringMatching(/^expression.syntax X: .*in mapping/)]);
  });
});

describe('a parameter of Camunda', () => {
  const value = (text: string) => `<camunda:value>${text}</camunda:value>`;
  it.each([
    ['a text', 'text', 'text'],
    ['nothing', '', ''],
    ['an expression', '${a + 1}', 2],
    ['an empty list', '<camunda:list/>', []],
    [
      'a list',
      `<camunda:list>${value('1')}${value('${b}')}<camunda:value/></camunda:list>`,
      ['1', 'two', ''],
    ],
    ['an empty map', '<camunda:map/>', {}],
    [
      'a map',
      '<camunda:map><camunda:entry key="k">${a}</camunda:entry><camunda:entry key="l"/><camunda:entry>w</camunda:entry></camunda:map>',
      { k: 1, l: '', '': 'w' },
    ],
    [
      'a map of what is not there',
      '<camunda:map><camunda:entry key="k">${n}</camunda:entry></camunda:map>',
      { k: null },
    ],
  ])('may be %s', async (_, inside, result) => {
    const { inputs, findings } = await read(parameter(inside));
    expect([inputs[0]?.slice(0, 2), findings]).toEqual([['p', result], []]);
  });

  it('warns of each part that has no value', async () => {
    const list = `<camunda:list>${value('${n}')}${value('${a}')}${value('${m}')}</camunda:list>`;
    const map =
      '<camunda:map><camunda:entry key="k">${n}</camunda:entry><camunda:entry key="l">${a}</camunda:entry></camunda:map>';
    const [single] = (await read(parameter('${n}'))).inputs;
    const warning = single![2];
    expect(warning).toBeDefined();
    expect((await read(parameter(list))).inputs).toEqual([['p', [null, 1, null], warning, warning]]);
    expect((await read(parameter(map))).inputs).toEqual([['p', { k: null, l: 1 }, warning]]);
  });

  it('goes out under the name it is given, and nowhere without a name', async () => {
    const inside =
      '<camunda:outputParameter name="o.part">${a}</camunda:outputParameter><camunda:outputParameter>${a}</camunda:outputParameter>';
    expect(await read(camunda(inside))).toEqual({ inputs: [], outputs: [['o/part', 1]], findings: [] });
  });

  it.each(['feel', 'FEEL', 'x-feel', 'application/feel', 'application/x-feel', 'juel', 'JUEL'])(
    'may be a script in %s',
    async (format) => {
      const script = `<camunda:script scriptFormat="${format}">a + 1</camunda:script>`;
      expect(await read(parameter(script))).toEqual({ inputs: [['p', 2]], outputs: [], findings: [] });
    },
  );

  it.each(['feeling', 'unfeel', 'juels', 'xjuel', 'groovy', 'text/feel'])(
    'may not be a script in %s',
    async (format) => {
      const script = `<camunda:script scriptFormat="${format}">a + 1</camunda:script>`;
      expect((await read(parameter(script))).findings).toEqual([
        expect.stringMatching(new RegExp(`^script.format X: .*${format}`)),
      ]);
    },
  );

  it.each([
    ['a script in no language', '<camunda:script>a</camunda:script>', /^script.format X: [^"]*""/],
    [
      'a script that does not parse',
      '<camunda:script scriptFormat="feel">1 +</camunda:script>',
      /^expression.syntax X: .*in script/,
    ],
    ['a structure that nobody knows', '<camunda:odd/>', /^element.unsupported X: .*camunda:odd/],
    [
      'a list with a part that does not parse',
      `<camunda:list>${value('${1 +}')}</camunda:list>`,
      /^expression.syntax X: .*in mapping/,
    ],
    [
      'a map with a part that does not parse',
      '<camunda:map><camunda:entry key="k">${1 +}</camunda:entry></camunda:map>',
      /^expression.syntax X: .*in mapping/,
    ],
  ])('may not be %s', async (_, inside, finding) => {
    expect((await read(parameter(inside))).findings).toEqual([expect.stringMatching(finding)]);
  });
});

describe('an assignment of a data association', () => {
  const associated = (inside: string) =>
    `<userTask id="X"><dataInputAssociation id="in">${inside}</dataInputAssociation></userTask>`;
  const assigned = (to: string, from = '<from>a</from>') =>
    associated(`<assignment>${from}${to}</assignment>`);

  it.each([
    ['t', 't'],
    ['=t', 't'],
    ['=  t', 't'],
    ['= t.u', 't/u'],
    ['${t}', 't'],
    ['#{t.u}', 't/u'],
    ['=${title}', 'title'],
    ['t=u', 't=u'],
    ['x${t}', 'x${t}'],
    ['${t}x', '${t}x'],
  ])('to %j sets %s', async (to, target) => {
    expect((await read(assigned(`<to>${to}</to>`))).inputs).toEqual([[target, 1, 'optional']]);
  });

  it.each([
    ['a', 1, true],
    ['c.d', [3], true],
    ['a + 1', 2, false],
    ['a + a', 2, false],
    ['a+a', 2, false],
    ['-a', -1, false],
    ['=a', 1, false],
    ['${a}', 1, false],
    ['v${a}', 'v1', false],
    ['me@here = you@there', 'me@here = you@there', false],
  ])('from %j gives %j', async (from, value, isOptional) => {
    const { inputs } = await read(assigned('<to>t</to>', `<from>${from}</from>`));
    expect(inputs).toEqual([['t', value, ...(isOptional ? ['optional'] : [])]]);
  });

  it.each([
    ['without a target', assigned('')],
    ['to nothing', assigned('<to> </to>')],
    ['without a source', assigned('<to>t</to>', '')],
    ['from nothing', assigned('<to>t</to>', '<from/>')],
    ['that neither is there', associated('<targetRef>d1</targetRef><sourceRef>d2</sourceRef><assignment/>')],
  ])('%s sets nothing', async (_, element) => {
    expect(await read(element)).toEqual({ inputs: [], outputs: [], findings: [] });
  });

  it('in a foreign language is reported', async () => {
    const from = '<from xsi:type="tFormalExpression" language="groovy">a.b(</from>';
    expect((await read(assigned('<to>t</to>', from))).findings).toEqual([
      expect.stringMatching(/^expression.language X: .*groovy.*data association/),
    ]);
  });
});

describe('a data association', () => {
  const io =
    '<ioSpecification><dataInput id="i1" name=" in 1 "/><dataInput id="i2"/><dataOutput id="o1" name="b"/><inputSet/><outputSet/></ioSpecification>';
  const input = (inside: string) => `<dataInputAssociation id="in">${inside}</dataInputAssociation>`;

  it.each([
    ['<sourceRef>d2</sourceRef><targetRef>i1</targetRef>', [['in 1', null, 'optional', 'NO_VARIABLE_FOUND']]],
    ['<sourceRef>o1</sourceRef><targetRef>i2</targetRef>', [['i2', 'two', 'optional']]],
    ['<sourceRef>o1</sourceRef><targetRef>d3</targetRef>', [['d3', 'two', 'optional']]],
    ['<sourceRef>d3</sourceRef><targetRef>i2</targetRef><transformation>a + 1</transformation>', [['i2', 2]]],
    ['<targetRef>i2</targetRef><transformation>a + 1</transformation>', [['i2', 2]]],
    ['<targetRef>i2</targetRef>', []],
    ['<sourceRef>o1</sourceRef>', []],
  ])('of an activity reads %s', async (inside, inputs) => {
    const element = `<userTask id="X">${io}${input(inside)}</userTask>`;
    expect(await read(element)).toEqual({ inputs, outputs: [], findings: [] });
  });

  it('of a throwing event is what it sends, of a catching one what it keeps', async () => {
    const signal = '<signalEventDefinition signalRef="G"/>';
    const thrown = `<intermediateThrowEvent id="X"><dataInput id="i2" name="sent"/>${input('<sourceRef>d2</sourceRef><targetRef>i2</targetRef><transformation>b</transformation>')}<inputSet/>${signal}</intermediateThrowEvent>`;
    expect(await read(thrown)).toEqual({ inputs: [['sent', 'two']], outputs: [], findings: [] });
    const caught = `<intermediateCatchEvent id="X"><dataOutput id="o1" name="b"/><dataOutputAssociation id="out"><sourceRef>o1</sourceRef><targetRef>d2</targetRef></dataOutputAssociation><outputSet/>${signal}</intermediateCatchEvent>`;
    expect(await read(caught)).toEqual({ inputs: [], outputs: [['Paper', 'two', 'optional']], findings: [] });
  });
});

describe('the variable that stands for data', () => {
  const data = (rest: object) => ({ $type: 'bpmn:DataObject', $attrs: {}, ...rest });
  it.each([
    [undefined, undefined],
    [data({}), undefined],
    [data({ id: 'd', name: ' Paper ' }), 'Paper'],
    [data({ id: 'd', name: '  ' }), 'd'],
    [data({ id: 'd' }), 'd'],
    [data({ id: 'r', name: 'Ref', dataObjectRef: data({ id: 'd', name: 'Paper' }) }), 'Paper'],
    [data({ id: 'r', name: 'Ref', dataObjectRef: data({ id: 'd' }) }), 'Ref'],
    [data({ id: 'r', dataStoreRef: data({ id: 's', name: 'Store' }) }), 'Store'],
    [data({ id: 'r', dataStoreRef: data({ id: 's', name: '' }) }), 's'],
  ])('of %j is %s', (item, name) => {
    expect(variableOf(item)).toBe(name);
  });

  it.each([
    ['a', 1, []],
    ['x y', 4, []],
    ['no such', null, ['NO_VARIABLE_FOUND']],
    ['nothing here', null, []],
  ])('may be named %j', (name, value, warnings) => {
    const { source, evaluate } = readVariable(name);
    expect(source.replace(/^=/, '')).toBe(name);
    expect(evaluate({ ...DATA, 'nothing here': null }, AT)).toEqual({ value, warnings });
  });
});
