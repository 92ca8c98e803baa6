import { describe, expect, it } from '@jest/globals';
import {
  applyCommand,
  compileProcess,
  migrateInstance,
  planMigration,
  startProcess,
} from '../../engine/index.ts';
import type { Process, ProcessState } from '../../engine/types.ts';
import { buildProcess } from '../support/build-process.ts';

const AT = '2026-01-05T00:00:00.000Z';
const compile = async (drawing: string): Promise<Process> => {
  const { process, diagnostics } = await compileProcess(buildProcess(drawing));
  if (!process) throw new Error(JSON.stringify(diagnostics));
  return process;
};
const openOf = (state: ProcessState) =>
  Object.values(state['open'] as Record<string, { element: string; role: string }>).map(
    (each) => `${each.role} ${each.element}`,
  );

async function migrate(old: string, next: string, mapping: Record<string, string> = {}) {
  const [from, to] = [await compile(old), await compile(next)];
  const { state } = startProcess(from, {}, AT);
  const request = { from, to, state, mapping };
  const plan = planMigration(request);
  expect(plan).toMatchSnapshot('plan');
  const run = () => {
    const step = migrateInstance(request, AT);
    expect(JSON.stringify(step)).toMatchSnapshot('migrated');
    return step;
  };
  return { request, plan, to, run };
}

describe('migrating a running instance', () => {
  it('keeps an open task and goes on by the new version', async () => {
    const { plan, run, to } = await migrate(
      'start S\nuser A\nend E\nS -> A -> E',
      'start S\nuser A\nuser Check\nend E\nS -> A -> Check -> E',
    );
    expect(plan).toMatchObject({ isPossible: true, moves: [{ occurrence: '1', from: 'A', to: 'A' }] });
    const { state, effects } = run();
    expect(effects).toEqual([]);
    const next = applyCommand(to, state, { type: 'complete', occurrence: '1' }, AT);
    expect(openOf(next.state)).toEqual(['task Check']);
  });

  it('follows a mapping of renamed elements', async () => {
    const { run } = await migrate('start S\nuser A\nS -> A', 'start S\nuser B\nS -> B', { A: 'B' });
    expect(openOf(run().state)).toEqual(['task B']);
  });

  it('refuses with a reason when an open element is gone', async () => {
    const { plan, run } = await migrate('start S\nuser A\nS -> A', 'start S\nuser B\nS -> B');
    expect(plan.isPossible).toBe(false);
    expect(plan.blocked).toMatchObject([{ element: 'A', code: 'element-missing' }]);
    expect(run).toThrow(expect.objectContaining({ name: 'CommandRefused' }));
  });

  it.each([
    ['kind-changed', 'user A', 'service A'],
    ['repetition-changed', 'user A', 'user A multi=3'],
    ['trigger-changed', 'catch A timer=PT1H', 'catch A message=M'],
  ])('refuses %s', async (code, old, next) => {
    const { plan } = await migrate(`start S\n${old}\nS -> A`, `start S\n${next}\nS -> A`);
    expect(plan.blocked).toMatchObject([{ code }]);
  });

  it('refuses when the element has moved into another sub-process', async () => {
    const { plan } = await migrate(
      'start S\nuser A\nS -> A',
      'start S\nsubprocess Sub {\nstart S2\nuser A\nS2 -> A\n}\nS -> Sub',
    );
    expect(plan.blocked).toMatchObject([{ code: 'scope-changed' }]);
  });

  it('keeps timers with their due time, arms new boundary events and withdraws old ones', async () => {
    const { run, plan } = await migrate(
      'start S\nuser A\nboundary T on=A timer=PT1H\nboundary Old on=A message=M\nuser X\nuser Y\nS -> A\nT -> X\nOld -> Y',
      'start S\nuser A\nboundary T on=A timer=PT9H\nboundary New on=A timer=PT2H\nuser X\nuser Y\nS -> A\nT -> X\nNew -> Y',
    );
    expect(plan.withdraws).toMatchObject([{ element: 'Old' }]);
    const { state, effects } = run();
    expect(effects.map((effect) => [effect.type, 'element' in effect && effect.element])).toEqual([
      ['unsubscribe', 'Old'],
      ['schedule-timer', 'New'],
    ]);
    expect(Object.values(state['open'] as object)).toContainEqual(
      expect.objectContaining({ element: 'T', due: '2026-01-05T01:00:00.000Z' }),
    );
  });

  it('moves through multi-instances, sub-processes, calls and joins', async () => {
    const drawing = (extra: string) => `
      start S
      and F
      user A multi=2
      subprocess Sub {
        start S2
        user B
        S2 -> B
      }
      call C calls=P
      service D
      and J
      user After ${extra}
      S -> F
      F -> A -> J
      F -> Sub -> J
      F -> C -> J
      F -> D -> J
      J -> After`;
    const from = await compile(drawing(''));
    const to = await compile(drawing('motcua:role=chief'));
    let { state } = startProcess(from, {}, AT);
    const job = Object.entries(state['open'] as Record<string, { role: string }>).find(
      ([, o]) => o.role === 'job',
    )!;
    state = applyCommand(from, state, { type: 'job-done', occurrence: job[0] }, AT).state;
    const before = openOf(state);
    expect(before).toContain('join J');
    const { state: after, plan } = migrateInstance({ from, to, state }, AT);
    expect(plan.moves).toHaveLength(before.length);
    expect(openOf(after)).toEqual(before);
  });

  it('leaves everything as it is when the versions are the same, armed event sub-processes too', async () => {
    const drawing = `
      start S
      subprocess Sub {
        start S2
        user Work
        S2 -> Work
        eventsubprocess Event {
          start T timer=PT1H
          user Handle
          T -> Handle
        }
      }
      S -> Sub`;
    const { request, run } = await migrate(drawing, drawing);
    const { state, effects } = run();
    expect(effects).toEqual([]);
    expect(state).toEqual(request.state);
  });
});

