import { describe, expect, it } from '@jest/globals';
import { buildFile, buildProcess } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';
import { given } from '../support/scenario.ts';

describe('Feature: messages', () => {
  it('Given a catch event, when its message comes, then the token goes on with what it carries', async () => {
    const scenario = await given('start S\ncatch M message=Answer\nuser Work\nS -> M -> Work');
    expect(scenario.effects).toContainEqual(
      expect.objectContaining({ type: 'subscribe', kind: 'message', name: 'Answer' }),
    );
    const told = scenario.tell({ message: 'Answer', payload: { yes: true } });
    expect(told.open()).toEqual(['Work']);
    expect(told.state.variables).toEqual({ yes: true });
  });

  it('Given nobody waits for it, then a message is refused and nothing changes', async () => {
    const scenario = await given('start S\nuser Work\nS -> Work');
    expect(() => scenario.tell({ message: 'Answer' })).toThrow(
      expect.objectContaining({ name: 'CommandRefused', code: 'nothing-waits' }),
    );
  });

  it('Given a correlation key, then only a message with that key is taken', async () => {
    const scenario = await given(
      'start S\ncatch M message=Answer motcua:correlation=code\nuser Work\nS -> M -> Work',
      { code: 'H01' },
    );
    expect(() => scenario.tell({ message: 'Answer', correlation: 'H02' })).toThrow(/nothing waits/);
    expect(scenario.tell({ message: 'Answer', correlation: 'H01' }).open()).toEqual(['Work']);
  });

  it('Given two pools with message flows, then what one throws the other catches, even when it comes to wait later', async () => {
    const xml = buildFile(
      {
        Citizen:
          'start S\nthrow Ask message=Ask\ncatch Answer message=Answer\nend E\nS -> Ask -> Answer -> E',
        Office:
          'start S2 message=Ask\nthrow Reply message=Answer\nthrow More message=More\nuser Work\nend E2\nS2 -> Reply -> More -> Work -> E2',
      },
      ['Ask -> S2', 'Reply -> Answer'],
    );
    const { result } = await keepTraced(xml, { steps: [{ complete: 'Work' }] });
    expect(result).toMatchObject({ state: 'completed', open: [] });
  });

  it('Given a message flow from a plain task, then its completion is the message', async () => {
    const xml = buildFile(
      { A: 'start S\nuser Hand\nend E\nS -> Hand -> E', B: 'start S2 message\nuser Take\nS2 -> Take' },
      ['Hand -> S2'],
    );
    const { result } = await keepTraced(xml, { steps: [{ complete: 'Hand' }] });
    expect(result.open).toEqual(['Take']);
  });

  it('Given a send task with a message, then it is thrown when the work of sending is done', async () => {
    const scenario = (await given('start S\nsend T message=Out\nend E\nS -> T -> E')).tell({ complete: 'T' });
    expect(scenario.trace('throw', 'complete')).toEqual(['throw T', 'complete T']);
  });
});

describe('Feature: signals', () => {
  it('Given several that wait, then a signal reaches all of them', async () => {
    const scenario = await given(`
      start S
      and F
      catch A signal=Go
      catch B signal=Go
      user X
      user Y
      S -> F
      F -> A -> X
      F -> B -> Y`);
    expect(scenario.tell({ signal: 'Go' }).open()).toEqual(['X', 'Y']);
  });

  it('Given one branch throws what another catches, then the one in the same instance hears it', async () => {
    const scenario = await given(`
      start S
      and F
      throw T signal=Go
      catch C signal=Go
      end E
      user Work
      S -> F
      F -> T -> E
      F -> C -> Work`);
    expect(scenario.open()).toEqual(['Work']);
  });

  it('Given a catch after the throw, then it does not hear what was thrown before it', async () => {
    const scenario = await given('start S\nthrow T signal=Go\ncatch C signal=Go\nS -> T -> C');
    expect(scenario.open()).toEqual(['C']);
  });

  it('Given another process of the file, then it hears the signal too', async () => {
    const xml = buildFile({
      A: 'start S\nuser Work\nend E signal=Go\nS -> Work -> E',
      B: 'start S2\ncatch C signal=Go\nuser After\nS2 -> C -> After',
      D: 'start S3 signal=Go\nuser Begun\nS3 -> Begun',
    });
    const { result } = await keepTraced(xml, { steps: [{ complete: 'Work' }] });
    expect(result.open).toEqual(['After', 'Begun']);
  });

  it('Given a signal in the plan that nobody hears, then that is a warning', async () => {
    const { diagnostics } = await keepTraced(buildProcess('start S\nuser A\nS -> A'), {
      steps: [{ signal: 'Go' }],
    });
    expect(diagnostics.map((each) => each.code)).toContain('trace.step-without-effect');
  });
});
