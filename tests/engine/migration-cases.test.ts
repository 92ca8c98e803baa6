import { describe, expect, it } from '@jest/globals';
import {
  applyCommand,
  compileProcess,
  type Migration,
  migrateInstance,
  planMigration,
  startProcess,
} from '../../engine/index.ts';
import type { Command, Process, ProcessState, Variables } from '../../engine/types.ts';
import { buildProcess } from '../support/build-process.ts';

const AT = '2026-01-05T00:00:00.000Z';
const LATER = '2026-01-05T09:00:00.000Z';

type Told =
  | { complete: string; output?: Variables }
  | { fire: string }
  | { jump: string }
  | { type: 'suspend' | 'cancel' };

interface Case {
  old: string;
  next: string;
  told?: Told[];
  input?: Variables;
  mapping?: Record<string, string>;
}

const compile = async (drawing: string): Promise<Process> => {
  const { process, diagnostics } = await compileProcess(buildProcess(drawing), { isCallable: () => true });
  if (!process) throw new Error(JSON.stringify(diagnostics));
  return process;
};

const openOf = (state: ProcessState) =>
  Object.entries(state['open'] as Record<string, { element: string; role: string }>);

function tell(process: Process, state: ProcessState, told: Told): ProcessState {
  const occurrenceOf = (element: string, ...roles: string[]) => {
    const found = openOf(state).find(([, each]) => each.element === element && roles.includes(each.role));
    if (!found) throw new Error(`${element} is not open in ${JSON.stringify(state['open'])}`);
    return found[0];
  };
  const command = (): Command => {
    if ('type' in told) return told;
    if ('jump' in told) return { type: 'jump', to: told.jump };
    if ('fire' in told)
      return { type: 'fire-timer', occurrence: occurrenceOf(told.fire, 'boundary', 'start', 'arm', 'catch') };
    const occurrence = occurrenceOf(told.complete, 'task', 'job', 'catch');
    return { type: 'complete', occurrence, ...(told.output && { output: told.output }) };
  };
  return applyCommand(process, state, command(), AT).state;
}

async function prepared({ old, next, told = [], input = {}, mapping = {} }: Case) {
  const [from, to] = [await compile(old), await compile(next)];
  const state = told.reduce((now, each) => tell(from, now, each), startProcess(from, input, AT).state);
  const request = { from, to, state, mapping };
  const plan = planMigration(request);
  expect(plan).toMatchSnapshot('plan');
  return { request, plan };
}

const shown = ({ effects, state }: Migration) => ({
  effects: effects.map((effect) => `${effect.type} ${'element' in effect ? effect.element : ''}`),
  open: openOf(state).map(([, { role, element }]) => `${role} ${element}`),
});

async function migrated(given: Case) {
  const { request } = await prepared(given);
  const migration = migrateInstance(request, LATER);
  expect(JSON.stringify(migration)).toMatchSnapshot('migrated');
  const goOn = (...told: Told[]) =>
    openOf(told.reduce((now, each) => tell(request.to, now, each), migration.state)).map(
      ([, { role, element }]) => `${role} ${element}`,
    );
  return { ...shown(migration), goOn, state: migration.state };
}

const upTo = (element: string) => `start S\n${element}\nS -> A`;
const around = (inner: string) =>
  `start S\nsubprocess Sub {\nstart S1\nuser A\nS1 -> A\n${inner}\n}\nS -> Sub`;
const handler = (trigger: string, more = '') =>
  `eventsubprocess Event {\nstart T ${trigger}\nuser H\nT -> H\n${more}\n}`;

