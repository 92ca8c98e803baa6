import { describe, expect, it } from '@jest/globals';
import { migrateInstance } from '../../engine/index.ts';
import type { ProcessState } from '../../engine/types.ts';
import { around, type Case, handler, LATER, migrated, prepared, upTo } from '../support/migrate-drawn.ts';

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
