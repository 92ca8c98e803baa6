import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const parallel = (end: string) => `
  start S
  and F
  user A
  user B
  end E
  end X ${end}
  S -> F
  F -> A -> E
  F -> B -> X`;

describe('Feature: end event', () => {
  it('Given a plain end, then only its own token ends', async () => {
    const scenario = (await given(parallel(''))).tell({ complete: 'B' });
    expect(scenario.open()).toEqual(['A']);
    const ended = scenario.tell({ complete: 'A' });
    expect(ended.state.status).toBe('completed');
    expect(ended.effects.at(-1)).toEqual({ type: 'end', outcome: 'completed', variables: {} });
  });

  it('Given terminate, then everything else ends too', async () => {
    const scenario = (await given(parallel('terminate'))).tell({ complete: 'B' });
    expect(scenario.state.status).toBe('completed');
    expect(scenario.trace('cancel')).toEqual(['cancel A']);
  });

  it('Given terminate in a sub-process, then only the sub-process ends, and the flow goes on', async () => {
    const scenario = (
      await given(`
      start S
      subprocess Sub {
        start S2
        and F
        user A
        user B
        end X terminate
        S2 -> F
        F -> A
        F -> B -> X
      }
      user After
      end E
      S -> Sub -> After -> E`)
    ).tell({ complete: 'B' });
    expect(scenario.open()).toEqual(['After']);
    expect(scenario.trace('cancel')).toEqual(['cancel A']);
  });

  it('Given an error end that nothing catches, then the instance fails', async () => {
    const scenario = (await given(parallel('error=Refused'))).tell({ complete: 'B' });
    expect(scenario.state.status).toBe('failed');
    expect(scenario.effects.at(-1)).toMatchObject({ outcome: 'failed', error: { code: 'Refused' } });
    expect(scenario.state['open']).toEqual({});
  });

  it.each(['message', 'signal'])('Given a %s end, then it is thrown', async (kind) => {
    const scenario = (await given(parallel(`${kind}=Done`))).tell({ complete: 'B' });
    expect(scenario.effects).toContainEqual(expect.objectContaining({ type: 'throw', kind, name: 'Done' }));
    expect(scenario.trace('throw')).toEqual(['throw X']);
  });

  it('Given an escalation end that nothing catches, then the caller is told and the rest goes on', async () => {
    const scenario = (await given(parallel('escalation=Late'))).tell({ complete: 'B' });
    expect(scenario.effects).toContainEqual(
      expect.objectContaining({ type: 'throw', kind: 'escalation', name: 'Late' }),
    );
    expect(scenario.open()).toEqual(['A']);
  });
});
