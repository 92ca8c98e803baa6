import { describe, expect, it } from '@jest/globals';
import { programOf } from '../../engine/compile/program.ts';
import { compileProcess } from '../../engine/index.ts';
import { buildProcess } from '../support/build-process.ts';
import { rawProcess, saidOf } from '../support/said-of.ts';

const programIn = async (xml: string) => programOf((await compileProcess(xml)).process!);
const NODES = '<startEvent id="S"/><userTask id="A"/><sequenceFlow id="f" sourceRef="S" targetRef="A"/>';

describe('a sequence flow', () => {
  it.each([
    ['into a start event', 'start S\nuser A\nS -> A -> S', ['error flow.into-start S']],
    [
      'into a boundary event',
      'start S\nuser A\nboundary B on=A timer=PT1H\nuser C\nS -> A\nA -> B -> C',
      ['error flow.into-start B'],
    ],
    ['out of an end event', 'start S\nend E\nuser A\nS -> E -> A', ['error flow.out-of-end E']],
    [
      'into an event sub-process',
      'start S\nuser A\nS -> A -> H\neventsubprocess H {\nstart h signal=s\nuser B\nh -> B\n}',
      ['error event-sub-process.flow H'],
    ],
    [
      'out of an event sub-process',
      'start S\nuser A\nS -> A\nH -> A\neventsubprocess H {\nstart h signal=s\nuser B\nh -> B\n}',
      ['error event-sub-process.flow H'],
    ],
    [
      'into a sub-process past its border',
      'start S\nuser A\nsubprocess Sub {\nuser B\n}\nS -> A -> Sub\nA -x-> B',
      ['error flow.crosses-scope x'],
    ],
    [
      'that is the default of another gateway',
      'start S\nxor X default=b\nuser A\nuser B\nS -> X\nX -> A : go\nA -b-> B',
      ['warning flow.unknown-default X'],
    ],
    [
      'with a condition that does not parse',
      'start S\nxor X default=n\nuser A\nuser B\nS -> X\nX -a-> A : 1 +\nX -n-> B',
      ['error expression.syntax a'],
    ],
    [
      'that is drawn inside a sub-process and lies outside of it',
      'start S\nuser A\nsubprocess Sub {\nuser B\nS -> A\n}\nA -> Sub',
      [],
    ],
  ])('%s is told', async (_, drawing, said) => {
    expect(await saidOf(buildProcess(drawing))).toEqual(said);
  });

  it.each([
    ['no source', '<sequenceFlow id="g" targetRef="A"/>', ['error flow.dangling g']],
    ['no target', '<sequenceFlow id="g" sourceRef="A"/>', ['error flow.dangling g']],
    ['neither, nor an id', '<sequenceFlow/>', ['error flow.dangling']],
    [
      'a condition without a text',
      '<sequenceFlow id="g" sourceRef="S" targetRef="A"><conditionExpression/></sequenceFlow>',
      [],
    ],
  ])('may have %s', async (_, flow, said) => {
    expect(await saidOf(rawProcess(NODES + flow))).toEqual(said);
  });

  it('without an id gets one that no other element of the file has', async () => {
    const flow = (attributes: string) => `<sequenceFlow ${attributes} sourceRef="S" targetRef="A"/>`;
    const flows = [flow(''), flow('id="S-A"'), flow(''), flow('id="S-A-3"'), flow('')];
    const program = await programIn(rawProcess(`<startEvent id="S"/><userTask id="A"/>${flows.join('')}`));
    const ids = ['S-A-2', 'S-A', 'S-A-4', 'S-A-3', 'S-A-5'];
    expect([...program.flows.keys()]).toEqual(ids);
    expect(program.nodes.get('A')!.incoming.map(({ id }) => id)).toEqual(ids);
  });
});

describe('an element of a process', () => {
  it.each([
    ['of a kind that no engine runs', '<choreographyTask id="C"/>', ['error element.unsupported C']],
    ['without an id', '<userTask/>', ['error id.missing']],
    [
      'that only shows something',
      '<dataObject id="d"/><dataObjectReference id="r" dataObjectRef="d"/><dataStoreReference id="s"/><textAnnotation id="t"/><group id="g"/>',
      [],
    ],
  ])('%s', async (_, element, said) => {
    expect(await saidOf(rawProcess(NODES + element))).toEqual(said);
  });

  it('stands in a process that may have no id itself', async () => {
    const xml = rawProcess(NODES).replace('<process id="P"', '<process');
    expect(await programIn(xml)).toMatchObject({ id: '', name: '', scope: { id: '' } });
  });
});

describe('a boundary event', () => {
  const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';
  it.each([
    ['on nothing', '', ['error boundary.no-host B', 'warning node.unreachable B']],
    ['on an event', 'attachedToRef="S"', ['error boundary.host B', 'warning node.unreachable B']],
    [
      'on a step inside a sub-process',
      'attachedToRef="C"',
      ['error boundary.host B', 'warning node.unreachable B'],
    ],
    ['on a step of its own scope', 'attachedToRef="A"', []],
  ])('may stand %s', async (_, attributes, said) => {
    const inside =
      '<subProcess id="Sub"><userTask id="C"/></subProcess><sequenceFlow id="g" sourceRef="A" targetRef="Sub"/>';
    const boundary = `<boundaryEvent id="B" ${attributes}>${timer}</boundaryEvent>`;
    expect(await saidOf(rawProcess(NODES + inside + boundary))).toEqual(said);
  });
});

