import { describe, expect, it } from '@jest/globals';
import { buildFile } from '../support/build-process.ts';
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
});
