import { describe, expect, it } from '@jest/globals';
import type { PlanStep } from '../../engine/index.ts';
import { buildFile, buildProcess } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';
import { told } from '../support/told.ts';

describe('Feature: what the steps of a plan do', () => {
  const handled = (work: string, boundary: string) =>
    `start S\n${work}\nboundary B on=A ${boundary}\nuser X\nuser Y\nend E\nS -> A -> Y -> E\nB -> X`;

  it.each<[string, string, PlanStep[], string]>([
    [
      'a task fails with the code of its boundary',
      handled('user A', 'error=E1'),
      [{ fail: 'A', code: 'E1' }],
      'waiting X',
    ],
    [
      'a job fails with the code of its boundary',
      handled('service A', 'error=E1'),
      [{ fail: 'A', code: 'E1' }],
      'waiting X',
    ],
    [
      'a task fails with a code nobody catches',
      handled('user A', 'error=E1'),
      [{ fail: 'A', code: 'E2' }],
      'failed',
    ],
    ['a task fails without a code', handled('user A', 'error=E1'), [{ fail: 'A' }], 'failed'],
    [
      'a job fails without a code, which is an incident',
      handled('service A', 'error=E1'),
      [{ fail: 'A' }],
      'waiting A',
    ],
    [
      'a job that has failed is done after all',
      handled('service A', 'error=E1'),
      [{ fail: 'A' }, { complete: 'A' }],
      'waiting Y',
    ],
    [
      'a task escalates to its boundary',
      handled('user A', 'escalation=L nonInterrupting'),
      [{ escalate: 'A', code: 'L' }],
      'waiting A X',
    ],
    [
      'a job escalates to its boundary and stays open',
      handled('service A', 'escalation=L nonInterrupting'),
      [{ escalate: 'A', code: 'L' }],
      'waiting A X',
    ],
    ['a boundary timer is completed', handled('user A', 'timer=P9D'), [{ complete: 'B' }], 'waiting X'],
    ['a boundary message is completed', handled('user A', 'message=M'), [{ complete: 'B' }], 'waiting X'],
    ['data make a condition hold', handled('user A', 'condition="n > 5"'), [{ set: { n: 9 } }], 'waiting X'],
    [
      'data leave a condition as it is',
      handled('user A', 'condition="n > 5"'),
      [{ set: { n: 1 } }],
      'waiting A',
    ],
    [
      'time passes up to the boundary timer',
      handled('user A', 'timer=PT2H'),
      [{ advance: 'PT2H' }],
      'waiting X',
    ],
    [
      'time passes, not up to the boundary timer',
      handled('user A', 'timer=PT2H'),
      [{ advance: 'PT1H' }, { advance: 'PT59M' }],
      'waiting A',
    ],
    [
      'time passes when the timer is withdrawn',
      handled('user A', 'timer=PT2H'),
      [{ complete: 'A' }, { advance: 'P9D' }],
      'waiting Y',
    ],
    [
      'time that goes back changes nothing',
      handled('user A', 'timer=PT2H'),
      [{ advance: 'PT1H' }, { advance: '-PT1H' }, { advance: 'PT1H' }],
      'waiting X',
    ],
    [
      'a receive task is completed',
      handled('receive A message=M', 'timer=PT2H'),
      [{ complete: 'A' }],
      'waiting Y',
    ],
    [
      'a task without a type is held by the plan',
      handled('task A', 'error=E1'),
      [{ fail: 'A', code: 'E1' }],
      'waiting X',
    ],
  ])('%s', async (_, drawing, steps, left) => {
    expect(await told(drawing, ...steps)).toMatchObject({ left, idle: 0 });
  });

  it.each<[string, string, PlanStep]>([
    ['a step of a kind there is none', 'user A', {} as PlanStep],
    ['a span that is no duration', 'user A', { advance: 'soon' }],
    ['an element that is not open', 'user A', { complete: 'B' }],
    ['a failure of what is not open', 'user A', { fail: 'B' }],
    ['an escalation of what is not open', 'user A', { escalate: 'B', code: 'L' }],
    ['a failure of what is only armed', 'user A\nboundary B on=A timer=P9D\nuser X\nB -> X', { fail: 'B' }],
    ['a signal that is to be completed', 'catch A signal=Go', { complete: 'A' }],
    ['a signal that is to fail', 'catch A condition="n > 5"', { complete: 'A' }],
    ['a message nobody waits for', 'catch A message=M', { message: 'Other' }],
    [
      'a message with another key',
      'catch A message=M motcua:correlation=key',
      { message: 'M', correlation: 'b' },
    ],
    ['a signal nobody waits for', 'catch A signal=Go', { signal: 'Other' }],
  ])('%s finds nothing to act on', async (_, element, step) => {
    const xml = buildProcess(`start S\n${element}\nS -> A`);
    const { diagnostics, result } = await keepTraced(xml, { input: { key: 'a' }, steps: [step] });
    expect(result.open).toEqual(['A']);
    expect(diagnostics.filter(({ code }) => code.startsWith('trace'))).toEqual([
      {
        code: 'trace.step-without-effect',
        severity: 'warning',
        message: {
          vi: `Bước 1 của kịch bản không tác động vào đâu: ${JSON.stringify(step)}.`,
          en: `Step 1 of the plan found nothing to act on: ${JSON.stringify(step)}.`,
        },
      },
    ]);
  });

  it('names the step by its place in the plan', async () => {
    const { diagnostics } = await keepTraced(buildProcess('start S\nuser A\nend E\nS -> A -> E'), {
      steps: [{ complete: 'A' }, { set: { a: 1 } }, { complete: 'A' }],
    });
    expect(diagnostics.map(({ message }) => message.en)).toEqual([
      'Step 2 of the plan found nothing to act on: {"set":{"a":1}}.',
      'Step 3 of the plan found nothing to act on: {"complete":"A"}.',
    ]);
  });

  it('takes over what a step answers', async () => {
    const drawing = `
      start S
      user A
      service B
      catch C message=M
      receive D message=N
      call F calls=Elsewhere
      user G
      S -> A -> B -> C -> D -> F -> G`;
    const steps = ['A', 'B', 'C', 'D', 'F'].map((element) => ({
      complete: element,
      output: { [element.toLowerCase()]: 1 },
    }));
    const failed = await told('start S\nservice A\nuser B\nS -> A -> B', { fail: 'A' }, steps[0]!);
    expect(failed).toMatchObject({ left: 'waiting B', variables: { a: 1 } });
    const { left, variables } = await told(drawing, ...steps);
    expect(left).toBe('waiting G');
    expect(variables).toEqual({ a: 1, b: 1, c: 1, d: 1, f: 1 });
  });

  it('says how a job or a task failed: in the words of the plan, else by the code', async () => {
    const drawing = 'start S\nservice A\nS -> A';
    const messages = async (step: PlanStep) => {
      const { events } = await keepTraced(buildProcess(drawing), { steps: [step] });
      return events.flatMap(({ message, error }) => message ?? error ?? []);
    };
    expect(await messages({ fail: 'A', message: 'no paper' })).toEqual([
      { vi: 'Công việc tự động thất bại: no paper', en: 'The job failed: no paper' },
    ]);
    expect(await messages({ fail: 'A' })).toEqual([
      { vi: 'Công việc tự động thất bại: failed', en: 'The job failed: failed' },
    ]);
    expect(await messages({ fail: 'A', code: 'E9' })).toEqual([{ code: 'E9', message: 'E9' }]);
    const task = await keepTraced(buildProcess('start S\nuser A\nS -> A'), { steps: [{ fail: 'A' }] });
    expect(task.events.at(-1)).toMatchObject({ error: { code: '', message: 'failed' } });
  });

  it('lets a token out of a gateway once data are there', async () => {
    const drawing = 'start S\nxor X\nuser A\nuser B\nS -> X\nX -> A : n = 1\nX -> B : n = 2';
    expect(await told(drawing)).toMatchObject({ left: 'waiting X' });
    expect(await told(drawing, { set: { n: 2 } }, { complete: 'X' })).toMatchObject({ left: 'waiting B' });
  });

  it('sets data in each process that still runs', async () => {
    const xml = buildFile({
      Gone: 'start S\nend E\nS -> E',
      One: 'start S1\nuser A1\nboundary B1 on=A1 condition="n = 1"\nuser C1\nS1 -> A1\nB1 -> C1',
      Two: 'start S2\nuser A2\nboundary B2 on=A2 condition="n = 1"\nuser C2\nS2 -> A2\nB2 -> C2',
    });
    const { result, diagnostics } = await keepTraced(xml, { steps: [{ set: { n: 1 } }] });
    expect(result).toMatchObject({ open: ['C1', 'C2'], variables: { n: 1 } });
    expect(diagnostics).toEqual([]);
  });
});