describe('the association of a compensation boundary event', () => {
  const compensated = (more: string) =>
    `start S\nuser A\nboundary B on=A compensate\nend E\nS -> A -> E\n${more}`;
  it.each([
    ['leads to the handler', compensated('user U forCompensation\nundo B U'), []],
    ['may be drawn from the handler', compensated('user U forCompensation\nundo U B'), []],
    ['makes a handler of a task that is not marked as one', compensated('user U\nundo B U'), []],
    [
      'may lead to an event, which is no handler',
      compensated('undo B E'),
      ['error compensation.no-handler B'],
    ],
    [
      'is not one that ties other elements',
      compensated('user U\nE -> U\nundo A U').replace('E -> U', 'A -> U'),
      ['error compensation.no-handler B'],
    ],
    [
      'is each its own',
      compensated(
        'user U forCompensation\nuser C\nboundary D on=C compensate\nuser V forCompensation\nundo B U\nundo D V\nA -> C',
      ),
      [],
    ],
    [
      'needs a boundary event on an activity',
      'start S\nuser A\nboundary B compensate\nuser U forCompensation\nundo B U\nS -> A',
      ['error boundary.no-host B', 'error compensation.no-handler B', 'warning node.unreachable B'],
    ],
    [
      'does not lead to what is compensated by another',
      compensated(
        'user U forCompensation\nboundary D on=U compensate\nuser V forCompensation\nundo B U\nundo D V',
      ),
      ['warning node.unreachable D', 'error boundary.host D'],
    ],
  ])('%s', async (_, drawing, said) => {
    expect(await saidOf(buildProcess(drawing))).toEqual(said);
  });

  it('may stand beside one to a note', async () => {
    const xml = buildProcess(compensated('user U forCompensation\nundo B U'));
    const note =
      '<textAnnotation id="t"/><association id="n" sourceRef="B" targetRef="t"/><association id="o" sourceRef="B"/>';
    expect(await saidOf(xml.replace('<association', `${note}<association`))).toEqual([]);
  });

  it('ties each activity to its own handler', async () => {
    const drawing = compensated(
      'user U forCompensation\nuser C\nboundary D on=C compensate\nuser V forCompensation\nundo D V\nundo U B\nA -> C',
    );
    const { nodes } = await programIn(buildProcess(drawing));
    expect(['A', 'C', 'U'].map((id) => nodes.get(id)!.handler?.id)).toEqual(['U', 'V', undefined]);
  });
});

describe('a link', () => {
  const linked = (...names: string[]) =>
    `start S\nthrow L link=x\nS -> L\n${names.map((name, index) => `catch M${index} link=${name}\nuser A${index}\nM${index} -> A${index}`).join('\n')}`;
  it.each([
    [
      'goes to the catching event of its name',
      linked('y', 'x'),
      ['warning node.unreachable M0', 'warning node.unreachable A0'],
    ],
    [
      'has one target',
      linked('x', 'x'),
      ['error link.ambiguous L', 'warning node.unreachable M1', 'warning node.unreachable A1'],
    ],
    [
      'has a target',
      linked('y'),
      ['error link.no-target L', 'warning node.unreachable M0', 'warning node.unreachable A0'],
    ],
  ])('%s', async (_, drawing, said) => {
    expect(await saidOf(buildProcess(drawing))).toEqual(said);
  });

  it('may share its catching event with other triggers', async () => {
    const xml = buildProcess(linked('x').replace('catch M0 link=x', 'catch M0 link=x signal=s'));
    expect((await programIn(xml)).nodes.get('L')!.linkTarget?.id).toBe('M0');
  });

  it('leads on to an inclusive join, which waits for the branch behind it', async () => {
    const drawing = `start S\nor F default=n\nthrow L link=x\ncatch M link=x\nuser A\nor J\nS -> F\nF -> L : a\nF -n-> A\nM -m-> J\nA -a-> J\nend E\nJ -> E`;
    const { nodes } = await programIn(buildProcess(drawing));
    const reach = [...nodes.get('J')!.reach!].map(([{ id }, from]) => [
      id,
      [...from].map((node) => node.id).sort(),
    ]);
    expect(reach).toEqual([
      ['m', ['F', 'L', 'M', 'S']],
      ['a', ['A', 'F', 'S']],
    ]);
  });
});

describe('a process without a start event', () => {
  const DRAWING = `user A
    user B
    catch C signal=s
    catch M link=x signal=u
    throw L link=x
    boundary D on=A timer=PT1H
    boundary U on=A compensate
    user Undo forCompensation
    undo U Undo
    receive R message=m instantiate
    eventsubprocess H {
      start h signal=t
      user I
      h -> I
    }
    A -> B
    M -> B
    D -> L`;

  it('begins at what nothing leads to, which is not what events or links begin', async () => {
    expect(await saidOf(buildProcess(DRAWING))).toEqual([]);
    const { scope } = await programIn(buildProcess(DRAWING));
    expect(scope.entries.map(({ id }) => id)).toEqual(['A', 'C']);
  });
});
