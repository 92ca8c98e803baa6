import { describe, expect, it } from '@jest/globals';
import { applyCommand, compileProcess, startProcess } from '../../engine/index.ts';
import type { Command, Json, Process, StartOptions, Step, Variables } from '../../engine/types.ts';
import { buildProcess } from '../support/build-process.ts';
import { given } from '../support/scenario.ts';

const AT = '2026-01-05T00:00:00.000Z';

async function started(xml: string, input: Variables = {}, options: StartOptions = {}) {
  const { process, diagnostics } = await compileProcess(xml, { isCallable: () => true });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { process: process!, ...startProcess(process!, input, AT, options) };
}

const tell = ({ process, state }: Step & { process: Process }, command: Command) => ({
  process,
  ...applyCommand(process, state, command, AT),
});

const openElements = ({ state }: Step) =>
  Object.values(state['open'] as Record<string, { element: string; role: string }>).map(
    ({ element, role }) => `${element} ${role}`,
  );
const trace = ({ events }: Step) => events.map(({ type, element }) => `${type} ${element}`);

describe('Feature: work that is done elsewhere', () => {
  it.each<[string, string, Variables | undefined, Variables]>([
    ['answers become data', '', { x: 1 }, { x: 1 }],
    ['a result variable holds the whole answer', 'motcua:resultVariable=r', { x: 1 }, { r: { x: 1 } }],
    [
      'an answer that names the result variable is taken as it is',
      'motcua:resultVariable=r',
      { r: 2, x: 1 },
      { r: 2, x: 1 },
    ],
    ['no answer leaves data alone', 'motcua:resultVariable=r', undefined, {}],
    ['an empty answer is a result', 'motcua:resultVariable=r', {}, { r: {} }],
  ])('%s', async (_, options, output, variables) => {
    const step = await started(buildProcess(`start S\nservice A ${options}\nuser W\nS -> A -> W`));
    const done = tell(step, { type: 'job-done', occurrence: '1', ...(output && { output }) });
    expect(done.state.variables).toEqual(variables);
  });

  it('a failed job is an incident once, and a retry hands it out again', async () => {
    const step = await started(buildProcess('start S\nservice A motcua:topic=pay\nuser W\nS -> A -> W'));
    const failed = tell(step, { type: 'job-failed', occurrence: '1', message: 'no line' });
    expect(failed.effects).toMatchObject([
      { type: 'incident', code: 'job.failed', message: { en: 'The job failed: no line' } },
    ]);
    expect(tell(failed, { type: 'job-failed', occurrence: '1', message: 'again' })).toMatchObject({
      effects: [],
      events: [],
      state: failed.state,
    });
    const retried = tell(failed, { type: 'retry', occurrence: '1' });
    expect(retried.effects).toEqual([
      { type: 'incident-resolved', occurrence: '1', element: 'A' },
      { type: 'run-job', occurrence: '1', element: 'A', kind: 'service', topic: 'pay', input: {} },
    ]);
    expect(tell(failed, { type: 'job-done', occurrence: '1' }).effects).toMatchObject([
      { type: 'incident-resolved' },
      { type: 'open-task', element: 'W' },
    ]);
  });

  it('a failed job that names an error is one that a boundary may catch, with its message', async () => {
    const step = await started(
      buildProcess('start S\nservice A\nboundary B on=A error=Bad\nuser W\nS -> A\nB -> W'),
    );
    const failed = tell(step, { type: 'job-failed', occurrence: '1', code: 'Bad', message: 'x' });
    expect(openElements(failed)).toEqual(['W task']);
    expect(
      tell(step, { type: 'job-failed', occurrence: '1', code: 'Other', message: 'x' }).effects.at(-1),
    ).toEqual({
      type: 'end',
      outcome: 'failed',
      variables: {},
      error: { code: 'Other', message: 'x' },
    });
  });

  it('a send task throws its message when the work of sending is done', async () => {
    const step = await started(buildProcess('start S\nsend A message=M in="x := 1"\nend E\nS -> A -> E'));
    expect(step.effects).toMatchObject([{ type: 'run-job', kind: 'send', input: { x: 1 } }]);
    expect(tell(step, { type: 'job-done', occurrence: '1' }).effects).toMatchObject([
      { type: 'throw', element: 'A', kind: 'message', name: 'M', payload: { x: 1 } },
      { type: 'end' },
    ]);
  });

  it('input that fails again on a retry is held again', async () => {
    const scenario = await given('start S\nuser A in="x := lost + 1"\nS -> A');
    const again = scenario.tell({
      type: 'retry',
      occurrence: scenario.occurrence('A'),
      variables: { lost: 'x' },
    });
    expect(again.effects.map(({ type }) => type)).toEqual(['incident-resolved', 'incident']);
    expect(again.state['open']).toMatchObject({ 1: { role: 'ready', incident: { code: 'mapping.failed' } } });
  });
});

