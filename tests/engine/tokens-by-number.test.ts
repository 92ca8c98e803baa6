import { describe, expect, it } from '@jest/globals';
import { applyCommand, compileProcess, startProcess } from '../../engine/index.ts';
import { buildProcess } from '../support/build-process.ts';
import { given } from '../support/scenario.ts';

const AT = '2026-01-05T00:00:00.000Z';

describe('Feature: an activity that needs several tokens', () => {
  it('begins again with the next so many, while it still works', async () => {
    const scenario = await given(
      'start S\nand F\nuser A\nuser B\nuser C\nuser D\nuser J startQuantity=2\nend E\nS -> F\nF -> A -> J\nF -> B -> J\nF -> C -> J\nF -> D -> J\nJ -> E',
    );
    const twice = scenario.tell({ complete: 'A' }).tell({ complete: 'B' });
    expect(twice.open()).toEqual(['C', 'D', 'J']);
    const third = twice.tell({ complete: 'C' });
    expect(third.open()).toEqual(['D', 'J']);
    expect(third.tell({ complete: 'D' }).open()).toEqual(['J', 'J']);
    const first = third.tell({ complete: 'J' });
    expect(first.open()).toEqual(['D']);
    expect(first.tell({ complete: 'D' }).open()).toEqual(['J']);
  });
});

describe('Feature: a complex gateway that has fired', () => {
  const twoOf = (rest = '') =>
    `start S\nand F\nuser A\nuser B\nuser C\nxor M\ncomplex J activation="activationCount >= 2"\nuser W\nS -> F\nF -> A -> M -> J\nF -> B -> J\nF -> C -> J\nJ -> W${rest}`;

  it('keeps a second token of a flow for its next round', async () => {
    const scenario = await given(twoOf('\nuser Late\nF -> Late -> M'));
    const fired = scenario.tell({ complete: 'A' }).tell({ complete: 'B' });
    expect(fired.open()).toEqual(['C', 'Late', 'W']);
    const more = fired.tell({ complete: 'Late' });
    expect(more.open()).toEqual(['C', 'W']);
    const reset = more.tell({ complete: 'C' });
    expect(reset.open()).toEqual(['W']);
    expect(reset.state['open']).toMatchObject({
      [Object.keys(reset.state['open'] as object).at(-1)!]: { role: 'join' },
    });
  });

  it('does so in a sub-process too', async () => {
    const inside = twoOf('\nuser Late\nF -> Late -> M');
    const scenario = await given(`start S0\nsubprocess Sub {\n${inside}\n}\nuser Z\nS0 -> Sub -> Z`);
    const told = ['A', 'B', 'Late', 'C'].reduce((on, complete) => on.tell({ complete }), scenario);
    expect(told.open()).toEqual(['W']);
  });

  it('takes in the late token of a flow and two of another', async () => {
    const scenario = await given(twoOf('\nuser D\nuser N\nF -> D -> M\nF -> N -> M'));
    const told = ['A', 'B', 'D', 'N', 'C'].reduce((on, complete) => on.tell({ complete }), scenario);
    expect(told.open()).toEqual(['W']);
    expect(told.tell({ complete: 'W' }).state.status).toBe('running');
  });

  it('keeps the second token of a late flow, and it alone, for its next round', async () => {
    const scenario = await given(
      'start S\nand F\nuser A\nuser B\nuser C\nuser D\nxor M\ncomplex J activation="activationCount >= 2"\nuser W\nS -> F\nF -> A -> J\nF -> B -> J\nF -> C -> M -> J\nF -> D -> M\nJ -> W',
    );
    const told = ['A', 'B', 'C', 'D'].reduce((on, complete) => on.tell({ complete }), scenario);
    const joins = Object.values(told.state['open'] as Record<string, { role: string }>).filter(
      ({ role }) => role === 'join',
    );
    expect(joins).toEqual([{ element: 'J', role: 'join', tokens: { M_to_J: 1 } }]);
  });

  it.each([
    [
      'a flow without a condition, where another tells the phases apart',
      'J -> W : waitingForStart\nJ -> V',
      ['V'],
    ],
    ['nothing, where no condition asks for the phase', 'J -> W : x > 1\nJ -> V : x > 2', []],
  ])('sends at its reset %s', async (_, ways, sent) => {
    const scenario = await given(
      `start S\nand F\nuser A\nuser B\nuser C\ncomplex J activation="activationCount >= 2"\nuser W\nuser V\nS -> F\nF -> A -> J\nF -> B -> J\nF -> C -> J\n${ways}`,
      { x: 5 },
    );
    const fired = scenario.tell({ complete: 'A' }).tell({ complete: 'B' });
    expect(fired.open()).toEqual(['C', 'W', 'V']);
    expect(fired.tell({ complete: 'C' }).open()).toEqual(['W', 'V', ...sent]);
  });

  it('counts a flow once however many tokens came by it', async () => {
    const scenario = await given(twoOf('\nuser Late\nF -> Late -> M'));
    expect(scenario.tell({ complete: 'A' }).tell({ complete: 'Late' }).open()).toEqual(['B', 'C']);
  });
});

describe('Feature: ad-hoc sub-processes', () => {
  const adHoc = (options: string, attribute = '') =>
    buildProcess(`start S\nadhoc Sub ${options} {\nuser A\nuser B\nuser C\n}\nuser W\nS -> Sub -> W`).replace(
      '<adHocSubProcess',
      `<adHocSubProcess ${attribute}`,
    );

  it.each([
    ['', ['W']],
    ['cancelRemainingInstances="true"', ['W']],
    ['cancelRemainingInstances="false"', ['B', 'C']],
  ])('in parallel, once enough is done, end what remains or let it end: %s', async (attribute, expected) => {
    const { process } = await compileProcess(adHoc('completion="enough"', attribute));
    const started = startProcess(process!, { enough: false }, AT);
    const open = (state: object) =>
      Object.values((state as { open: Record<string, { element: string; role: string }> }).open)
        .filter(({ role }) => role === 'task')
        .map(({ element }) => element);
    expect(open(started.state)).toEqual(['A', 'B', 'C']);
    const told = applyCommand(
      process!,
      started.state,
      { type: 'complete', occurrence: '2', output: { enough: true } },
      AT,
    );
    expect(open(told.state)).toEqual(expected);
  });

  it('one after the other, go on in the order drawn until enough is done', async () => {
    const scenario = await given(
      'start S\nadhoc Sub ordering=Sequential completion="enough" {\nuser A\nuser B\nuser C\n}\nuser W\nS -> Sub -> W',
      { enough: false },
    );
    expect(scenario.open()).toEqual(['A']);
    const second = scenario.tell({ complete: 'A' });
    expect(second.open()).toEqual(['B']);
    expect(second.tell({ complete: 'B', output: { enough: true } }).open()).toEqual(['W']);
    expect(second.tell({ complete: 'B' }).tell({ complete: 'C' }).open()).toEqual(['W']);
  });

  it('one after the other, each with all that follows it', async () => {
    const scenario = await given(
      'start S\nadhoc Sub ordering=Sequential {\nuser A\nuser A2\nuser B\nA -> A2\n}\nuser W\nS -> Sub -> W',
    );
    const told = scenario.tell({ complete: 'A' });
    expect(told.open()).toEqual(['A2']);
    expect(told.tell({ complete: 'A2' }).open()).toEqual(['B']);
  });
});
