import { beforeAll, describe, expect, it } from '@jest/globals';
import { applyCommand, CommandRefused, compileProcess, startProcess } from '../../engine/index.ts';
import type { Command, Process, ProcessState } from '../../engine/types.ts';
import { buildProcess } from '../support/build-process.ts';
import { given } from '../support/scenario.ts';

const AT = '2026-01-05T00:00:00.000Z';

/** Everything that can wait, side by side; occurrences have the order of drawing. */
const EVERYTHING = `
  start S
  and F
  user Task
  boundary Late on=Task timer=PT1H
  service Job
  receive Letter message=Letter
  catch Message message=Other
  catch Signal signal=Bell
  call Call calls=Q
  subprocess Sub {
    start S2
    user Inside
    S2 -> Inside
  }
  xor Way
  user Never
  user Twice multi=2
  user Handler forCompensation
  boundary Undone on=Job compensate
  undo Undone Handler
  subprocess Many multi=1 {
    start S3
    user Deep
    S3 -> Deep
  }
  eventsubprocess Event {
    start Begun message=Begin
    user After
    Begun -> After
  }
  S -> F
  F -> Task
  F -> Job
  F -> Letter
  F -> Message
  F -> Signal
  F -> Call
  F -> Sub
  F -> Way
  F -> Twice
  F -> Many
  Way -> Never : missing`;

let process: Process | null;
beforeAll(async () => {
  const { diagnostics, ...compiled } = await compileProcess(buildProcess(EVERYTHING), {
    isCallable: () => true,
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  process = compiled.process;
});
const start = () => startProcess(process!, {}, AT).state;

/** What is answered to a command; `$Element` stands for its first open occurrence. */
function answer(state: ProcessState, command: object): unknown {
  const open = Object.entries(state['open'] as Record<string, { element: string }>);
  const told = JSON.stringify(command).replace(
    /\$(\w+)/g,
    (_, element) => open.find(([, each]) => each.element === element)?.[0] ?? '?',
  );
  try {
    return applyCommand(process!, state, JSON.parse(told) as Command, AT);
  } catch (fault) {
    if (!(fault instanceof CommandRefused)) throw fault;
    return [fault.code, fault.message];
  }
}

const OPEN = ['Task', 'Late', 'Job', 'Letter', 'Message', 'Signal', 'Call', 'Sub', 'Way'];

describe('Feature: commands that do not fit are refused with their reason', () => {
  it.each<[string, string[], object]>([
    ['complete', ['Task', 'Job', 'Letter'], {}],
    ['job-done', ['Job'], {}],
    ['job-failed', ['Job'], { message: 'x' }],
    ['call-ended', ['Call'], {}],
    ['fire-timer', ['Late'], {}],
    ['message', ['Letter', 'Message'], { name: 'x' }],
    ['fail', ['Task', 'Job', 'Letter', 'Message', 'Signal', 'Call', 'Sub', 'Way'], { code: 'x' }],
    ['escalate', ['Task', 'Job', 'Letter', 'Message', 'Signal', 'Call', 'Sub'], { code: 'x' }],
    ['retry', ['Way'], {}],
  ])('%s is taken only at %j', (type, taking, rest) => {
    const answers = OPEN.map((element) => answer(start(), { type, occurrence: `$${element}`, ...rest }));
    expect(OPEN.filter((_, index) => !Array.isArray(answers[index]))).toEqual(taking);
    expect(answers.filter(Array.isArray)).toEqual(
      OPEN.filter((element) => !taking.includes(element)).map((element) => [
        'wrong-kind',
        expect.stringMatching(`^occurrence \\d+ of ${element} takes no such command$`),
      ]),
    );
  });

  it.each<[string, object, [string, string]]>([
    [
      'an occurrence that is not open',
      { type: 'complete', occurrence: '99' },
      ['unknown-occurrence', 'no open occurrence 99'],
    ],
    [
      'an occurrence by a name that every object has',
      { type: 'complete', occurrence: 'constructor' },
      ['unknown-occurrence', 'no open occurrence constructor'],
    ],
    [
      'variables for what is not open',
      { type: 'set-variables', variables: {}, scope: '99' },
      ['unknown-occurrence', 'no open occurrence 99'],
    ],
    [
      'a message that nothing waits for',
      { type: 'message', name: 'No' },
      ['nothing-waits', 'nothing waits for message No'],
    ],
    [
      'a signal that nothing waits for',
      { type: 'signal', name: 'No' },
      ['nothing-waits', 'nothing waits for signal No'],
    ],
    ['to resume what runs', { type: 'resume' }, ['not-running', 'the instance is not suspended']],
    ['a command of no kind', { type: 'dance' }, ['wrong-kind', 'no command dance']],
    ['a jump to nowhere', { type: 'jump', to: 'Nowhere' }, ['unknown-element', 'no element Nowhere']],
    ['a jump to a boundary event', { type: 'jump', to: 'Late' }, ['wrong-kind', 'Late takes no token']],
    ['a jump to an event sub-process', { type: 'jump', to: 'Event' }, ['wrong-kind', 'Event takes no token']],
    [
      'a jump to a compensation handler',
      { type: 'jump', to: 'Handler' },
      ['wrong-kind', 'Handler takes no token'],
    ],
    [
      'a jump into an event sub-process',
      { type: 'jump', to: 'After' },
      ['wrong-kind', 'After stands inside something that only its own trigger or turn opens'],
    ],
    [
      'a jump into a multi-instance',
      { type: 'jump', to: 'Deep' },
      ['wrong-kind', 'Deep stands inside something that only its own trigger or turn opens'],
    ],
    [
      'a jump from where nothing is',
      { type: 'jump', from: ['Never'], to: 'Task' },
      ['unknown-occurrence', 'nothing is open where the jump starts'],
    ],
  ])('%s is refused', (_, command, expected) => {
    expect(answer(start(), command)).toEqual(expected);
  });

  it('an instance that has ended takes nothing, and says how it ended', async () => {
    const { state } = applyCommand(process!, start(), { type: 'cancel' }, AT);
    expect(answer(state, { type: 'resume' })).toEqual(['not-running', 'the instance is cancelled']);
  });

  it.each<[string, object]>([
    ['suspend', {}],
    ['complete', { occurrence: '$Task' }],
    ['signal', { name: 'Bell' }],
    ['retry', { occurrence: '$Way' }],
  ])('while suspended, %s is refused', (type, rest) => {
    const { state } = applyCommand(process!, start(), { type: 'suspend' }, AT);
    expect(answer(state, { type, ...rest })).toEqual(['not-running', 'the instance is suspended']);
  });

  it('what a suspended instance takes moves nothing until it is resumed', async () => {
    const suspended = (await given('start S\nuser A\nuser B\nS -> A -> B')).tell({ type: 'suspend' });
    const jumped = suspended
      .tell({ type: 'set-variables', variables: { x: 1 } })
      .tell({ type: 'jump', to: 'B' });
    expect(jumped.open()).toEqual([]);
    expect(jumped.state).toMatchObject({ status: 'suspended', variables: { x: 1 } });
  });
});
