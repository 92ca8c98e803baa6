import { describe, expect, it } from '@jest/globals';
import { buildFile, buildProcess } from '../support/build-process.ts';
import { nodeIn, rawProcess, saidOf } from '../support/said-of.ts';

const ROOTS = `<message id="m1" name="Paid"/><globalScriptTask id="g1" scriptLanguage="groovy"><script>x</script></globalScriptTask>
 <globalUserTask id="g2"/><interface id="i" name="Desk"><operation id="o1" name="stamp"><inMessageRef>m1</inMessageRef></operation></interface>`;
/** The element between a start and an end. */
const withStep = (element: string) =>
  rawProcess(
    `<startEvent id="S"/>${element}<endEvent id="E"/><sequenceFlow id="f" sourceRef="S" targetRef="X"/><sequenceFlow id="g" sourceRef="X" targetRef="E"/>`,
    ROOTS,
  );
const ext = (inside: string) => `<extensionElements>${inside}</extensionElements>`;
const expression = (tag: string, text: string) => `<${tag} xsi:type="tFormalExpression">${text}</${tag}>`;

describe('what is told of a task', () => {
  it.each([
    [
      'a script of Zeebe that a job does',
      `<scriptTask id="X">${ext('<zeebe:taskDefinition type="t"/>')}</scriptTask>`,
      [],
    ],
    ['a script that is missing', '<scriptTask id="X"/>', ['warning script.empty X']],
    [
      'a script in a file of its own',
      '<scriptTask id="X" camunda:resource="deploy.js"/>',
      ['error script.format X'],
    ],
    [
      'a script beside such a file',
      '<scriptTask id="X" camunda:resource="deploy.js"><script>1</script></scriptTask>',
      [],
    ],
    ['a script of JUEL', '<scriptTask id="X" scriptFormat="JUEL"><script>${a}</script></scriptTask>', []],
    [
      'a script of what is nearly JUEL',
      '<scriptTask id="X" scriptFormat="juel2"><script>1</script></scriptTask>',
      ['error script.format X'],
    ],
    [
      'a script of what ends like JUEL',
      '<scriptTask id="X" scriptFormat="x-juel"><script>1</script></scriptTask>',
      ['error script.format X'],
    ],
    [
      'a script that does not parse',
      '<scriptTask id="X"><script>1 +</script></scriptTask>',
      ['error expression.syntax X'],
    ],
    [
      'a global script in another tongue',
      '<callActivity id="X" calledElement="g1"/>',
      ['error script.format X'],
    ],
    [
      'a listener of Camunda',
      `<userTask id="X">${ext('<camunda:executionListener event="start"/>')}</userTask>`,
      ['warning listener.ignored X'],
    ],
    [
      'a listener of tasks of Camunda',
      `<userTask id="X">${ext('<camunda:taskListener event="create"/>')}</userTask>`,
      ['warning listener.ignored X'],
    ],
    [
      'listeners of Zeebe',
      `<userTask id="X">${ext('<zeebe:executionListeners/>')}</userTask>`,
      ['warning listener.ignored X'],
    ],
    [
      'listeners of tasks of Zeebe',
      `<userTask id="X">${ext('<zeebe:taskListeners/>')}</userTask>`,
      ['warning listener.ignored X'],
    ],
    ['a call by an expression', '<callActivity id="X" calledElement="=which"/>', []],
    [
      'a call of a process that nobody knows',
      '<callActivity id="X" calledElement="Q"/>',
      ['error call.unknown-target X'],
    ],
    ['a call of itself', '<callActivity id="X" calledElement="P"/>', ['warning call.itself X']],
    [
      'a call that does not parse',
      '<callActivity id="X" calledElement="=1 +"/>',
      ['error expression.syntax X'],
    ],
    [
      'a condition of an ad-hoc sub-process that does not parse',
      `<adHocSubProcess id="X"><userTask id="A"/>${expression('completionCondition', '1 +')}</adHocSubProcess>`,
      ['error expression.syntax X'],
    ],
  ])('%s', async (_, element, said) => {
    expect(await saidOf(withStep(element))).toEqual(said);
  });

  it.each([
    [
      'a start of two events that are all needed',
      'start X signal=a message=b parallelMultiple\nuser A\nX -> A',
      ['error event.parallel-multiple X'],
    ],
    ['a start of one event', 'start X signal=a parallelMultiple\nuser A\nX -> A', []],
    ['a start of any of two events', 'start X signal=a message=b\nuser A\nX -> A', []],
    [
      'a catching event of two that are all needed',
      'start S\ncatch X signal=a message=b parallelMultiple\nS -> X',
      [],
    ],
  ])('or of %s', async (_, drawing, said) => {
    expect(await saidOf(buildProcess(drawing))).toEqual(said);
  });
});

