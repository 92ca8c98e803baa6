import { describe, expect, it } from '@jest/globals';
import { nodeIn, rawProcess, saidOf } from '../support/said-of.ts';

const withStep = (element: string) =>
  rawProcess(`<startEvent id="S"/>${element}<sequenceFlow id="f" sourceRef="S" targetRef="X"/>`);
const ext = (inside: string) => `<extensionElements>${inside}</extensionElements>`;

describe('the process that a call names', () => {
  it.each([
    ['Q', 'Q'],
    ['tns:Q', 'Q'],
    ['urn:a:b', 'urn:a:b'],
    ['a:b c', 'a:b c'],
  ])('as %s is %s', async (called, id) => {
    const { call } = await nodeIn(withStep(`<callActivity id="X" calledElement="${called}"/>`));
    expect(call!.process.constant).toBe(id);
  });

  it.each(['constructor', 'GlobalUserTask'])('is no foreign element called %s', async (tag) => {
    const foreign = ext(`<x:${tag} xmlns:x="urn:x" id="g"/>`);
    const xml = withStep(`<callActivity id="X" calledElement="g">${foreign}</callActivity>`);
    expect(await saidOf(xml)).toEqual(['error call.unknown-target X']);
  });

  const io = (owner: string, ...ways: string[]) =>
    ext(
      `<${owner}:ioMapping>${ways.map((way) => `<${owner}:${way} source="=a" target="b"/>`).join('')}</${owner}:ioMapping>`,
    );
  it.each([
    ['everything without a mapping', '', [true, true]],
    ['what our mapping names', io('motcua', 'input', 'output'), [false, false]],
    ['everything, and returns what our mapping names', io('motcua', 'output'), [true, false]],
    ['what our mapping names, and returns everything', io('motcua', 'input'), [false, true]],
    ['what the mapping of Zeebe names, and returns everything', io('zeebe', 'input'), [false, true]],
    ['what Camunda names, and returns everything', ext('<camunda:in source="a" target="b"/>'), [false, true]],
    [
      'everything, and returns what Camunda names',
      ext('<camunda:out source="a" target="b"/>'),
      [true, false],
    ],
    [
      'all variables of Camunda',
      ext('<camunda:in variables="all"/><camunda:out variables="all"/>'),
      [true, true],
    ],
    [
      'everything, and returns what an association names',
      '<ioSpecification><dataOutput id="o"/><inputSet/><outputSet/></ioSpecification><dataOutputAssociation id="a"><sourceRef>o</sourceRef><targetRef>d</targetRef></dataOutputAssociation>',
      [true, false],
    ],
  ])('gets %s', async (_, inside, expected) => {
    const element = `<dataObject id="d"/><callActivity id="X" calledElement="Q">${inside}</callActivity>`;
    const { call } = await nodeIn(withStep(element));
    expect([call!.passesAll, call!.returnsAll]).toEqual(expected);
  });
});