describe('Feature: calls of other processes', () => {
  const call = (options: string, extension = '') =>
    buildProcess(
      `start S\ncall A ${options}\nboundary B on=A error=Bad\nuser W\nuser H\nS -> A -> W\nB -> H`,
    ).replace(/(<callActivity id="A"[^>]*>)(<extensionElements>)?/, (_, tag, extensions) =>
      extension ? `${tag}<extensionElements>${extension}${extensions ? '' : '</extensionElements>'}` : _,
    );

  it.each<[string, string, Variables, object]>([
    [
      'what is called, with all data',
      call('calls=Q'),
      { a: 1 },
      { process: 'Q', binding: 'latest', input: { a: 1 } },
    ],
    [
      'what data say is called, in a version',
      call('calls="=which" motcua:binding=pinned motcua:version=3'),
      { which: 'Z' },
      { process: 'Z', binding: 'pinned', version: '3', input: { which: 'Z' } },
    ],
    [
      'what input mappings name alone',
      call('calls=Q in="x := a + 1"'),
      { a: 1 },
      { process: 'Q', binding: 'latest', input: { x: 2 } },
    ],
    [
      'what a Camunda mapping names',
      call('calls=Q', '<camunda:in source="a" target="b"/>'),
      { a: 1 },
      { process: 'Q', input: { b: 1 } },
    ],
  ])('%s', async (_, xml, input, effect) => {
    const step = await started(xml, input);
    expect(step.effects).toMatchObject([{ type: 'call-process', occurrence: '1', element: 'A', ...effect }]);
    expect((step.effects[0] as { input: object }).input).toEqual((effect as { input: object }).input);
  });

  it.each<[string, string, Variables, string, string]>([
    [
      'a name that comes to nothing',
      call('calls="=which"'),
      {},
      'name.undecided',
      'The name "=which" cannot be worked out.',
    ],
    [
      'a mapping that comes to nothing',
      call('calls=Q', '<camunda:in sourceExpression="${lost + 1}" target="b"/>'),
      {},
      'mapping.failed',
      'The value "${lost + 1}" cannot be worked out.',
    ],
  ])('%s is an incident, and a retry calls', async (_, xml, input, code, en) => {
    const step = await started(xml, input);
    expect(step.effects).toMatchObject([{ type: 'incident', occurrence: '1', code, message: { en } }]);
    const retried = tell(step, { type: 'retry', occurrence: '1', variables: { which: 'Z', lost: 1 } });
    expect(retried.effects).toMatchObject([{ type: 'incident-resolved' }, { type: 'call-process' }]);
    expect(openElements(retried)).toContain('A call');
  });

  it.each<[string, string, Variables, Variables]>([
    ['all of it comes back', call('calls=Q'), { x: 1, y: 2 }, { x: 1, y: 2 }],
    ['only what output mappings name comes back', call('calls=Q out="z := x + 1"'), { x: 1, y: 2 }, { z: 2 }],
    [
      'only what a Camunda mapping names comes back',
      call('calls=Q', '<camunda:out source="x" target="z"/>'),
      { x: 1, y: 2 },
      { z: 1 },
    ],
  ])('when it ends, %s', async (_, xml, output, variables) => {
    const step = await started(xml);
    const ended = tell(step, { type: 'call-ended', occurrence: '1', output });
    expect(ended.state.variables).toEqual(variables);
    expect(openElements(ended)).toEqual(['W task']);
    expect(tell(step, { type: 'call-ended', occurrence: '1' }).state.status).toBe('running');
  });

  it('when it fails, the error goes on from the call', async () => {
    const step = await started(call('calls=Q'));
    expect(openElements(tell(step, { type: 'call-ended', occurrence: '1', error: { code: 'Bad' } }))).toEqual(
      ['H task'],
    );
    const failed = tell(step, {
      type: 'call-ended',
      occurrence: '1',
      error: { code: 'Other', message: 'm' },
    });
    expect(failed.effects.at(-1)).toMatchObject({
      outcome: 'failed',
      error: { code: 'Other', message: 'm' },
    });
  });
});

describe('Feature: events that a repeated activity throws', () => {
  const repeated = (behavior: string, rest: string) =>
    buildProcess(`start S\nuser A multi=2\nboundary B on=A ${rest}\nuser W\nuser H\nS -> A -> W\nB -> H`)
      .replace(
        '<process ',
        '<errorEventDefinition id="ED" errorRef="error_Bad"/><escalationEventDefinition id="UD" escalationRef="escalation_Up"/><process ',
      )
      .replace('<multiInstanceLoopCharacteristics', `<multiInstanceLoopCharacteristics ${behavior}`);

  it('an error that its own boundary catches ends it, at the first completion', async () => {
    const step = await started(repeated('behavior="One" oneBehaviorEventRef="ED"', 'error=Bad'));
    const done = tell(step, { type: 'complete', occurrence: '2' });
    expect(openElements(done)).toEqual(['H task']);
    expect(trace(done)).toEqual(expect.arrayContaining(['throw A', 'catch B', 'cancel A']));
  });

  it.each([
    ['behavior="None" noneBehaviorEventRef="UD"', 2],
    ['behavior="One" oneBehaviorEventRef="UD"', 1],
    ['behavior="All" oneBehaviorEventRef="UD" noneBehaviorEventRef="UD"', 0],
  ])('an escalation with %s is heard beside it', async (behavior, times) => {
    const step = await started(repeated(behavior, 'escalation=Up nonInterrupting'));
    const one = tell(step, { type: 'complete', occurrence: '2' });
    const two = tell(one, { type: 'complete', occurrence: '3' });
    expect([...one.events, ...two.events].filter(({ type }) => type === 'throw')).toHaveLength(times);
    expect(openElements(two)).toEqual([...new Array<string>(times).fill('H task'), 'W task']);
  });
});

describe('Feature: who does a task', () => {
  it.each<[string, Json, object]>([
    ['a name', 'u1', { assignee: 'u1' }],
    ['a number', 7, { assignee: '7' }],
    ['several', ['u1', 'u2'], { assignee: 'u1,u2' }],
    ['nobody', null, {}],
    ['an empty list', [], {}],
    ['what is no name', { a: 1 }, {}],
  ])('as data say: %s', async (_, who, performer) => {
    const step = await started(buildProcess('start S\nuser A motcua:assignee="=who"\nS -> A'), { who });
    expect(step.effects).toEqual([
      { type: 'open-task', occurrence: '1', element: 'A', input: {}, performer },
    ]);
  });
});
