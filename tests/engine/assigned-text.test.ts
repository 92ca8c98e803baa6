import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../engine/index.ts';
import { buildProcess } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';

/** A task whose output variable `got` is what its data input `title` was assigned, as `<from>` says. */
const assigning = (from: string) =>
  buildProcess('start S\nuser A\nS -> A').replace(
    '<userTask id="A">',
    `<userTask id="A"><dataInputAssociation><targetRef>title</targetRef><assignment>
      <from xsi:type="tFormalExpression">${from}</from><to xsi:type="tFormalExpression">title</to></assignment></dataInputAssociation>
     <dataOutputAssociation><assignment><from>title</from><to>got</to></assignment></dataOutputAssociation>`,
  );

const assigned = async (from: string, plan: Plan = {}) => {
  const { result, diagnostics } = await keepTraced(assigning(from), { steps: [{ complete: 'A' }], ...plan });
  const findings = diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
  return { state: result.state, got: result.variables['got'], findings };
};

describe('an assignment', () => {
  it('gives the value of its expression', async () => {
    expect(await assigned('x + 1', { input: { x: 1 } })).toEqual({
      state: 'completed',
      got: 2,
      findings: [],
    });
  });

  it('gives its text where that is no expression, and says so', async () => {
    expect(await assigned('an.nguyen@example.vn')).toEqual({
      state: 'completed',
      got: 'an.nguyen@example.vn',
      findings: ['expression.as-text'],
    });
  });

  it('joins its text to what data give', async () => {
    expect(await assigned('Hồ sơ của #{who}', { input: { who: 'An' } })).toEqual({
      state: 'completed',
      got: 'Hồ sơ của An',
      findings: [],
    });
  });

  it('gives nothing, and holds nobody up, when it is a name that has no value yet', async () => {
    expect(await assigned('TaskName')).toEqual({ state: 'completed', got: undefined, findings: [] });
  });

  it('stays a fault when it says that it is an expression', async () => {
    expect(await assigned('=x +')).toMatchObject({ state: 'failed', findings: ['expression.syntax'] });
  });
});
