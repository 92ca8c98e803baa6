import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../engine/index.ts';
import { keepCompiled, keepTraced } from '../support/keep-compiled.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0"
  modeler:executionPlatform="Camunda" targetNamespace="http://bpmn.io/schema/bpmn">`;
const flow = (id: string, source: string, target: string, inner = '') =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${inner}</bpmn:sequenceFlow>`;
const when = (text: string) =>
  `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${text}</bpmn:conditionExpression>`;

/** One process: `inside` between a start S and an end E, in a row. */
function row(inside: string, ids: string[], { roots = '', more = '' } = {}): string {
  const all = ['S', ...ids, 'E'];
  const flows = all.slice(1).map((id, index) => flow(`f${index}`, all[index]!, id));
  return `${HEAD}${roots}<bpmn:process id="P" isExecutable="true"><bpmn:startEvent id="S"/>${inside}<bpmn:endEvent id="E"/>${flows.join('')}${more}</bpmn:process></bpmn:definitions>`;
}

async function trace(xml: string, plan: Plan = {}) {
  const { diagnostics, result, events } = await keepTraced(xml, plan);
  await keepCompiled(xml);
  expect(diagnostics.filter((each) => each.severity === 'error')).toEqual([]);
  return {
    ...result,
    completed: events.filter((event) => event.type === 'complete').map((event) => event.element),
  };
}

describe('models drawn for Camunda 7', () => {
  it('runs conditions, external tasks, collections and mappings', async () => {
    const xml = row(
      `<bpmn:serviceTask id="A" camunda:type="external" camunda:topic="t"><bpmn:extensionElements><camunda:inputOutput>
        <camunda:inputParameter name="who">\${name}</camunda:inputParameter>
        <camunda:inputParameter name="list"><camunda:list><camunda:value>1</camunda:value><camunda:value>\${name}</camunda:value></camunda:list></camunda:inputParameter>
        <camunda:inputParameter name="map"><camunda:map><camunda:entry key="k">v</camunda:entry></camunda:map></camunda:inputParameter>
        <camunda:outputParameter name="greeting">Hello \${who}</camunda:outputParameter>
        <camunda:outputParameter name="copied">\${map}</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>
      <bpmn:userTask id="B" camunda:assignee="\${person}"><bpmn:multiInstanceLoopCharacteristics camunda:collection="people" camunda:elementVariable="person">
        <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">\${nrOfCompletedInstances/nrOfInstances &gt;= 0.5}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
      <bpmn:exclusiveGateway id="X" default="no"/><bpmn:userTask id="C"/>`,
      ['A', 'B', 'X'],
      { more: flow('yes', 'X', 'C', when('${approved &amp;&amp; greeting == "Hello An"}')) },
    ).replace('<bpmn:sequenceFlow id="f3"', '<bpmn:sequenceFlow id="no"');
    const { completed, open, variables } = await trace(xml, {
      input: { name: 'An', people: ['x', 'y', 'z', 't'] },
      steps: [
        { complete: 'B', output: { approved: false } },
        { complete: 'B', output: { approved: true } },
      ],
    });
    expect(completed).toEqual(['A', 'B', 'B']);
    expect(open).toEqual(['C']);
    expect(variables).toMatchObject({ greeting: 'Hello An', copied: { k: 'v' } });
  });

  it('passes what camunda:in and camunda:out name', async () => {
    const xml = row(
      `<bpmn:callActivity id="C" calledElement="Q"><bpmn:extensionElements><camunda:in source="a" target="b"/>
      <camunda:in sourceExpression="\${a + 1}" target="c"/><camunda:out source="d" target="e"/></bpmn:extensionElements></bpmn:callActivity>`,
      ['C'],
    ).replace(
      '</bpmn:definitions>',
      `<bpmn:process id="Q" isExecutable="true"><bpmn:startEvent id="S2"/><bpmn:scriptTask id="T" scriptFormat="feel" camunda:resultVariable="d"><bpmn:script>b * 10 + c</bpmn:script></bpmn:scriptTask><bpmn:endEvent id="E2"/>${flow('q1', 'S2', 'T')}${flow('q2', 'T', 'E2')}</bpmn:process></bpmn:definitions>`,
    );
    expect(await trace(xml, { input: { a: 1 } })).toMatchObject({
      state: 'completed',
      variables: { a: 1, e: 12 },
    });
  });

  it('names what would need Java or a script engine', async () => {
    const xml = row(
      `<bpmn:scriptTask id="A" scriptFormat="groovy"><bpmn:script>println 1</bpmn:script></bpmn:scriptTask>
      <bpmn:exclusiveGateway id="X" default="f2"/><bpmn:userTask id="B"/>`,
      ['A', 'X'],
      { more: flow('y', 'X', 'B', when('${bean.check(execution)}')) },
    );
    const { diagnostics } = await keepCompiled(xml);
    expect(
      diagnostics.filter((each) => each.severity === 'error').map((each) => [each.code, each.element]),
    ).toEqual(
      expect.arrayContaining([
        ['script.format', 'A'],
        ['expression.syntax', 'y'],
      ]),
    );
  });
});

