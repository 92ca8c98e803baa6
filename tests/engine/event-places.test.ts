import { describe, expect, it } from '@jest/globals';
import { compileProcess } from '../../engine/index.ts';
import { buildProcess } from '../support/build-process.ts';
import { rawProcess, saidOf } from '../support/said-of.ts';

const TRIGGERS = [
  'timer=PT1H',
  'message=m',
  'signal=s',
  'condition="a = 1"',
  'error=e',
  'escalation=l',
  'compensate',
  'link=x',
  'terminate',
  'cancel',
];
const TOLD = ['event.trigger', 'event.must-interrupt', 'sub-process.start-trigger'];
const OUTSIDE = ['timer', 'message', 'signal', 'condition'];
const undoOf = (options: string) => (options === 'compensate' ? '\nuser U forCompensation\nundo X U' : '');
const onTask = (options: string) => `start S\nuser A\nboundary X on=A ${options}\nS -> A`;
const aside = (options: string) =>
  `start S\nuser A\nS -> A\neventsubprocess H {\nstart X ${options}\nuser B\nX -> B\n}`;

describe('an event is told of every trigger it cannot have where it stands', () => {
  it.each<[string, string[], (options: string) => string]>([
    ['as a start', OUTSIDE, (options) => `start X ${options}\nuser A\nX -> A`],
    [
      'as a start beside the work',
      OUTSIDE,
      (options) => `start X ${options} nonInterrupting\nuser A\nX -> A`,
    ],
    [
      'as the start of a sub-process',
      [],
      (options) => `start S\nsubprocess Sub {\nstart X ${options}\n}\nS -> Sub`,
    ],
    ['as the start of an event sub-process', [...OUTSIDE, 'error', 'escalation', 'compensate'], aside],
    [
      'as the start of an event sub-process beside the work',
      [...OUTSIDE, 'escalation', 'compensate'],
      (options) => aside(`${options} nonInterrupting`),
    ],
    [
      'where it catches',
      [...OUTSIDE, 'link'],
      (options) => `start S\ncatch X ${options}\nuser A\nS -> X -> A`,
    ],
    [
      'where it throws',
      ['message', 'signal', 'escalation', 'compensate', 'link'],
      (options) => `start S\nthrow X ${options}\ncatch C link=x\nend E\nS -> X\nC -> E`,
    ],
    [
      'at an end',
      ['message', 'signal', 'error', 'escalation', 'compensate', 'terminate'],
      (options) => `start S\nend X ${options}\nS -> X`,
    ],
    [
      'at an end inside a transaction',
      ['message', 'signal', 'error', 'escalation', 'compensate', 'terminate', 'cancel'],
      (options) =>
        `start S\ntransaction T {\nsubprocess Sub {\nend X ${options}\n}\n}\nboundary N on=T cancel\nS -> T`,
    ],
    [
      'on the border of a task',
      [...OUTSIDE, 'error', 'escalation', 'compensate'],
      (options) => onTask(options) + undoOf(options),
    ],
    [
      'on the border of a task beside its work',
      [...OUTSIDE, 'escalation', 'compensate'],
      (options) => onTask(`${options} nonInterrupting`) + undoOf(options),
    ],
    [
      'on the border of a transaction',
      [...OUTSIDE, 'error', 'escalation', 'compensate', 'cancel'],
      (options) => `start S\ntransaction T {\nend E\n}\nboundary X on=T ${options}\nS -> T${undoOf(options)}`,
    ],
  ])('%s', async (_, allowed, drawn) => {
    const fitting: string[] = [];
    for (const trigger of TRIGGERS) {
      const { diagnostics } = await compileProcess(buildProcess(drawn(trigger)));
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      expect(errors.every(({ code, element }) => TOLD.includes(code) && element === 'X')).toBe(true);
      if (errors.length === 0) fitting.push(trigger.replace(/=.*/, ''));
    }
    expect(fitting).toEqual(allowed);
  });

  it.each([
    ['an error', onTask('error=e nonInterrupting'), ['error event.must-interrupt X']],
    ['a cancel', onTask('cancel nonInterrupting'), ['error event.trigger X', 'error event.must-interrupt X']],
    [
      'an error that may not stand there anyhow',
      'start X error=e nonInterrupting\nuser A\nX -> A',
      ['error event.trigger X'],
    ],
    [
      'an error that no sub-process starts by',
      'start S\nsubprocess Sub {\nstart X error=e nonInterrupting\n}\nS -> Sub',
      ['error sub-process.start-trigger X'],
    ],
  ])('and of what must interrupt: %s', async (_, drawing, said) => {
    expect(await saidOf(buildProcess(drawing))).toEqual(said);
  });
});

