import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const each = (options: string) => `
  start S
  user Ask ${options}
  user After
  end E
  S -> Ask -> After -> E`;

describe('Feature: multi-instance activity', () => {
  it('Given a cardinality, then so many instances are open together and all are needed', async () => {
    let scenario = await given(each('multi=3'));
    expect(scenario.open()).toEqual(['Ask', 'Ask', 'Ask']);
    scenario = scenario.tell({ complete: 'Ask' }).tell({ complete: 'Ask' });
    expect(scenario.open()).toEqual(['Ask']);
    scenario = scenario.tell({ complete: 'Ask' });
    expect(scenario.open()).toEqual(['After']);
    expect(scenario.trace('complete')).toEqual(['complete Ask', 'complete Ask', 'complete Ask']);
  });

  it('Given a collection, then every instance gets its item and its results are collected in order', async () => {
    let scenario = await given(each('collection=agencies element=agency results=opinions result=opinion'), {
      agencies: ['Công an', 'Xây dựng'],
    });
    const inputs = scenario.effects.flatMap((effect) => (effect.type === 'open-task' ? [effect.input] : []));
    expect(inputs.map((input) => input['agency'])).toEqual(['Công an', 'Xây dựng']);
    const [, second] = Object.entries(scenario.state['open'] as object)
      .filter(([, open]) => open.role === 'task')
      .map(([id]) => id);
    scenario = scenario.tell({ type: 'complete', occurrence: second!, output: { opinion: 'no' } });
    scenario = scenario.tell({ complete: 'Ask', output: { opinion: 'yes' } });
    expect(scenario.state.variables).toEqual({
      agencies: ['Công an', 'Xây dựng'],
      opinions: ['yes', 'no'],
    });
  });

  it('Given sequential, then one is open at a time', async () => {
    let scenario = await given(each('multi=2 sequential'));
    expect(scenario.open()).toEqual(['Ask']);
    scenario = scenario.tell({ complete: 'Ask' });
    expect(scenario.open()).toEqual(['Ask']);
    expect(scenario.tell({ complete: 'Ask' }).open()).toEqual(['After']);
  });

  it('Given a completion condition, when it holds, then the rest is cancelled', async () => {
    const scenario = (await given(each('multi=5 completion="numberOfCompletedInstances >= 2"')))
      .tell({ complete: 'Ask' })
      .tell({ complete: 'Ask' });
    expect(scenario.open()).toEqual(['After']);
    expect(scenario.trace('cancel')).toHaveLength(3);
  });

  it('Given an empty collection, then the activity is passed at once', async () => {
    expect((await given(each('collection=none element=x'), { none: [] })).open()).toEqual(['After']);
  });

  it('Given a collection that is none, then that is an incident, and a retry begins anew', async () => {
    const stuck = await given(each('collection=agencies element=agency'));
    expect(stuck.effects).toContainEqual(
      expect.objectContaining({ type: 'incident', code: 'loop.undecided' }),
    );
    const retried = stuck
      .tell({ type: 'set-variables', variables: { agencies: ['a'] } })
      .tell({ type: 'retry', occurrence: stuck.occurrence('Ask') });
    expect(retried.open()).toEqual(['Ask']);
  });

  it('Given a boundary timer, when it interrupts, then all instances end', async () => {
    const scenario = await given(`
      start S
      user Ask multi=3
      boundary T on=Ask timer=P7D
      user After
      end E
      S -> Ask -> After
      T -> After -> E`);
    const late = scenario.tell({ complete: 'Ask' }).tell({ fire: 'T' });
    expect(late.open()).toEqual(['After']);
    expect(late.trace('cancel')).toEqual(['cancel Ask', 'cancel Ask']);
  });

  it('Given a multi-instance sub-process, then each instance has its own variables', async () => {
    let scenario = await given(
      `
      start S
      subprocess Sub collection=items element=item {
        start S2
        xor X default=no
        user Big
        user Small
        S2 -> X
        X -> Big : item > 10
        X -no-> Small
      }
      end E
      S -> Sub -> E`,
      { items: [5, 50] },
    );
    expect(scenario.open()).toEqual(['Small', 'Big']);
    scenario = scenario.tell({ complete: 'Big' }).tell({ complete: 'Small' });
    expect(scenario.state.status).toBe('completed');
    expect(scenario.trace('complete')).toEqual([
      'complete Big',
      'complete Sub',
      'complete Small',
      'complete Sub',
    ]);
  });
});