describe('why an instance cannot move', () => {
  it.each<[string, string, Case]>([
    ['it has ended', ' P ended', { old: upTo('user A'), next: upTo('user A'), told: [{ complete: 'A' }] }],
    [
      'it was cancelled',
      ' P ended',
      { old: upTo('user A'), next: upTo('user A'), told: [{ type: 'cancel' }] },
    ],
    ['a task has become a job', '1 A kind-changed', { old: upTo('manual A'), next: upTo('service A') }],
    [
      'a task is repeated in a loop now',
      '1 A repetition-changed',
      { old: upTo('user A'), next: upTo('user A loop="x" max=3') },
    ],
    [
      'a loop has become several instances',
      '1 A repetition-changed,2 A repetition-changed',
      { old: upTo('user A loop="x" max=3'), next: upTo('user A multi=1') },
    ],
    [
      'several instances come one after the other now',
      '1 A repetition-changed,2 A repetition-changed',
      { old: upTo('user A multi=1'), next: upTo('user A multi=1 sequential') },
    ],
    [
      'a timer waits for a message now',
      '1 A trigger-changed',
      { old: upTo('catch A timer=PT1H'), next: upTo('catch A message=M') },
    ],
    [
      'an element has moved out of its sub-process',
      '2 A scope-changed',
      {
        old: around(''),
        next: 'start S\nsubprocess Sub {\nstart S1\nuser B\nS1 -> B\n}\nuser A\nS -> Sub -> A',
      },
    ],
    [
      'an element has moved into a sub-process',
      '1 A scope-changed',
      { old: upTo('user A'), next: around('') },
    ],
    [
      'an element is mapped to none',
      '1 A element-missing',
      { old: upTo('user A'), next: upTo('user A'), mapping: { A: 'B' } },
    ],
    [
      'an event sub-process that runs has gone',
      '3 Event element-missing,4 H element-missing',
      {
        old: `${upTo('user A')}\n${handler('timer=PT1H nonInterrupting')}`,
        next: upTo('user A'),
        told: [{ fire: 'T' }],
      },
    ],
    [
      'the branch a token came by has gone',
      '3 J flow-missing',
      {
        old: 'start S\nand F\nuser A\nuser B\nand J\nend E\nS -> F\nF -> A -> J\nF -> B -> J\nJ -> E',
        next: 'start S\nand F\nuser A\nuser B\nuser C\nand J\nend E\nS -> F\nF -> A -> E\nF -> B -> J\nF -> C -> J\nJ -> E',
        told: [{ complete: 'A' }],
      },
    ],
  ])('is that %s', async (_, blocked, given) => {
    const { plan, request } = await prepared(given);
    expect(
      plan.blocked.map(({ occurrence, element, code }) => `${occurrence} ${element} ${code}`).join(),
    ).toBe(blocked);
    expect(plan.isPossible).toBe(false);
    const [first] = plan.blocked;
    expect(() => migrateInstance(request, LATER)).toThrow(
      expect.objectContaining({ code: 'wrong-kind', message: `${first!.element}: ${first!.message.en}` }),
    );
  });

  it.each<[string, Case]>([
    ['manual instead of by its form', { old: upTo('user A'), next: upTo('manual A') }],
    ['by its form instead of manual', { old: upTo('manual A'), next: upTo('user A') }],
    ['repeated alike', { old: upTo('user A loop="x" max=3'), next: upTo('user A loop="y" max=4') }],
    [
      'repeated in sequence alike',
      { old: upTo('user A multi=3 sequential'), next: upTo('user A multi=4 sequential') },
    ],
    ['sending another message', { old: upTo('send A message=M'), next: upTo('send A') }],
    [
      'in a process that is suspended',
      { old: upTo('user A'), next: upTo('user A'), told: [{ type: 'suspend' }] },
    ],
  ])('is not that a step is done %s', async (_, given) => {
    const { plan, request } = await prepared(given);
    expect(plan).toMatchObject({ isPossible: true, withdraws: [], blocked: [] });
    expect(migrateInstance(request, LATER)).toMatchObject({
      effects: [],
      state: { open: request.state['open'] },
    });
  });
});

