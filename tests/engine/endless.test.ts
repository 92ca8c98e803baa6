import { describe, expect, it } from '@jest/globals';
import { applyCommand, compileProcess, openIncidents, startProcess } from '../../engine/index.ts';
import type { Process, ProcessState, Step } from '../../engine/types.ts';
import { buildProcess } from '../support/build-process.ts';

const AT = '2026-01-05T00:00:00.000Z';

async function started(drawing: string, input = {}): Promise<Step & { process: Process }> {
  const { process } = await compileProcess(buildProcess(drawing));
  return { process: process!, ...startProcess(process!, input, AT) };
}

/** `element phase` of all that is held, in order of opening. */
const held = (state: ProcessState) =>
  Object.values(
    state['open'] as Record<string, { element: string; incident?: { code: string; phase: string } }>,
  ).flatMap(({ element, incident }) => (incident ? [`${element} ${incident.phase} ${incident.code}`] : []));

const times = ({ events }: Step, type: string, element: string) =>
  events.filter((event) => event.type === type && event.element === element).length;

describe('Feature: a process that never comes to rest', () => {
  it('is held where it goes round, and told once with what is wrong', async () => {
    const step = await started('start S\nxor M\nS -> M\nM -> M');
    expect(step.state.status).toBe('running');
    expect(held(step.state)).toEqual(['M arrive loop.endless']);
    expect(step.effects).toEqual([
      {
        type: 'incident',
        occurrence: '1',
        element: 'M',
        code: 'loop.endless',
        message: {
          vi: 'Quy trình đi vòng mãi ở đây mà không dừng chờ ai.',
          en: 'The process runs round here without ever waiting.',
        },
      },
    ]);
    expect(times(step, 'enter', 'M')).toBe(1998);
  });

  it('is held in every scope by itself', async () => {
    const step = await started(
      'start S\nsubprocess Sub multi=2 {\nstart S2\nxor M\nS2 -> M\nM -> M\n}\nS -> Sub',
    );
    expect(held(step.state)).toEqual(['M arrive loop.endless', 'M arrive loop.endless']);
  });

  it('counts each sub-process that opens by itself, so that many short ones are no circle', async () => {
    const step = await started(
      'start S\nsubprocess Sub multi=1500 {\nstart S2\nend E2\nS2 -> E2\n}\nend E\nS -> Sub -> E',
    );
    expect(step.state.status).toBe('completed');
    expect(times(step, 'enter', 'E2')).toBe(1500);
  });

  it('runs ten thousand instances of what waits for nobody, and not one more', async () => {
    const drawing = 'start S\nscript A script="1" multi="=n"\nend E\nS -> A -> E';
    const most = await started(drawing, { n: 10_000 });
    expect(most.state.status).toBe('completed');
    expect(times(most, 'complete', 'A')).toBe(10_000);
    const more = await started(drawing, { n: 10_001 });
    expect(held(more.state)).toEqual(['A loop loop.too-many']);
    expect(more.effects).toMatchObject([
      { message: { vi: 'Số lần thực hiện vượt quá 10000.', en: 'There are more than 10000 instances.' } },
    ]);
  });

  it('stops a loop at the turn it has come to, and a retry goes on from there', async () => {
    const step = await started('start S\nscript A script="1" loop="again"\nend E\nS -> A -> E', {
      again: true,
    });
    expect(held(step.state)).toEqual(['A begin loop.endless']);
    const turns = times(step, 'complete', 'A');
    expect(turns).toBe(1997);
    const occurrence = openIncidents(step.process, step.state)[0]!.occurrence;
    const retried = applyCommand(
      step.process,
      step.state,
      { type: 'retry', occurrence, variables: { again: false } },
      AT,
    );
    expect(retried.state.status).toBe('completed');
    expect(times(retried, 'complete', 'A')).toBe(1);
  });

  it('keeps what waited for the rest to come to rest: a throw is held, and a retry throws', async () => {
    const step = await started(
      'start S\nand F\nxor M\nthrow T signal=Bell\nend X error=Bad\nuser W\nS -> F\nF -> M\nM -> M\nF -> T -> W\nF -> X',
    );
    expect(held(step.state)).toEqual([
      'M arrive loop.endless',
      'T arrive loop.endless',
      'X arrive loop.endless',
    ]);
    const occurrence = openIncidents(step.process, step.state)[1]!.occurrence;
    const retried = applyCommand(step.process, step.state, { type: 'retry', occurrence }, AT);
    expect(retried.effects.map(({ type }) => type)).toEqual(['incident-resolved', 'throw', 'open-task']);
    expect(held(retried.state)).toEqual(['M arrive loop.endless', 'X arrive loop.endless']);
  });

  it.each([
    [0, ['M arrive loop.endless', 'A leave loop.endless']],
    [1, ['A loop loop.endless', 'M arrive loop.endless']],
    [2, ['A begin loop.endless', 'M arrive loop.endless']],
    [3, ['M arrive loop.endless', 'A arrive loop.endless']],
    [4, ['M arrive loop.endless', 'N arrive loop.endless']],
  ])('keeps a second circle where it is, %i steps further on', async (steps, expected) => {
    const prelude = Array.from({ length: steps }, (_, index) => `P${index}`);
    const step = await started(
      `start S\nand F\nxor M\n${prelude.map((id) => `xor ${id}`).join('\n')}
       xor N\nscript A script="1" multi=1\nS -> F\nF -> M\nM -> M\nF -> ${[...prelude, 'N'].join(' -> ')}\nN -> A -> N`,
    );
    expect(held(step.state)).toEqual(expected);
  });
});