describe('models drawn for Camunda 8', () => {
  it('runs jobs, scripts, mappings, forms and multi-instance outputs', async () => {
    const xml = row(
      `<bpmn:serviceTask id="A"><bpmn:extensionElements><zeebe:taskDefinition type="pay"/><zeebe:ioMapping><zeebe:input source="=order.total" target="amount"/><zeebe:output source="=amount + fee" target="paid.sum"/></zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>
      <bpmn:scriptTask id="B"><bpmn:extensionElements><zeebe:script expression="=paid.sum * 2" resultVariable="double"/></bpmn:extensionElements></bpmn:scriptTask>
      <bpmn:userTask id="C"><bpmn:extensionElements><zeebe:userTask/><zeebe:formDefinition formId="form-1"/><zeebe:assignmentDefinition assignee="=boss" candidateGroups="clerks"/></bpmn:extensionElements>
        <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=answer"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
      ['A', 'B', 'C'],
    );
    const { process } = await keepCompiled(xml);
    expect(process?.steps[2]).toMatchObject({
      form: 'form-1',
      performer: { assignee: '=boss', role: 'clerks' },
    });
    const { state, variables } = await trace(xml, {
      input: { order: { total: 5 }, items: ['a', 'b'] },
      steps: [
        { complete: 'A', output: { fee: 2 } },
        { complete: 'C', output: { answer: 1 } },
        { complete: 'C', output: { answer: 2 } },
      ],
    });
    expect(state).toBe('completed');
    expect(variables).toEqual({
      order: { total: 5 },
      items: ['a', 'b'],
      paid: { sum: 7 },
      double: 14,
      results: [1, 2],
    });
  });

  it('correlates messages by key', async () => {
    const xml = row(
      '<bpmn:intermediateCatchEvent id="M"><bpmn:messageEventDefinition messageRef="msg"/></bpmn:intermediateCatchEvent>',
      ['M'],
      {
        roots:
          '<bpmn:message id="msg" name="paid"><bpmn:extensionElements><zeebe:subscription correlationKey="=orderId"/></bpmn:extensionElements></bpmn:message>',
      },
    );
    const wrong = await trace(xml, { input: { orderId: 7 }, steps: [{ message: 'paid', correlation: 8 }] });
    expect(wrong.state).toBe('waiting');
    const right = await trace(xml, {
      input: { orderId: 7 },
      steps: [{ message: 'paid', correlation: 7, payload: { ok: true } }],
    });
    expect(right).toMatchObject({ state: 'completed', variables: { ok: true } });
  });
});

describe('plain BPMN data and behaviours', () => {
  it('reads data objects as variables and loops over a data input', async () => {
    const xml = row(
      `<bpmn:dataObject id="DO" isCollection="true"/><bpmn:dataObjectReference id="people" name="people" dataObjectRef="DO"/>
      <bpmn:dataObject id="DO2" name="answers"/><bpmn:dataObjectReference id="R2" dataObjectRef="DO2"/>
      <bpmn:userTask id="A"><bpmn:ioSpecification><bpmn:dataInput id="in1" name="persons"/><bpmn:dataOutput id="out1" name="collected"/><bpmn:inputSet><bpmn:dataInputRefs>in1</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet/></bpmn:ioSpecification>
      <bpmn:dataInputAssociation><bpmn:sourceRef>people</bpmn:sourceRef><bpmn:targetRef>in1</bpmn:targetRef></bpmn:dataInputAssociation>
      <bpmn:dataOutputAssociation><bpmn:sourceRef>out1</bpmn:sourceRef><bpmn:targetRef>R2</bpmn:targetRef></bpmn:dataOutputAssociation>
      <bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopDataInputRef>in1</bpmn:loopDataInputRef><bpmn:loopDataOutputRef>out1</bpmn:loopDataOutputRef>
      <bpmn:inputDataItem id="person" name="person"/><bpmn:outputDataItem id="answer" name="answer"/></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
      ['A'],
    ).replace('id="DO" isCollection', 'id="DO" name="people" isCollection');
    const { state, variables, completed } = await trace(xml, {
      input: { people: ['x', 'y'] },
      steps: [
        { complete: 'A', output: { answer: 1 } },
        { complete: 'A', output: { answer: 2 } },
      ],
    });
    expect(completed).toEqual(['A', 'A']);
    expect({ state, variables }).toEqual({
      state: 'completed',
      variables: { people: ['x', 'y'], answers: [1, 2] },
    });
  });

  it.each([
    ['None', 'noneBehaviorEventRef="SD"', '', 3],
    ['One', 'oneBehaviorEventRef="SD"', '', 1],
    ['All', '', '', 0],
    [
      'Complex',
      '',
      '<bpmn:complexBehaviorDefinition><bpmn:condition>numberOfCompletedInstances = 2</bpmn:condition><bpmn:event><bpmn:signalEventDefinition signalRef="Sig"/></bpmn:event></bpmn:complexBehaviorDefinition>',
      1,
    ],
  ])('throws the events of behaviour %s', async (behavior, reference, definition, times) => {
    const xml = row(
      `<bpmn:scriptTask id="A"><bpmn:multiInstanceLoopCharacteristics isSequential="true" behavior="${behavior}" ${reference}>
      <bpmn:loopCardinality>3</bpmn:loopCardinality>${definition}</bpmn:multiInstanceLoopCharacteristics><bpmn:script>1</bpmn:script></bpmn:scriptTask>
      <bpmn:boundaryEvent id="B" attachedToRef="A" cancelActivity="false"><bpmn:signalEventDefinition signalRef="Sig"/></bpmn:boundaryEvent>
      <bpmn:task id="N"/>${flow('b', 'B', 'N')}`,
      ['A'],
      { roots: '<bpmn:signal id="Sig" name="Sig"/><bpmn:signalEventDefinition id="SD" signalRef="Sig"/>' },
    );
    const { state, completed } = await trace(xml);
    expect(state).toBe('completed');
    expect(completed.filter((element) => element === 'A')).toHaveLength(3);
    expect(completed.filter((element) => element === 'N')).toHaveLength(times);
  });

  it('runs global tasks in the place of their call', async () => {
    const xml = row(
      '<bpmn:callActivity id="A" calledElement="G"/><bpmn:callActivity id="B" calledElement="U"/>',
      ['A', 'B'],
      {
        roots:
          '<bpmn:globalScriptTask id="G" name="G"><bpmn:script>{ x: 1 }</bpmn:script></bpmn:globalScriptTask><bpmn:globalUserTask id="U" name="U"/>',
      },
    );
    expect(await trace(xml)).toMatchObject({ state: 'waiting', open: ['B'], variables: { x: 1 } });
  });

  it('completes untyped tasks of a drawing at once, and waits at those that the plan names', async () => {
    const xml = row('<bpmn:task id="A"/><bpmn:task id="B"/>', ['A', 'B']).replace('isExecutable="true"', '');
    expect(await trace(xml)).toMatchObject({ state: 'completed', completed: ['A', 'B'] });
    expect(await trace(xml, { steps: [{ advance: 'PT1H' }, { complete: 'B' }] })).toMatchObject({
      state: 'completed',
    });
  });
});