describe('what a step is', () => {
  it.each([
    ['by its name', '<userTask id="X" name=" Check  it "/>', { name: 'Check  it' }],
    ['by its id when its name is blank', '<userTask id="X" name="  "/>', { name: 'X' }],
    [
      'the ad-hoc work that stops what is left',
      '<adHocSubProcess id="X"><userTask id="A"/></adHocSubProcess>',
      { body: { adHoc: { cancelRemaining: true } } },
    ],
    [
      'the ad-hoc work that waits for what is left',
      '<adHocSubProcess id="X" cancelRemainingInstances="false"><userTask id="A"/></adHocSubProcess>',
      { body: { adHoc: { cancelRemaining: false } } },
    ],
    ['the global task it calls', '<callActivity id="X" calledElement="tns:g2"/>', { kind: 'userTask' }],
  ])('%s', async (_, element, expected) => {
    expect(await nodeIn(withStep(element))).toMatchObject(expected);
  });

  it('may be one that undoes another, which no flow leads to', async () => {
    const xml = withStep('<userTask id="X"/><userTask id="U" isForCompensation="true"/>');
    expect(await saidOf(xml)).toEqual([]);
    expect((await nodeIn(xml, 'U')).isHandler).toBe(true);
  });

  it('has data that go in and out only where work is done', async () => {
    const mapping = ext(
      '<zeebe:ioMapping><zeebe:input source="=a" target="b"/><zeebe:output source="=b" target="c"/></zeebe:ioMapping>',
    );
    const sizes = async (element: string) => {
      const { inputs, outputs, mergesOutput } = await nodeIn(withStep(element));
      return [inputs.length, outputs.length, mergesOutput];
    };
    expect(await sizes(`<userTask id="X">${mapping}</userTask>`)).toEqual([1, 1, false]);
    expect(await sizes(`<intermediateThrowEvent id="X">${mapping}</intermediateThrowEvent>`)).toEqual([
      1,
      1,
      false,
    ]);
    expect(await sizes(`<parallelGateway id="X">${mapping}</parallelGateway>`)).toEqual([0, 0, true]);
  });

  it('is done by who did the step of that id, whatever signs the id holds', async () => {
    const xml = buildProcess('start S\nuser A\nuser X motcua:sameAs="A"\nS -> A -> X').replaceAll(
      '"A"',
      '"=A"',
    );
    expect((await nodeIn(xml)).performer.sameAs?.constant).toBe('=A');
  });
});

describe('the job of a task', () => {
  it.each([
    ['is named by us', '<serviceTask id="X" motcua:topic="a" camunda:topic="b" camunda:class="c"/>', 'a'],
    ['is a topic of Camunda', '<sendTask id="X" camunda:topic="b" camunda:delegateExpression="${d}"/>', 'b'],
    ['is a decision of Camunda', '<businessRuleTask id="X" camunda:decisionRef="r" camunda:class="c"/>', 'r'],
    [
      'is a delegate of Camunda',
      '<serviceTask id="X" camunda:delegateExpression="${d}" camunda:class="c"/>',
      '${d}',
    ],
    ['is a class of Camunda', '<serviceTask id="X" camunda:class="c" camunda:expression="${e}"/>', 'c'],
    [
      'is an expression of Camunda',
      '<serviceTask id="X" camunda:expression="${e}" operationRef="o1"/>',
      '${e}',
    ],
    ['is an operation', '<serviceTask id="X" operationRef="o1"/>', 'stamp'],
    ['is that of a script too', '<scriptTask id="X" motcua:topic="t"/>', 't'],
    ['is not that of a person', '<userTask id="X" motcua:topic="t"/>', undefined],
  ])('%s', async (_, element, topic) => {
    expect((await nodeIn(withStep(element))).topic).toBe(topic);
  });

  it.each([
    ['serviceTask', 'r'],
    ['businessRuleTask', 'r'],
    ['sendTask', 'r'],
    ['scriptTask', 'r'],
    ['userTask', undefined],
  ])('puts what a %s answers into the variable %s', async (tag, variable) => {
    const element = `<${tag} id="X" camunda:resultVariable="r"/>`;
    expect((await nodeIn(withStep(element))).resultVariable).toBe(variable);
  });

  it('reads the script beside the job that Zeebe would do', async () => {
    const both = ext('<zeebe:taskDefinition type="t"/><zeebe:script expression="=1" resultVariable="r"/>');
    const node = await nodeIn(withStep(`<scriptTask id="X">${both}</scriptTask>`));
    expect([node.script?.source, node.resultVariable, node.topic]).toEqual(['=1', 'r', 't']);
  });
});

describe('the message of a task', () => {
  const FILE = buildFile(
    {
      P: 'start S\nsend A\nreceive B\nsend D message=m\nsend F\nS -> A -> B -> D -> F',
      Q: 'start T message=t\nsend C\nT -> C',
    },
    ['A -> T', 'C -> B'],
  );
  it.each([
    ['sent is called as the flow that leaves it', 'A', [['mf0', ['A', 'mf0']]]],
    ['received is called as the flow that comes to it', 'B', [['mf1', ['B', 'mf1']]]],
    ['sent may be named by the task', 'D', [['m', ['message_m', 'D']]]],
    ['sent is none without a flow or a name', 'F', []],
  ])('%s', async (_, id, messages) => {
    const { triggers } = await nodeIn(FILE, id);
    expect(triggers.map((each) => each.type === 'message' && [each.name.constant, each.aliases])).toEqual(
      messages,
    );
  });
});
