import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const loop = (options: string) => `
  start S
  user Work ${options}
  end E
  S -> Work -> E`;

describe('Feature: standard loop', () => {
  it('Given a loop condition, then true means again', async () => {
    let scenario = await given(loop('loop="again = true"'));
    scenario = scenario.tell({ complete: 'Work', output: { again: true } });
    expect(scenario.open()).toEqual(['Work']);
    scenario = scenario.tell({ complete: 'Work', output: { again: false } });
    expect(scenario.state.status).toBe('completed');
    expect(scenario.trace('complete')).toHaveLength(2);
  });

  it('Given testBefore and a condition that is false, then the activity is passed without a turn', async () => {
    const scenario = await given(loop('loop="again = true" testBefore'), { again: false });
    expect(scenario.state.status).toBe('completed');
    expect(scenario.trace('complete')).toEqual([]);
  });

  it('Given no testBefore and a condition that is false, then there is one turn', async () => {
    const scenario = (await given(loop('loop="again = true"'), { again: false })).tell({ complete: 'Work' });
    expect(scenario.state.status).toBe('completed');
  });

  it('Given a maximum, then the loop ends there although the condition holds', async () => {
    let scenario = await given(loop('loop="true" max=2'));
    scenario = scenario.tell({ complete: 'Work' }).tell({ complete: 'Work' });
    expect(scenario.state.status).toBe('completed');
  });

  it('Given loopCounter in the condition, then it counts the turns done', async () => {
    let scenario = await given(loop('loop="loopCounter &lt; 3"').replace('&lt;', '<'));
    for (let turn = 0; turn < 3; turn++) scenario = scenario.tell({ complete: 'Work' });
    expect(scenario.state.status).toBe('completed');
  });

  it('Given a sub-process, then its inside runs anew in every turn', async () => {
    let scenario = await given(`
      start S
      subprocess Sub loop="again = true" {
        start S2
        user A
        S2 -> A
      }
      end E
      S -> Sub -> E`);
    scenario = scenario.tell({ complete: 'A', output: { again: true } });
    expect(scenario.open()).toEqual(['A']);
    expect(scenario.tell({ complete: 'A', output: { again: false } }).state.status).toBe('completed');
  });
});