describe('a cancel end event', () => {
  const inTransaction = (end: string, more = '') =>
    `start S\ntransaction T {\nstart s\nend X ${end}\ns -> X\n}\nend E\nS -> T -> E\n${more}`;
  it.each([
    [
      'needs a cancel boundary event on its transaction',
      inTransaction('cancel'),
      ['warning transaction.no-cancel T'],
    ],
    [
      'does not do with a boundary event of another kind',
      inTransaction('cancel', 'boundary B on=T timer=PT1H'),
      ['warning transaction.no-cancel T'],
    ],
    [
      'is content with one of them',
      inTransaction('cancel', 'boundary B on=T timer=PT1H\nboundary C on=T cancel'),
      [],
    ],
    ['may throw more than that', inTransaction('cancel signal=s'), ['warning transaction.no-cancel T']],
    ['is not what every end of a transaction is', inTransaction('signal=s'), []],
    [
      'may be the only way out of a transaction inside another',
      `start S
        transaction Outer {
          start o
          transaction Inner {
            start i
            end X cancel
            i -> X
          }
          boundary C on=Inner cancel
          end F
          o -> Inner -> F
          C -> F
        }
        end E
        S -> Outer -> E`,
      [],
    ],
    [
      'outside of any transaction, in a sub-process',
      'start S\nsubprocess Sub {\nstart s\nend X cancel\ns -> X\n}\nS -> Sub',
      ['error event.trigger X'],
    ],
  ])('%s', async (_, drawing, said) => {
    expect(await saidOf(buildProcess(drawing))).toEqual(said);
  });

  it('has a boundary event that needs a host', async () => {
    const xml = rawProcess(
      '<startEvent id="S"/><userTask id="A"/><sequenceFlow id="f" sourceRef="S" targetRef="A"/><boundaryEvent id="B"><cancelEventDefinition/></boundaryEvent>',
    );
    expect(await saidOf(xml)).toEqual([
      'error boundary.no-host B',
      'warning node.unreachable B',
      'error event.trigger B',
    ]);
  });
});

describe('the beginning of a scope', () => {
  const within = (kind: string, inside: string) =>
    `start S\nuser A\n${kind} Sub {\n${inside}\n}\n${kind === 'eventsubprocess' ? 'S -> A' : 'S -> Sub -> A'}`;
  it.each([
    [
      'is one of several plain start events, one of which is taken',
      'start S\nstart T\nuser A\nS -> A\nT -> A',
      ['warning process.several-starts P'],
    ],
    ['may be by one of several events', 'start S\nstart T message=m\nuser A\nS -> A\nT -> A', []],
    [
      'must be somewhere',
      'user A\nuser B\nA -> B -> A',
      ['error process.no-start P', 'warning node.unreachable A', 'warning node.unreachable B'],
    ],
    [
      'is one of several plain start events in a sub-process too',
      within('subprocess', 'start s\nstart t\nuser B\ns -> B\nt -> B'),
      ['warning process.several-starts Sub'],
    ],
    [
      'of a sub-process is not an event',
      within('subprocess', 'start s message=m\nuser B\ns -> B'),
      ['error sub-process.start-trigger s'],
    ],
    [
      'of a sub-process is not an event, although another start event is plain',
      within('subprocess', 'start s message=m signal=x\nstart t\nuser B\ns -> B\nt -> B'),
      ['error sub-process.start-trigger s', 'error sub-process.start-trigger s'],
    ],
    [
      'of a sub-process must be somewhere',
      within('subprocess', 'user B\nuser C\nB -> C -> B'),
      ['error sub-process.no-start Sub', 'warning node.unreachable B', 'warning node.unreachable C'],
    ],
    ['may be missing in a sub-process that is empty', within('subprocess', ''), []],
    [
      'is missing in an ad-hoc sub-process that is empty',
      within('adhoc', ''),
      ['error sub-process.no-start Sub'],
    ],
    ['is anywhere in an ad-hoc sub-process', within('adhoc', 'user B\nuser C'), []],
    [
      'of an event sub-process is one event',
      within('eventsubprocess', 'start s signal=x\nstart t signal=y\nuser B\ns -> B\nt -> B'),
      ['error event-sub-process.start Sub'],
    ],
    [
      'of an event sub-process is an event',
      within('eventsubprocess', 'start s\nuser B\ns -> B'),
      ['error event-sub-process.start Sub'],
    ],
    [
      'of an event sub-process is there',
      within('eventsubprocess', 'user B'),
      ['error event-sub-process.start Sub'],
    ],
    [
      'of an event sub-process is told of once',
      within('eventsubprocess', 'start s message\nuser B\ns -> B'),
      ['error message.no-name s'],
    ],
  ])('%s', async (_, drawing, said) => {
    expect(await saidOf(buildProcess(drawing))).toEqual(said);
  });
});
