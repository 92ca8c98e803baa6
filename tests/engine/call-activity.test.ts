import { describe, expect, it } from '@jest/globals';
import type { PlanStep } from '../../engine/index.ts';
import { buildFile, buildProcess } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';

const file = (call: string, inner: string, more = '') =>
  buildFile({
    Outer: `
      start S
      call C calls=Inner ${call}
      user After
      end E
      S -> C -> After -> E
      ${more}`,
    Inner: inner,
  });
const WORK = 'start S2\nuser Work\nend E2\nS2 -> Work -> E2';

describe('Feature: call activity', () => {
  it('Given a process of the file, then it runs as a child and its variables come back', async () => {
    const { result, events } = await keepTraced(file('', WORK), {
      input: { a: 1 },
      steps: [{ complete: 'Work', output: { b: 2 } }],
    });
    expect(result).toEqual({ type: 'result', state: 'waiting', open: ['After'], variables: { a: 1, b: 2 } });
    expect(events.filter((event) => event.type === 'complete').map((event) => event.element)).toEqual([
      'Work',
      'C',
    ]);
  });

  it('Given mappings, then only what they name goes in and comes back', async () => {
    const { result } = await keepTraced(file('in="x := a" out="y := b"', WORK), {
      input: { a: 1 },
      steps: [{ complete: 'Work', output: { b: 2, c: 3 } }],
    });
    expect(result.variables).toEqual({ a: 1, y: 2 });
  });

  it('Given an error in the child, then the boundary of the call catches it', async () => {
    const { result } = await keepTraced(
      file(
        '',
        'start S2\nuser Work\nend X error=Broken\nS2 -> Work -> X',
        'boundary B on=C error=Broken\nuser Repair\nB -> Repair',
      ),
      { steps: [{ complete: 'Work' }] },
    );
    expect(result.open).toEqual(['Repair']);
  });

  it('Given an escalation in the child, then the boundary of the call hears it and the child goes on', async () => {
    const { result } = await keepTraced(
      file(
        '',
        'start S2\nthrow T escalation=Late\nuser Work\nS2 -> T -> Work',
        'boundary B on=C escalation=Late nonInterrupting\nuser Chief\nB -> Chief',
      ),
    );
    expect(result.open).toEqual(['Chief', 'Work']);
  });

  it('When the call is interrupted, then the child is cancelled', async () => {
    const { result, events } = await keepTraced(
      file('', WORK, 'boundary B on=C timer=PT1H\nuser Late\nB -> Late'),
      { steps: [{ advance: 'PT2H' }] },
    );
    expect(result.open).toEqual(['Late']);
    expect(events.filter((event) => event.type === 'cancel').map((event) => event.element)).toEqual([
      'C',
      'Work',
    ]);
  });

  it('Given a multi-instance call, then each instance has a child of its own', async () => {
    const { result } = await keepTraced(file('collection=items element=item', WORK), {
      input: { items: [1, 2] },
      steps: [{ complete: 'Work' }, { complete: 'Work' }],
    });
    expect(result.open).toEqual(['After']);
  });

  it('Given two calls, when one is interrupted, then only its child is cancelled', async () => {
    const xml = buildFile({
      Outer: `
        start S
        and F
        call C calls=Inner
        call D calls=Inner
        boundary B on=D timer=PT1H
        user Late
        S -> F
        F -> C
        F -> D
        B -> Late`,
      Inner: WORK,
    });
    const { result, events } = await keepTraced(xml, { steps: [{ advance: 'PT2H' }, { complete: 'Work' }] });
    expect(result).toMatchObject({ state: 'waiting', open: ['Late'] });
    expect(events.filter(({ type }) => type === 'cancel').map(({ element }) => element)).toEqual([
      'D',
      'Work',
    ]);
  });

  it('Given several things a child throws, then what comes after the call is over goes nowhere', async () => {
    const { result } = await keepTraced(
      file(
        '',
        'start S2\nthrow T escalation=Late\nthrow T2 escalation=Late\nuser Work\nS2 -> T -> T2 -> Work',
        'boundary B on=C escalation=Late\nuser Chief\nB -> Chief',
      ),
    );
    expect(result).toMatchObject({ state: 'waiting', open: ['Chief'] });
  });

  it('Given an escalation that the call does not catch, then caller and child go on', async () => {
    const inner = 'start S2\nthrow T escalation=Late\nuser Work\nend E2\nS2 -> T -> Work -> E2';
    const { result } = await keepTraced(file('', inner), { steps: [{ complete: 'Work' }] });
    expect(result).toMatchObject({ state: 'waiting', open: ['After'] });
  });

  it('Given an error of the child that nothing catches, then the caller fails with its code and words', async () => {
    const { result, events } = await keepTraced(file('', WORK), {
      steps: [{ fail: 'Work', code: 'E1', message: 'no paper' }],
    });
    expect(result).toMatchObject({ state: 'failed', open: [] });
    const error = { code: 'E1', message: 'no paper' };
    expect(events.filter(({ type }) => type === 'end')).toMatchObject([
      { element: 'Inner', error },
      { element: 'Outer', error },
    ]);
  });

  it('Given a plan that ends the call itself, then the child ends for itself', async () => {
    const { result, diagnostics } = await keepTraced(file('', WORK), {
      steps: [
        { complete: 'C', output: { a: 1 } },
        { complete: 'Work', output: { b: 2 } },
      ],
    });
    expect(result).toMatchObject({ open: ['After'], variables: { a: 1 } });
    expect(diagnostics).toEqual([]);
  });

  it('Given a process that is not in the file, then the call waits until the plan ends it', async () => {
    const xml = buildProcess('start S\ncall C calls=Elsewhere\nuser After\nS -> C -> After');
    const traced = async (...steps: PlanStep[]) =>
      (await keepTraced(xml, { steps }, { isCallable: () => true })).result;
    expect(await traced()).toMatchObject({ state: 'waiting' });
    expect(await traced({ complete: 'C', output: { a: 1 } })).toMatchObject({
      open: ['After'],
      variables: { a: 1 },
    });
  });
});
