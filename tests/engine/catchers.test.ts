import { describe, expect, it } from '@jest/globals';
import { applyCommand, compileProcess, startProcess } from '../../engine/index.ts';
import { buildProcess } from '../support/build-process.ts';
import { given } from '../support/scenario.ts';

const AT = '2026-01-05T00:00:00.000Z';

const INSIDE = (rest: string) => `
  start S
  subprocess Sub {
    start S1
    user A
    S1 -> A
    ${rest}
  }
  user Next
  S -> Sub -> Next
  boundary Out on=Sub error
  user Outside
  Out -> Outside`;

describe('Feature: who catches what goes wrong', () => {
  it.each<[string, string, string, string[]]>([
    [
      'the catcher of its code before one of any',
      'boundary B on=A error\nboundary C on=A error=Bad',
      'Bad',
      ['HC'],
    ],
    [
      'one of any when none has its code',
      'boundary C on=A error=Bad\nboundary B on=A error',
      'Worse',
      ['HB'],
    ],
    [
      'nobody who wants another code, so that it goes on outwards',
      'boundary C on=A error=Bad',
      'Worse',
      ['Outside'],
    ],
    ['nobody who wants a code, where it has none', 'boundary C on=A error=Bad', '', ['Outside']],
    ['one of any, where it has no code', 'boundary C on=A error=Bad\nboundary B on=A error', '', ['HB']],
    [
      'no catcher of escalations',
      'boundary C on=A escalation=Bad\nboundary B on=A escalation',
      'Bad',
      ['Outside'],
    ],
  ])('an error is caught by %s', async (_, boundaries, code, open) => {
    const handlers = boundaries
      .split('\n')
      .map((line) => line.split(' ')[1]!)
      .map((id) => `user H${id}\n${id} -> H${id}`);
    const scenario = await given(INSIDE(`${boundaries}\n${handlers.join('\n')}`));
    expect(scenario.tell({ fail: 'A', code }).open()).toEqual(open);
  });

  it.each([
    ['error', { type: 'fail' }],
    ['escalation', { type: 'escalate' }],
  ] as const)(
    'an %s is caught by the name and the id of what the catcher refers to',
    async (kind, { type }) => {
      const attribute = `${kind}Code`;
      const xml = buildProcess(
        `start S\nuser A\nboundary B on=A ${kind}=Bad\nuser H\nboundary C on=A ${kind}\nuser Any\nS -> A\nB -> H\nC -> Any`,
      ).replace(`${attribute}="Bad"`, `${attribute}="E-17"`);
      const { process } = await compileProcess(xml);
      const { state } = startProcess(process!, {}, AT);
      const caughtBy = (code: string) =>
        applyCommand(process!, state, { type, occurrence: '1', code }, AT).events.flatMap((event) =>
          event.type === 'catch' ? [`${event.element} ${event['kind']} ${event['code']}`] : [],
        );
      expect(['E-17', 'Bad', `${kind}_Bad`, 'E', ''].map(caughtBy)).toEqual([
        [`B ${kind} E-17`],
        [`B ${kind} Bad`],
        [`B ${kind} ${kind}_Bad`],
        [`C ${kind} E`],
        [`C ${kind} undefined`],
      ]);
    },
  );

  it('a catcher whose error has an empty name does not catch what has no code', async () => {
    const xml = buildProcess('start S\nuser A\nboundary B on=A error=Bad\nuser H\nS -> A\nB -> H').replace(
      'name="Bad"',
      'name=""',
    );
    const { process } = await compileProcess(xml);
    const { state } = startProcess(process!, {}, AT);
    const failed = applyCommand(process!, state, { type: 'fail', occurrence: '1', code: '' }, AT);
    expect(failed.state.status).toBe('failed');
  });

  it.each<[string, object, object]>([
    ['with a message', { message: 'No money' }, { code: 'Bad', text: 'No money' }],
    ['without one', {}, { code: 'Bad', text: '' }],
  ])('a catcher may keep code and message, %s', async (_, told, variables) => {
    const xml = buildProcess('start S\nuser A\nboundary B on=A error=Bad\nuser H\nS -> A\nB -> H').replace(
      '<errorEventDefinition errorRef',
      '<errorEventDefinition camunda:errorCodeVariable="code" camunda:errorMessageVariable="text" errorRef',
    );
    const { process } = await compileProcess(xml);
    const { state } = startProcess(process!, {}, AT);
    const failed = applyCommand(process!, state, { type: 'fail', occurrence: '1', code: 'Bad', ...told }, AT);
    expect(failed.state.variables).toEqual(variables);
  });

  it.each<[string, object, object]>([
    ['with a message', { message: 'No money' }, { code: 'Bad', message: 'No money' }],
    ['without one', {}, { code: 'Bad' }],
  ])('an error that nobody catches ends the instance as failed, %s', async (_, told, error) => {
    const scenario = await given('start S\nand F\nuser A\nuser B\nS -> F\nF -> A\nF -> B');
    const failed = scenario.tell({
      type: 'fail',
      occurrence: scenario.occurrence('A'),
      code: 'Bad',
      ...told,
    });
    expect(failed.state).toEqual({
      format: 1,
      process: 'P',
      status: 'failed',
      variables: {},
      next: 3,
      open: {},
    });
    expect(failed.effects.at(-1)).toStrictEqual({ type: 'end', outcome: 'failed', variables: {}, error });
  });

  it('an escalation that nobody catches is told to the caller and changes nothing', async () => {
    const scenario = await given('start S\nuser A\nthrow T escalation=Up\nuser B\nS -> A -> T -> B');
    const escalated = scenario.tell({ type: 'escalate', occurrence: scenario.occurrence('A'), code: 'Up' });
    expect(escalated.effects).toEqual([{ type: 'throw', element: 'A', kind: 'escalation', name: 'Up' }]);
    expect(escalated.state).toEqual(scenario.state);
    expect(escalated.tell({ complete: 'A' }).effects).toMatchObject([
      { type: 'throw', element: 'T', kind: 'escalation', name: 'Up' },
      { type: 'open-task', element: 'B' },
    ]);
  });
});

