import { describe, expect, it } from '@jest/globals';
import { Findings } from '../../engine/compile/findings.ts';
import { buildFile, buildProcess } from '../support/build-process.ts';
import { keepCompiled } from '../support/keep-compiled.ts';
import { findingsOf } from '../support/scenario.ts';

const codes = async (xml: string) => {
  const { diagnostics, process } = await keepCompiled(xml);
  return { codes: diagnostics.map((each) => each.code), isRunnable: process !== null };
};
const OPEN = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">';

describe('files that are no models', () => {
  it.each([
    ['an empty file', '', 'xml.not-bpmn'],
    ['plain text', 'hello', 'xml.not-bpmn'],
    ['a web page', '<html><body/></html>', 'xml.not-bpmn'],
    ['an element that nothing closes', `${OPEN}<process id="p">`, 'xml.malformed'],
    ['an end that nothing opened', `${OPEN}<process id="p"></task></definitions>`, 'xml.malformed'],
    ['a value without quotes', `${OPEN}<process id=p></process></definitions>`, 'xml.malformed'],
    [
      'an external entity',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${OPEN}</definitions>`,
      'xml.entities',
    ],
    ['a model without a process', `${OPEN}</definitions>`, 'process.none'],
    [
      'more than five megabytes',
      `${OPEN}<!--${'x'.repeat(5 * 1024 * 1024)}--></definitions>`,
      'xml.too-large',
    ],
  ])('%s', async (_, xml, code) => {
    const found = await codes(xml);
    expect(found.codes).toContain(code);
    expect(found.isRunnable).toBe(false);
  });
});

describe('what cannot run is named', () => {
  it.each([
    ['start S\nuser A\nS -> A -> Nowhere', 'error flow.dangling A_to_Nowhere'],
    ['start S\nxor X\nS -> X', 'error gateway.no-way-out X'],
    [
      'start S\nxor X default=n\nuser A\nend E\nS -> X\nX -> A : x >\nX -n-> E',
      'error expression.syntax X_to_A',
    ],
    ['start S\ncatch M message\nS -> M', 'error message.no-name M'],
    ['start S\ncatch M signal\nS -> M', 'error signal.no-name M'],
    ['start S\nxor X\nboundary B on=X timer=PT1H\nend E\nS -> X -> E\nB -> E', 'error boundary.host B'],
    ['start S\ncall C calls=Nobody\nS -> C', 'error call.unknown-target C'],
    ['start S\ncall C\nS -> C', 'error call.no-target C'],
    ['start S\ncatch T timer=4hours\nS -> T', 'error timer.value T'],
    ['start S\ncatch T cycle="0 0/5 * * * ?"\nS -> T', 'error timer.cron T'],
    ['start S\ncatch T\nS -> T', 'error event.no-trigger T'],
    ['start S\ncatch T error=E\nS -> T', 'error event.trigger T'],
    ['start S\nthrow T link=L\nS -> T', 'error link.no-target T'],
    ['start S\nrace R\nuser A\nS -> R -> A', 'error gateway.race R'],
    ['start S\nscript A script="x" format=javascript\nS -> A', 'error script.format A'],
    ['start S\nuser A\nend E cancel\nS -> A -> E', 'error event.trigger E'],
    ['start S\nuser A\nboundary B on=A compensate\nS -> A', 'error compensation.no-handler B'],
    ['start S\nuser A startQuantity=0\nS -> A', 'error quantity.invalid A'],
    ['start S\nuser A motcua:duration=4h\nS -> A', 'error attribute.value A'],
    ['start S\nuser A motcua:sameAs=B\nS -> A', 'error attribute.unknown-element A'],
    ['start S\nuser A\nuser B\nS -> A', 'warning node.unreachable B'],
    ['eventsubprocess X {\nstart S\n}\nstart S0\nuser A\nS0 -> A', 'error event-sub-process.start X'],
    [
      'start S\nxor X default=n\nuser A\nuser B\nand J\nS -> X\nX -> A : x\nX -n-> B\nA -> J\nB -> J',
      'error join.never-completes J',
    ],
    ['start S\nuser A\nuser A\nS -> A', 'error id.duplicate A'],
  ])('%s', async (drawing, finding) => {
    const found = await findingsOf(drawing.replace(' -> Nowhere', '\nA -> Nowhere'));
    expect(found).toContain(finding);
  });

  it('says nothing against a join after an exclusive split inside one branch', async () => {
    expect(
      await findingsOf(
        'start S\nand F\nxor X default=n\nuser A\nuser B\nuser C\nxor M\nand J\nend E\nS -> F\nF -> X\nX -> A : x\nX -n-> B\nA -> M\nB -> M\nM -> J\nF -> C -> J\nJ -> E',
      ),
    ).toEqual([]);
  });

  it('gives every finding a Vietnamese and an English sentence', () => {
    for (const { vi, en } of Object.values(Findings)) {
      expect(vi).toMatch(/[à-ỹđ]/i);
      expect(en).toMatch(/\.$/);
    }
  });
});

describe('drawings of other tools', () => {
  it('loads black-box pools with message flows, foreign elements and unknown attributes', async () => {
    const xml = `<?xml version="1.0"?>
      <bpmn2:definitions xmlns:bpmn2="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:x" xmlns:m="urn:m" targetNamespace="t">
      <bpmn2:itemDefinition id="i" structureRef="xsd:string"/><bpmn2:interface id="if" name="I"><bpmn2:operation id="op" name="O"><bpmn2:inMessageRef>m1</bpmn2:inMessageRef></bpmn2:operation></bpmn2:interface>
      <bpmn2:message id="m1" itemRef="i"/><bpmn2:globalUserTask id="g" name="G"/>
      <bpmn2:collaboration id="c"><bpmn2:participant id="citizen" name="Công dân"/><bpmn2:participant id="office" processRef="p"/>
      <bpmn2:messageFlow id="f1" sourceRef="citizen" targetRef="s"/><bpmn2:messageFlow id="f2" sourceRef="a" targetRef="citizen"/></bpmn2:collaboration>
      <bpmn2:process id="p" x:colour="red"><bpmn2:extensionElements><x:stuff><x:more/></x:stuff></bpmn2:extensionElements>
      <bpmn2:dataObject id="d" name="D"/><bpmn2:dataObjectReference id="dr" dataObjectRef="d"/>
      <bpmn2:startEvent id="s"><bpmn2:messageEventDefinition/></bpmn2:startEvent>
      <bpmn2:userTask id="a" name="A"><bpmn2:potentialOwner><bpmn2:resourceAssignmentExpression><bpmn2:formalExpression>group(clerks)</bpmn2:formalExpression></bpmn2:resourceAssignmentExpression></bpmn2:potentialOwner></bpmn2:userTask>
      <bpmn2:callActivity id="b" calledElement="g"/><bpmn2:endEvent id="e"/>
      <bpmn2:sequenceFlow id="_1" sourceRef="s" targetRef="a"/><bpmn2:sequenceFlow id="_2" sourceRef="a" targetRef="b"/><bpmn2:sequenceFlow id="_3" sourceRef="b" targetRef="e"/>
      <bpmn2:textAnnotation id="t"><bpmn2:text>note</bpmn2:text></bpmn2:textAnnotation><bpmn2:association id="as" sourceRef="a" targetRef="t"/>
      </bpmn2:process></bpmn2:definitions>`;
    const { diagnostics, process } = await keepCompiled(xml);
    expect(diagnostics.filter((each) => each.severity === 'error')).toEqual([]);
    expect(process?.steps.map((step) => [step.id, step.kind, step.performer])).toEqual([
      ['a', 'user', { role: 'clerks' }],
      ['b', 'user', {}],
    ]);
  });

  it('reads motcua attributes under an unknown address too', async () => {
    const xml = buildProcess('start S\nuser A motcua:role=clerk motcua:status=3\nS -> A').replace(
      'urn:motcua:bpmn:1',
      'http://elsewhere.example/motcua',
    );
    const { process } = await keepCompiled(xml);
    expect(process?.steps[0]).toMatchObject({ performer: { role: 'clerk' }, status: 3 });
  });

  it('leaves a drawing beside an executable process in peace', async () => {
    const xml = buildFile({
      Runs: 'start S\nuser A\nS -> A',
      Drawn: 'start S2\ncatch T timer\nS2 -> T',
    }).replace('id="Drawn" isExecutable="true"', 'id="Drawn" isExecutable="false"');
    const { diagnostics, process } = await keepCompiled(xml);
    expect(diagnostics.filter((each) => each.severity === 'error')).toEqual([]);
    expect(process?.id).toBe('Runs');
  });

  it('knows called processes of other files when it is told of them', async () => {
    const xml = buildProcess('start S\ncall C calls=Elsewhere\nS -> C');
    expect((await keepCompiled(xml, { isCallable: (id) => id === 'Elsewhere' })).process).not.toBeNull();
  });
});