describe('what is armed and what is withdrawn', () => {
  const two = (boundary: string) =>
    `start S\nand F\nuser A\nuser C\n${boundary}\nuser X\nS -> F\nF -> A\nF -> C\nB -> X`;
  const twice = (boundary: string) =>
    `start S\nand F\nxor M\nuser A\n${boundary}\nuser X\nS -> F\nF -one-> M\nF -two-> M\nM -> A\nB -> X`;
  const race = (first: string, second: string) =>
    `start S\nrace R\ncatch A ${first}\ncatch B ${second}\nuser X\nuser Y\nS -> R\nR -> A -> X\nR -> B -> Y`;
  const undone = (more: string) =>
    `start S\nuser A\nboundary Back on=A compensate\nuser Undo forCompensation\nundo Back Undo\nthrow All compensate\nend E\n${more}\nS -> A -> All -> E`;
  const loopEnd = 'user A\nuser X\nA -> X';

  it.each<[string, Case, string[], string[]]>([
    [
      'a boundary that has moved to another step',
      { old: two('boundary B on=A timer=PT1H'), next: two('boundary B on=C timer=PT1H') },
      ['cancel-timer B', 'schedule-timer B'],
      ['task A', 'task C', 'boundary B'],
    ],
    [
      'a boundary that has moved after it went off',
      {
        old: two('boundary B on=A timer=PT1H nonInterrupting'),
        next: two('boundary B on=C timer=PT1H nonInterrupting'),
        told: [{ fire: 'B' }],
      },
      ['schedule-timer B'],
      ['task A', 'task C', 'task X', 'boundary B'],
    ],
    [
      'a boundary that waits for time, where it caught an error',
      { old: two('boundary B on=A error=E1'), next: two('boundary B on=A timer=PT1H') },
      ['schedule-timer B'],
      ['task A', 'task C', 'boundary B'],
    ],
    [
      'an error boundary that is new, without anything',
      {
        old: two('boundary B on=A timer=PT1H'),
        next: two('boundary B on=A timer=PT1H\nboundary N on=A error=E1\nN -> X'),
      },
      [],
      ['task A', 'boundary B', 'task C'],
    ],
    [
      'another trigger of a reminder, where that has not gone off',
      {
        old: twice('boundary B on=A timer=PT1H nonInterrupting'),
        next: twice('boundary B on=A message=M nonInterrupting'),
        told: [{ fire: 'B' }],
      },
      ['cancel-timer B', 'subscribe B'],
      ['task A', 'task A', 'task X', 'boundary B'],
    ],
    [
      'nothing, where the first of two reminders is kept',
      {
        old: twice('boundary B on=A timer=PT1H nonInterrupting'),
        next: twice('boundary B on=A timer=PT2H nonInterrupting'),
        told: [{ fire: 'B' }],
      },
      [],
      ['task A', 'task A', 'boundary B', 'task X'],
    ],
    [
      'a boundary of several instances, once',
      {
        old: upTo('user A multi=2'),
        next: upTo('user A multi=2\nboundary B on=A timer=PT1H\nuser X\nB -> X'),
      },
      ['schedule-timer B'],
      ['multi A', 'task A', 'task A', 'boundary B'],
    ],
    [
      'no boundary of a step whose second token is to come',
      {
        old: upTo('user A startQuantity=2'),
        next: upTo('user A startQuantity=2\nboundary B on=A timer=PT1H\nuser X\nB -> X'),
      },
      [],
      ['join A'],
    ],
    [
      'no boundary of a step that is over and has no way out',
      {
        old: upTo('user A\nuser X\nA -> X : x = 1'),
        next: upTo('user A\nuser X\nA -> X : x = 1\nboundary B on=A timer=PT1H\nB -> X'),
        told: [{ complete: 'A' }],
      },
      [],
      ['stuck A'],
    ],
    [
      'an event sub-process of the process',
      { old: upTo('user A'), next: `${upTo('user A')}\n${handler('timer=PT1H')}` },
      ['schedule-timer T'],
      ['task A', 'start T'],
    ],
    [
      'an event sub-process of an open sub-process, with its start alone',
      { old: around(''), next: around(handler('timer=PT1H', 'catch W timer=PT2H\nH -> W')) },
      ['schedule-timer T'],
      ['scope Sub', 'task A', 'start T'],
    ],
    [
      'no event sub-process for an error',
      { old: around(''), next: around(handler('error=E1')) },
      [],
      ['scope Sub', 'task A'],
    ],
    [
      'an event sub-process that has gone, off',
      { old: around(handler('timer=PT1H')), next: around('') },
      ['cancel-timer T'],
      ['scope Sub', 'task A'],
    ],
    [
      'an event sub-process that has moved outward',
      { old: around(handler('timer=PT1H')), next: `${around('')}\n${handler('timer=PT1H')}` },
      ['cancel-timer T', 'schedule-timer T'],
      ['scope Sub', 'task A', 'start T'],
    ],
    [
      'an event sub-process that has become a start',
      {
        old: `${upTo('user A')}\n${handler('timer=PT1H')}`,
        next: 'start S\nstart T timer=PT1H\nuser A\nS -> A\nT -> A',
      },
      ['cancel-timer T'],
      ['task A'],
    ],
    [
      'an event sub-process for another event',
      { old: around(handler('timer=PT1H')), next: around(handler('signal=Go')) },
      ['cancel-timer T', 'subscribe T'],
      ['scope Sub', 'task A', 'start T'],
    ],
    [
      'no event sub-process again that has gone off',
      {
        old: around(handler('timer=PT1H nonInterrupting')),
        next: around(handler('signal=Go nonInterrupting')),
        told: [{ fire: 'T' }],
      },
      [],
      ['scope Sub', 'task A', 'scope Event', 'task H'],
    ],
    [
      'another event of a sub-process, where it has not gone off',
      {
        old: `start S\nand F\nxor M\nsubprocess Sub {\nstart S1\nuser A\nS1 -> A\n${handler('timer=PT1H nonInterrupting')}\n}\nS -> F\nF -one-> M\nF -two-> M\nM -> Sub`,
        next: `start S\nand F\nxor M\nsubprocess Sub {\nstart S1\nuser A\nS1 -> A\n${handler('signal=Go nonInterrupting')}\n}\nS -> F\nF -one-> M\nF -two-> M\nM -> Sub`,
        told: [{ fire: 'T' }],
      },
      ['cancel-timer T', 'subscribe T'],
      ['scope Sub', 'scope Sub', 'task A', 'task A', 'scope Event', 'task H', 'start T'],
    ],
    [
      'nothing where an event sub-process has taken over the process',
      {
        old: `${upTo('user A')}\n${handler('timer=PT1H')}`,
        next: `${upTo('user A')}\n${handler('timer=PT1H')}\n${handler('signal=Go').replaceAll(/\b(Event|T|H)\b/g, '$12')}`,
        told: [{ fire: 'T' }],
      },
      [],
      ['scope Event', 'task H'],
    ],
    [
      'nothing where an event sub-process has taken over its sub-process',
      {
        old: around(handler('timer=PT1H')),
        next: around(
          `${handler('timer=PT1H')}\n${handler('signal=Go').replaceAll(/\b(Event|T|H)\b/g, '$12')}`,
        ),
        told: [{ fire: 'T' }],
      },
      [],
      ['scope Sub', 'scope Event', 'task H'],
    ],
    [
      'all events of a race that wait for something else',
      { old: race('timer=PT1H', 'timer=PT2H'), next: race('message=M', 'signal=Go') },
      ['cancel-timer A', 'cancel-timer B', 'subscribe A', 'subscribe B'],
      ['race R', 'arm A', 'arm B'],
    ],
    [
      'an event that a race no longer leads to',
      {
        old: race('timer=PT1H', 'message=M'),
        next: 'start S\nrace R\ncatch A timer=PT1H\ncatch C timer=PT3H\ncatch B message=M\nuser X\nuser Y\nS -> R\nR -> A -> X\nR -> C -> B -> Y',
      },
      ['unsubscribe B', 'schedule-timer C'],
      ['race R', 'arm A', 'arm C'],
    ],
    [
      'the second of two triggers',
      { old: upTo('catch A timer=PT1H message=M'), next: upTo('catch A message=M') },
      ['cancel-timer A'],
      ['race A', 'arm A'],
    ],
    [
      'data that a condition has waited for',
      {
        old: upTo('user A\nboundary B on=A condition="n > 5"\nuser X\nB -> X'),
        next: upTo('user A\nboundary B on=A condition="n > 1"\nuser X\nB -> X'),
        input: { n: 3 },
      },
      ['cancel-task A', 'open-task X'],
      ['task X'],
    ],
    [
      'data in a process that is suspended',
      {
        old: upTo('user A\nboundary B on=A condition="n > 5"\nuser X\nB -> X'),
        next: upTo('user A\nboundary B on=A condition="n > 1"\nuser X\nB -> X'),
        input: { n: 3 },
        told: [{ type: 'suspend' }],
      },
      [],
      ['task A', 'boundary B'],
    ],
    [
      'nothing that the way behind a step has',
      { old: upTo(loopEnd), next: upTo(`${loopEnd}\nboundary B on=X timer=PT1H\nuser Y\nB -> Y`) },
      [],
      ['task A'],
    ],
  ])('is %s', async (_, given, effects, open) => {
    const result = await migrated(given);
    expect({ effects: result.effects, open: result.open }).toEqual({ effects, open });
  });

  it.each<[string, Case, string[], string[]]>([
    [
      'no reminder again that has gone off, though another event of its step is withdrawn',
      {
        old: `${two('boundary B on=A timer=PT1H nonInterrupting')}\nboundary D on=A message=M\nD -> X`,
        next: two('boundary B on=A timer=PT1H nonInterrupting'),
        told: [{ fire: 'B' }],
      },
      ['unsubscribe D'],
      ['task A', 'task C', 'task X'],
    ],
    [
      'no event of several triggers again that has gone off',
      {
        old: two('boundary B on=A timer=PT1H escalation=L nonInterrupting'),
        next: two('boundary B on=A timer=PT2H escalation=L nonInterrupting'),
        told: [{ fire: 'B' }],
      },
      [],
      ['task A', 'task C', 'task X'],
    ],
    [
      'a boundary of a step that undoes another',
      {
        old: undone(''),
        next: undone('boundary N on=Undo timer=PT1H\nuser Z\nN -> Z'),
        told: [{ complete: 'A' }],
      },
      ['schedule-timer N'],
      ['undo All', 'task Undo', 'boundary N'],
    ],
    [
      'an event that a race leads to in the new version',
      {
        old: race('timer=PT1H', 'message=M'),
        next: `${race('timer=PT1H', 'message=M')}\ncatch C timer=PT3H\nR -> C -> X`,
      },
      ['schedule-timer C'],
      ['race R', 'arm A', 'arm B', 'arm C'],
    ],
    [
      'one event of a race that waits for something else',
      { old: race('timer=PT1H', 'message=M'), next: race('timer=PT1H', 'signal=Go') },
      ['unsubscribe B', 'subscribe B'],
      ['race R', 'arm A', 'arm B'],
    ],
    [
      'a second trigger, beside the one that stands',
      { old: upTo('catch A message=M timer=PT1H'), next: upTo('catch A message=M signal=Go timer=PT1H') },
      ['cancel-timer A', 'subscribe A', 'schedule-timer A'],
      ['race A', 'arm A', 'arm A', 'arm A'],
    ],
    [
      'nothing again of several triggers that are all needed',
      {
        old: upTo('catch A timer=PT1H date=2026-02-01 parallelMultiple'),
        next: upTo('catch A timer=PT1H date=2026-02-01 parallelMultiple'),
        told: [{ fire: 'A' }],
      },
      [],
      ['race A', 'arm A'],
    ],
  ])('is %s', async (_, given, effects, open) => {
    const result = await migrated(given);
    expect({ effects: result.effects, open: result.open }).toEqual({ effects, open });
  });

  it('is no boundary of a step before which a circle was stopped', async () => {
    const next = upTo('script A script="1"\nboundary B on=A timer=PT1H\nuser Y\nB -> Y');
    const { request } = await prepared({ old: upTo('script A script="1"'), next });
    const incident = { code: 'loop.endless', phase: 'arrive', message: { vi: '', en: '' } };
    const open = { 1: { element: 'A', role: 'stuck', incident } };
    const state: ProcessState = { ...request.state, status: 'running', next: 2, open };
    expect(migrateInstance({ ...request, state }, LATER)).toMatchObject({ effects: [], state: { open } });
  });

  it('brings a token back to a race that is in a sub-process', async () => {
    const inside = (event: string) =>
      `start S\nsubprocess Sub {\nstart S1\nrace R\ncatch A ${event}\nuser X\nS1 -> R\nR -> A -> X\n}\nS -> Sub`;
    const { open, goOn } = await migrated({ old: inside('message=M'), next: inside('timer=PT2H') });
    expect(open).toEqual(['scope Sub', 'race R', 'arm A']);
    expect(goOn({ fire: 'A' })).toEqual(['scope Sub', 'task X']);
  });
});