describe('Feature: event sub-processes that catch what goes wrong', () => {
  it('what one of them throws, it does not catch itself, nor does another once it has taken over', async () => {
    const scenario = await given(
      INSIDE(`eventsubprocess E {
        start T error=Bad
        user H
        T -> H
      }
      eventsubprocess Other {
        start O error=Worse
        user HO
        O -> HO
      }`),
    );
    const caught = scenario.tell({ fail: 'A', code: 'Bad' });
    expect(caught.open()).toEqual(['H']);
    expect(caught.tell({ fail: 'H', code: 'Bad' }).open()).toEqual(['Outside']);
    expect(caught.tell({ fail: 'H', code: 'Worse' }).open()).toEqual(['Outside']);
  });

  it('one that has taken over the process itself is the last there', async () => {
    const scenario = await given(`
      start S
      user A
      S -> A
      eventsubprocess E {
        start T error=Bad
        user H
        T -> H
      }
      eventsubprocess Other {
        start O error
        user HO
        O -> HO
      }`);
    const caught = scenario.tell({ fail: 'A', code: 'Bad' });
    expect(caught.open()).toEqual(['H']);
    expect(caught.tell({ fail: 'H', code: 'Bad' }).state.status).toBe('failed');
  });

  it('an escalation from within one that does not interrupt passes it by, and reaches another', async () => {
    const scenario = await given(
      INSIDE(`eventsubprocess E {
        start T escalation=Up nonInterrupting
        user H
        T -> H
      }
      eventsubprocess Other {
        start O escalation nonInterrupting
        user HO
        O -> HO
      }`),
    );
    const escalate = (on: typeof scenario, element: string) =>
      on.tell({ type: 'escalate', occurrence: on.occurrence(element), code: 'Up' });
    const first = escalate(scenario, 'A');
    expect(first.open()).toEqual(['A', 'H']);
    expect(escalate(first, 'H').open()).toEqual(['A', 'H', 'HO']);
  });

  it('only its start catches, not an end that throws the same', async () => {
    const scenario = await given(
      INSIDE('eventsubprocess E {\nstart T message=M\nuser H\nend X error=Bad\nT -> H -> X\n}'),
    );
    expect(scenario.tell({ fail: 'A', code: 'Bad' }).open()).toEqual(['Outside']);
  });

  it('one of which nothing but its start is drawn is done at once', async () => {
    const scenario = await given(INSIDE('eventsubprocess E {\nstart T error=Bad\n}'));
    const failed = scenario.tell({ fail: 'A', code: 'Bad' });
    expect(failed.open()).toEqual(['Next']);
    expect(failed.trace('enter', 'complete').slice(-5)).toEqual([
      'enter E',
      'enter T',
      'complete E',
      'complete Sub',
      'enter Next',
    ]);
  });
});

describe('Feature: what a throw starts may end what comes after it', () => {
  it('a signal is heard by each that waits and is still there', async () => {
    const scenario = await given(
      'start S\nand F\nuser A\nboundary B on=A signal=Bell\nboundary C on=A signal=Bell nonInterrupting\nuser HB\nuser HC\ncatch D signal=Bell\nuser HD\nS -> F\nF -> A\nF -> D -> HD\nB -> HB\nC -> HC',
    );
    expect(scenario.tell({ signal: 'Bell', payload: { x: 1 } }).open()).toEqual(['HB', 'HD']);
  });

  it('a message that is thrown wakes no signal of its name', async () => {
    const scenario = await given(
      'start S\nand F\ncatch D signal=Bell\nthrow T message=Bell in="a.b := 1"\nuser W\nS -> F\nF -> D\nF -> T -> W',
    );
    expect(scenario.open()).toEqual(['D', 'W']);
    expect(scenario.effects).toContainEqual({
      type: 'throw',
      element: 'T',
      kind: 'message',
      name: 'Bell',
      payload: { 'a.b': 1 },
    });
  });

  it('an intermediate event that throws several things stops when one of them ends its scope', async () => {
    const scenario = await given(
      INSIDE(`and F
        throw T escalation=Up signal=Bell compensate
        S1 -> F
        F -> T`).replace('boundary Out on=Sub error', 'boundary Out on=Sub escalation=Up'),
    );
    expect(scenario.open()).toEqual(['Outside']);
    expect(scenario.events.flatMap((event) => (event.type === 'throw' ? [event['kind']] : []))).toEqual([
      'signal',
      'escalation',
    ]);
  });

  it.each(['message', 'signal'])('an %s whose name comes to nothing goes by what was drawn', async (kind) => {
    const xml = buildProcess(`start S\nthrow T ${kind}=Bell\nend E\nS -> T -> E`).replace(
      'name="Bell"',
      'name="=lost"',
    );
    const { process } = await compileProcess(xml);
    expect(startProcess(process!, {}, AT).effects).toMatchObject([
      { type: 'throw', kind, name: '=lost' },
      {},
    ]);
    expect(startProcess(process!, { lost: 7 }, AT).effects).toMatchObject([
      { type: 'throw', kind, name: '7' },
      {},
    ]);
  });
});
