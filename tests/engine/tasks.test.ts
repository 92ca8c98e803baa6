import { describe, expect, it } from '@jest/globals';
import { buildProcess } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';
import { given } from '../support/scenario.ts';

describe('Feature: user and manual tasks', () => {
  it('Given performers, then the task opens for them, FEEL parts worked out', async () => {
    const { effects } = await given(
      'start S\nuser A motcua:role=clerk motcua:unit="=receivingUnit" motcua:sameAs=A\nS -> A',
      { receivingUnit: 'H01.1' },
    );
    expect(effects).toContainEqual({
      type: 'open-task',
      occurrence: '1',
      element: 'A',
      input: {},
      performer: { unit: 'H01.1', role: 'clerk', sameAs: 'A' },
    });
  });

  it('Given a lane, then its role performs its tasks', async () => {
    const { process } = await given('lanes clerk: A; leader: B\nstart S\nuser A\nuser B\nS -> A -> B');
    expect(process.steps.map((step) => [step.id, step.performer, step.lane])).toEqual([
      ['A', { role: 'clerk' }, 'clerk'],
      ['B', { role: 'leader' }, 'leader'],
    ]);
  });

  it('Given Camunda attributes, then they stand in where ours are absent', async () => {
    const { process } = await given(
      'start S\nuser A camunda:assignee="${boss}" camunda:candidateGroups=g camunda:formKey=f\nS -> A',
    );
    expect(process.steps[0]).toMatchObject({ performer: { assignee: '=boss', role: 'g' }, form: 'f' });
  });

  it('Given work that answers nothing, then its result variable stays as it was', async () => {
    const xml = buildProcess('start S\nservice A camunda:resultVariable=r\nS -> A');
    expect((await keepTraced(xml, { input: { r: 1 } })).result.variables).toEqual({ r: 1 });
    const answered = await keepTraced(xml, { steps: [{ complete: 'A', output: { x: 2 } }] });
    expect(answered.result.variables).toEqual({ r: { x: 2 } });
  });

  it('Given output, then it is merged at the top level', async () => {
    const scenario = (await given('start S\nuser A\nuser B\nS -> A -> B', { a: 1 })).tell({
      complete: 'A',
      output: { a: 2, b: { c: 3 } },
    });
    expect(scenario.state.variables).toEqual({ a: 2, b: { c: 3 } });
  });

  it('Given output mappings, then only what they name leaves the step', async () => {
    const scenario = (
      await given('start S\nuser A in="x := a + 1" out="result.value := x + y"\nuser B\nS -> A -> B', {
        a: 1,
      })
    ).tell({ complete: 'A', output: { y: 3 } });
    expect(scenario.state.variables).toEqual({ a: 1, result: { value: 5 } });
  });

  it('Given an occurrence that is done, then completing it again is refused', async () => {
    const scenario = await given('start S\nuser A\nuser B\nS -> A -> B');
    const occurrence = scenario.occurrence('A');
    const done = scenario.tell({ complete: 'A' });
    expect(() => done.tell({ type: 'complete', occurrence })).toThrow(
      expect.objectContaining({ code: 'unknown-occurrence' }),
    );
  });
});

describe('Feature: service, business rule and send tasks', () => {
  it.each([
    ['service', 'service'],
    ['rule', 'businessRule'],
    ['send', 'send'],
  ])('Given a %s task, then a job runs and its result comes back', async (type, kind) => {
    const scenario = await given(`start S\n${type} A motcua:topic=t in="x := 1"\nuser B\nS -> A -> B`);
    expect(scenario.effects).toContainEqual({
      type: 'run-job',
      occurrence: '1',
      element: 'A',
      kind,
      topic: 't',
      input: { x: 1 },
    });
    const done = scenario.tell({ type: 'job-done', occurrence: '1', output: { ok: true } });
    expect(done.open()).toEqual(['B']);
    expect(done.state.variables).toEqual({ ok: true });
  });

  it('Given a trace whose plan does not name them, then they complete at once and show no wait', async () => {
    const xml = buildProcess('start S\nservice A\nservice B\nend E\nS -> A -> B -> E');
    const { events, result } = await keepTraced(xml, { steps: [{ complete: 'B', output: { b: 1 } }] });
    expect(events.filter((event) => event.type === 'wait').map((event) => event.element)).toEqual(['B']);
    expect(result).toMatchObject({ state: 'completed', variables: { b: 1 } });
  });
});

describe('Feature: script task', () => {
  it('Given FEEL and a result variable, then the result is kept', async () => {
    const scenario = await given(
      'start S\nscript A script="n + 1" motcua:resultVariable=n\nuser B\nS -> A -> B',
      {
        n: 1,
      },
    );
    expect(scenario.state.variables).toEqual({ n: 2 });
  });

  it('Given missing data, then that is an incident; corrected and retried it goes on', async () => {
    const stuck = await given(
      'start S\nscript A script="n + 1" motcua:resultVariable=n\nuser B\nS -> A -> B',
    );
    expect(stuck.effects).toContainEqual(
      expect.objectContaining({ type: 'incident', code: 'script.failed' }),
    );
    const retried = stuck
      .tell({ type: 'set-variables', variables: { n: 1 } })
      .tell({ type: 'retry', occurrence: stuck.occurrence('A') });
    expect(retried.state.variables).toEqual({ n: 2 });
    expect(retried.open()).toEqual(['B']);
  });

  it('Given a context without a result variable, then its entries become variables', async () => {
    const scenario = await given('start S\nscript A script="{ a: 1, b: 2 }"\nuser B\nS -> A -> B');
    expect(scenario.state.variables).toEqual({ a: 1, b: 2 });
  });
});

describe('Feature: token quantities', () => {
  it('Given startQuantity 2, then the activity begins with the second token', async () => {
    const scenario = await given(`
      start S
      and F
      user A
      user B
      user C startQuantity=2
      end E
      S -> F
      F -> A -> C
      F -> B -> C
      C -> E`);
    const one = scenario.tell({ complete: 'A' });
    expect(one.open()).toEqual(['B']);
    expect(one.tell({ complete: 'B' }).open()).toEqual(['C']);
  });

  it('Given completionQuantity 3, then three tokens leave', async () => {
    const scenario = (await given('start S\nuser A completionQuantity=3\nuser B\nS -> A -> B')).tell({
      complete: 'A',
    });
    expect(scenario.open()).toEqual(['B', 'B', 'B']);
  });
});