describe('what an instance remembers', () => {
  const join = (first: string, second: string, extra = '') =>
    `start S\nand F\nuser A\nuser B\nand J\nuser C\nend E\nS -> F\nF -> A\nF -> B\nA -${first}-> J\nB -${second}-> J\nJ -> C -> E${extra}`;

  it.each<[string, Case]>([
    ['by its id', { old: join('f1', 'f2'), next: join('f1', 'f2') }],
    ['by where it comes from', { old: join('f1', 'f2'), next: join('f2', 'f1') }],
    [
      'by where it comes from, renamed',
      { old: join('f1', 'f2'), next: join('f8', 'f9').replaceAll(/\bB\b/g, 'N'), mapping: { B: 'N' } },
    ],
    [
      'by the flow it is mapped to',
      {
        old: join('f1', 'f2'),
        next: join('f8', 'f9').replaceAll(/\bB\b/g, 'N'),
        mapping: { A: 'A', f2: 'f9' },
      },
    ],
    [
      'by its id from a new step',
      { old: join('f1', 'f2'), next: join('f1', 'f2').replace('B -f2-> J', 'user N\nB -> N\nN -f2-> J') },
    ],
  ])('is the branch by which a token came to a join: %s', async (_, given) => {
    const { goOn } = await migrated({ ...given, told: [{ complete: 'B' }] });
    expect(goOn({ complete: 'A' })).toEqual(['task C']);
  });

  it('is the one of two branches from the same gateway by its id', async () => {
    const drawing =
      'start S\nor G\nuser B\nand J\nuser C\nS -> G\nG -g1-> J : true\nG -g2-> J : true\nG -> B\nB -> J\nJ -> C';
    const { state } = await migrated({ old: drawing, next: drawing });
    expect(openOf(state).map(([, each]) => each)).toContainEqual(
      expect.objectContaining({ element: 'J', tokens: { g1: 1, g2: 1 } }),
    );
  });

  it('is the branch that it is mapped to, whatever the drawing says', async () => {
    const given = { old: join('f1', 'f2'), next: join('f1', 'f2'), told: [{ complete: 'B' }] };
    const { state } = await migrated({ ...given, mapping: { f2: 'f1' } });
    expect(openOf(state).map(([, each]) => each)).toContainEqual(
      expect.objectContaining({ element: 'J', tokens: { f1: 1 } }),
    );
  });

  it('is a token that came to a join by no branch', async () => {
    const { open, state } = await migrated({
      old: join('f1', 'f2'),
      next: join('f8', 'f9'),
      told: [{ jump: 'J' }],
    });
    expect(open).toEqual(['join J']);
    expect(openOf(state)[0]![1]).toMatchObject({ tokens: { '': 1 } });
  });

  it('is which branches a complex gateway has fired with', async () => {
    const fork = (first: string, second: string) =>
      `start S\nand F\nuser A\nuser B\ncomplex K activation="activationCount >= 1"\nuser C\nS -> F\nF -> A\nF -> B\nA -${first}-> K\nB -${second}-> K\nK -> C`;
    const { goOn } = await migrated({
      old: fork('f1', 'f2'),
      next: fork('f2', 'f1'),
      told: [{ complete: 'A' }],
    });
    expect(goOn({ complete: 'B' })).toEqual(['task C']);
  });

  it('is what an ad-hoc sub-process has still to do', async () => {
    const adHoc = (...steps: string[]) =>
      `start S\nadhoc Sub ordering=Sequential {\n${steps.map((step) => `user ${step}`).join('\n')}\n}\nuser X\nS -> Sub -> X`;
    const { goOn } = await migrated({
      old: adHoc('A', 'B', 'C', 'D'),
      next: adHoc('A', 'N', 'D'),
      mapping: { B: 'N' },
    });
    expect(goOn({ complete: 'A' })).toEqual(['scope Sub', 'task N']);
    expect(goOn({ complete: 'A' }, { complete: 'N' })).toEqual(['scope Sub', 'task D']);
    expect(goOn({ complete: 'A' }, { complete: 'N' }, { complete: 'D' })).toEqual(['task X']);
  });

  it('is what compensation has to undo, by the names of the new version', async () => {
    const drawn = (step: string, sub: string) => `
      start S
      subprocess ${sub} {
        start S1
        user ${step}
        boundary Back on=${step} compensate
        user Undo forCompensation
        undo Back Undo
        end E1
        S1 -> ${step} -> E1
        eventsubprocess Whole {
          start T compensate
          throw Inner compensate
          end E2
          T -> Inner -> E2
        }
      }
      user Other
      boundary Back2 on=Other compensate
      user Undo2 forCompensation
      undo Back2 Undo2
      user Next
      throw All compensate
      end E
      S -> ${sub} -> Other -> Next -> All -> E`;
    const { goOn } = await migrated({
      old: drawn('A', 'Sub'),
      next: drawn('B', 'Part').replaceAll(/\bOther\b/g, 'More'),
      told: [{ complete: 'A' }, { complete: 'Other' }],
      mapping: { A: 'B', Sub: 'Part', Other: 'More' },
    });
    expect(goOn({ complete: 'Next' })).toEqual(['undo All', 'task Undo2']);
    expect(goOn({ complete: 'Next' }, { complete: 'Undo2' })).toEqual([
      'undo All',
      'scope Whole',
      'undo Inner',
      'task Undo',
    ]);
  });

  it('is what compensation has to undo in a sub-process that is open', async () => {
    const drawn = (step: string) => `
      start S
      subprocess Sub {
        start S1
        user ${step}
        boundary Back on=${step} compensate
        user Undo forCompensation
        undo Back Undo
        user Next
        throw All compensate
        S1 -> ${step} -> Next -> All
      }
      S -> Sub`;
    const { goOn } = await migrated({
      old: drawn('A'),
      next: drawn('B'),
      told: [{ complete: 'A' }],
      mapping: { A: 'B' },
    });
    expect(goOn({ complete: 'Next' })).toEqual(['scope Sub', 'undo All', 'task Undo']);
  });
});