describe('migrating what has happened already', () => {
  const drawn = (rest: string) =>
    `start S\nuser A\nboundary Remind on=A timer=PT1H nonInterrupting\nuser Note\n${rest}\nS -> A\nRemind -> Note`;

  it('does not arm a reminder again that has gone off', async () => {
    const [from, to] = [await compile(drawn('')), await compile(drawn('user B\nA -> B'))];
    const started = startProcess(from, {}, AT);
    const timer = Object.entries(started.state['open'] as Record<string, { role: string }>).find(
      ([, { role }]) => role === 'boundary',
    )![0];
    const { state } = applyCommand(from, started.state, { type: 'fire-timer', occurrence: timer }, AT);
    const migrated = migrateInstance({ from, to, state }, AT);
    expect(migrated.effects).toEqual([]);
    expect(openOf(migrated.state)).toEqual(['task A', 'task Note']);
  });

  it('finds the branch a token came by when the flows are numbered anew', async () => {
    const join = (a: string, b: string) =>
      `start S\nand F\nuser A\nuser B\nand J\nuser C\nS -> F\nF -> A\nF -> B\nA -${a}-> J\nB -${b}-> J\nJ -> C`;
    const [from, to] = [await compile(join('f1', 'f2')), await compile(join('f2', 'f3'))];
    const started = startProcess(from, {}, AT);
    const tell = (process: Process, state: ProcessState, element: string) => {
      const open = Object.entries(state['open'] as Record<string, { element: string }>);
      const occurrence = open.find(([, each]) => each.element === element)![0];
      return applyCommand(process, state, { type: 'complete', occurrence }, AT).state;
    };
    const { state } = migrateInstance({ from, to, state: tell(from, started.state, 'B') }, AT);
    expect(openOf(tell(to, state, 'A'))).toEqual(['task C']);
  });
});
