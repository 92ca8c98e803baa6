import { describe, expect, it } from '@jest/globals';
import { compileProcess } from '../../engine/index.ts';

const read = async (inside: string, roots = '') => {
  const { process, diagnostics } = await compileProcess(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="urn:t">${roots}<process id="P" isExecutable="true">${inside}</process></definitions>`,
  );
  const findings = diagnostics.map(({ code, element, message }) => `${code} ${element}: ${message.en}`);
  return { steps: process?.steps ?? [], findings };
};
const stepOf = async (inside: string, roots?: string) => (await read(inside, roots)).steps[0];
const owned = (expression: string, tag = 'potentialOwner') =>
  `<userTask id="A"><${tag}><resourceAssignmentExpression><formalExpression>${expression}</formalExpression></resourceAssignmentExpression></${tag}></userTask>`;

describe('who does a step', () => {
  it.each([
    ['user(an)', { assignee: 'an' }],
    ['group(staff)', { role: 'staff' }],
    ['staff', { role: 'staff' }],
    ['${staff}', { role: '=staff' }],
    ['user(${starter})', { assignee: '=starter' }],
    ['superuser(an)', { role: 'superuser(an)' }],
    ['group(a), user(b)', { role: 'group(a), user(b)' }],
    ['user(a), group(b)', { role: 'user(a), group(b)' }],
    ['subgroup(staff)', { role: 'subgroup(staff)' }],
    ['', {}],
  ])('is, for a potential owner %j, %j', async (expression, performer) => {
    expect((await stepOf(owned(expression)))?.performer).toEqual(performer);
  });

  it('is the assignee for a human performer, and a role for a resource by its name', async () => {
    expect((await stepOf(owned('an', 'humanPerformer')))?.performer).toEqual({ assignee: 'an' });
    const named = '<userTask id="A"><potentialOwner><resourceRef>R</resourceRef></potentialOwner></userTask>';
    const roots = '<resource id="R" name="staff"/>';
    expect((await stepOf(named, roots))?.performer).toEqual({ role: 'staff' });
    const unnamed = named
      .replace('potentialOwner', 'humanPerformer')
      .replace('/potentialOwner', '/humanPerformer');
    expect((await stepOf(unnamed, '<resource id="R"/>'))?.performer).toEqual({});
  });

  it.each([
    ['camunda:assignee="an"', { assignee: 'an' }],
    ['camunda:candidateGroups="staff"', { role: 'staff' }],
    ['camunda:assignee="an" camunda:candidateGroups="staff"', { assignee: 'an', role: 'staff' }],
    ['camunda:assignee="#{chief}"', { assignee: '=chief' }],
    ['camunda:assignee="${bean.get()}"', { assignee: '${bean.get()}' }],
    ['motcua:unit="u" camunda:assignee="an"', { unit: 'u' }],
  ])('is, for %s, %j before any resource role', async (attributes, performer) => {
    const task = owned('user(other)').replace('id="A"', `id="A" ${attributes}`);
    expect((await stepOf(task))?.performer).toEqual(performer);
  });
});

describe('lanes', () => {
  const lanes = (
    refs: string,
  ) => `<laneSet id="ls"><lane id="office" name="Office" motcua:unit="u1" motcua:role="clerk">
    <flowNodeRef>A</flowNodeRef><flowNodeRef>Nowhere</flowNodeRef>
    <childLaneSet id="inner"><lane id="chief" name="Chief" motcua:role="chief"><flowNodeRef>B</flowNodeRef></lane>
    <lane id="unnamed" motcua:unit="u2">${refs}</lane></childLaneSet></lane>
    <lane id="bare" name="Bare"><flowNodeRef>D</flowNodeRef></lane><lane id="none"><flowNodeRef>E</flowNodeRef></lane></laneSet>`;
  const lanedSteps = async (inside: string, refs = '<flowNodeRef>C</flowNodeRef>') => {
    const { steps } = await read(lanes(refs) + inside);
    return Object.fromEntries(
      steps.map(({ id, lane, performer }) => [id, { ...(lane !== undefined && { lane }), ...performer }]),
    );
  };

  it('give their steps unit and role, their own before those of the lane around', async () => {
    const tasks = ['A', 'B', 'C', 'D', 'E'].map((id) => `<userTask id="${id}"/>`).join('');
    expect(await lanedSteps(tasks)).toEqual({
      A: { lane: 'Office', unit: 'u1', role: 'clerk' },
      B: { lane: 'Chief', unit: 'u1', role: 'chief' },
      C: { lane: 'Office', unit: 'u2', role: 'clerk' },
      D: { lane: 'Bare' },
      E: {},
    });
  });

  it('give no role where a person is named, nor what a step says itself', async () => {
    expect(
      await lanedSteps(
        '<userTask id="A" motcua:assignee="an"/><userTask id="B" motcua:sameAs="A"/><userTask id="C" motcua:role="own"/><userTask id="D" motcua:unit="own"/>',
      ),
    ).toEqual({
      A: { lane: 'Office', unit: 'u1', assignee: 'an' },
      B: { lane: 'Chief', unit: 'u1', sameAs: 'A' },
      C: { lane: 'Office', unit: 'u2', role: 'own' },
      D: { lane: 'Bare', unit: 'own' },
    });
  });

  it('hold what stands inside the sub-processes in them, unless that is in a lane of its own', async () => {
    const nested = `<subProcess id="C"><subProcess id="In"><userTask id="Deep"/><userTask id="B"/></subProcess></subProcess>`;
    const { Deep, In, B } = await lanedSteps(nested);
    expect({ Deep, In, B }).toEqual({
      Deep: { lane: 'Office', unit: 'u2', role: 'clerk' },
      In: { lane: 'Office', unit: 'u2', role: 'clerk' },
      B: { lane: 'Chief', unit: 'u1', role: 'chief' },
    });
  });
});

describe('what is said of a step', () => {
  it.each([
    ['a b', ['a', 'b']],
    ['a,b', ['a', 'b']],
    [' a ,  b, ', ['a', 'b']],
    [', ', []],
    ['', []],
  ])('lists the words of %j as %j', async (text, words) => {
    const step = await stepOf(`<userTask id="A" motcua:documents="${text}" motcua:actions="${text}"/>`);
    expect([step?.documents, step?.actions]).toEqual([words, words]);
  });

  it.each(['1', '2', '10'])('may be the status %s', async (status) => {
    expect((await stepOf(`<userTask id="A" motcua:status="${status}"/>`))?.status).toBe(Number(status));
  });

  it.each(['0', '11', '1.5', 'x', '-1'])('may not be the status %s', async (status) => {
    const { steps, findings } = await read(`<userTask id="A" motcua:status="${status}"/>`);
    expect(steps).toEqual([]);
    expect(findings).toEqual([
      expect.stringMatching(new RegExp(`^attribute.value A: .*motcua:status.*${status}`)),
    ]);
  });

  it('names the step that another is to be done by the same person as, which must be there', async () => {
    const { findings } = await read('<userTask id="A" motcua:sameAs="Nobody"/>');
    expect(findings).toEqual([
      expect.stringMatching(/^attribute.unknown-element A: .*motcua:sameAs.*Nobody/),
    ]);
  });
});
