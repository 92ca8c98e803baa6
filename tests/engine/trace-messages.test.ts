import { describe, expect, it } from '@jest/globals';
import type { PlanStep } from '../../engine/index.ts';
import { buildFile } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';

interface File {
  drawn: Record<string, string>;
  flows?: string[];
  steps?: PlanStep[];
  input?: Record<string, string>;
}

const openAfter = async ({ drawn, flows = [], steps = [], input = {} }: File) => {
  const { result, diagnostics } = await keepTraced(buildFile(drawn, flows), { input, steps });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return result.open;
};

const SENDER = 'start S\nthrow T message=m\nend E\nS -> T -> E';
const waiter = (id: string, event: string) =>
  `start S${id}\n${event}\nuser U${id}\nS${id} -> C${id} -> U${id}`;
const started = (id: string, event: string) => `start S${id} ${event}\nuser U${id}\nS${id} -> U${id}`;
const late = (id: string, event: string) =>
  `start S${id}\nuser W${id}\n${event}\nuser U${id}\nS${id} -> W${id} -> C${id} -> U${id}`;

describe('Feature: whom a message reaches that has no message flow', () => {
  it('reaches another process first, though its sender waits for it too', async () => {
    const both = 'start S\nand F\nthrow T message=m\ncatch C message=m\nuser U\nS -> F\nF -> C -> U\nF -> T';
    expect(await openAfter({ drawn: { P: both, Q: waiter('Q', 'catch CQ message=m') } })).toEqual([
      'C',
      'UQ',
    ]);
    expect(await openAfter({ drawn: { P: both, Q: started('Q', 'message=m') } })).toEqual(['C', 'UQ']);
    expect(await openAfter({ drawn: { P: both, Q: waiter('Q', 'catch CQ message=n') } })).toEqual([
      'U',
      'CQ',
    ]);
    expect(await openAfter({ drawn: { P: both } })).toEqual(['U']);
  });

  it('does not start the process of its sender anew', async () => {
    const own = 'start S\nstart S2 message=m\nthrow T message=m\nuser U\nS -> T -> U\nS2 -> U';
    const { events } = await keepTraced(buildFile({ P: own, Q: waiter('Q', 'catch CQ timer=PT1H') }));
    expect(events.filter(({ element }) => element === 'S2')).toEqual([]);
  });

  it('starts the one process of its name, whatever else listens', async () => {
    const drawn = {
      N: started('N', 'timer=P9D'),
      O: started('O', 'message=other'),
      R: started('R', 'signal=m'),
      Q: started('Q', 'message=m'),
      P: SENDER,
    };
    expect(await openAfter({ drawn })).toEqual(['UQ']);
    expect(await openAfter({ drawn, steps: [{ message: 'm' }] })).toEqual(['UQ']);
    expect(await openAfter({ drawn, steps: [{ message: 'other' }] })).toEqual(['UQ', 'UO']);
  });

  it.each<[string, string, string[]]>([
    ['a catch event', 'catch CQ message=m', ['UQ']],
    ['a catch event of several triggers', 'catch CQ message=m timer=P9D', ['UQ']],
    ['a receive task', 'receive CQ message=m', ['UQ']],
    ['a catch event of another message', 'catch CQ message=n', ['CQ']],
    ['a catch event of a signal of that name', 'catch CQ signal=m', ['CQ']],
    ['a timer', 'catch CQ timer=P9D', ['CQ']],
  ])('is kept for %s that is reached later only when that can take it', async (_, event, open) => {
    const drawn = { P: SENDER, Q: late('Q', event), R: waiter('R', 'catch CR timer=P9D') };
    const steps = [{ complete: 'WQ' }];
    expect(await openAfter({ drawn, steps })).toEqual([...open, 'CR']);
  });

  it('is not kept for a boundary event because of a catch event of another name', async () => {
    const receiver = `
      start s
      user A
      user B
      boundary C on=B message=m
      catch X message=n
      user D
      s -> A -> B -> X
      C -> D`;
    expect(await openAfter({ drawn: { P: SENDER, Q: receiver }, steps: [{ complete: 'A' }] })).toEqual(['B']);
  });

  it('is kept for others, not for its sender that comes to wait first', async () => {
    const sender = 'start S\nthrow T message=m\nuser U\ncatch C message=m\nuser V\nS -> T -> U -> C -> V';
    const drawn = { P: sender, Q: late('Q', 'catch CQ message=m') };
    expect(await openAfter({ drawn, steps: [{ complete: 'U' }] })).toEqual(['C', 'WQ']);
    expect(await openAfter({ drawn, steps: [{ complete: 'U' }, { complete: 'WQ' }] })).toEqual(['C', 'UQ']);
  });

  it('is kept with its key', async () => {
    const sender = 'start S\nthrow T message=m motcua:correlation=sent\nend E\nS -> T -> E';
    const drawn = { P: sender, Q: late('Q', 'catch CQ message=m motcua:correlation=wanted') };
    const steps = [{ complete: 'WQ' }];
    expect(await openAfter({ drawn, steps, input: { sent: 'a', wanted: 'a' } })).toEqual(['UQ']);
    expect(await openAfter({ drawn, steps, input: { sent: 'a', wanted: 'b' } })).toEqual(['CQ']);
  });
});

describe('Feature: where a message flow leads', () => {
  it('leads to the event it is drawn to, whatever that and others are called', async () => {
    const drawn = {
      P: SENDER,
      R: waiter('R', 'catch CR message=m'),
      Q: waiter('Q', 'catch CQ message=n'),
    };
    expect(await openAfter({ drawn, flows: ['T -> CQ'] })).toEqual(['CR', 'UQ']);
  });

  it('leads to the start event it is drawn to, not to the first that listens', async () => {
    const drawn = { P: SENDER, R: started('R', 'message=m'), Q: started('Q', 'message=n') };
    expect(await openAfter({ drawn, flows: ['T -> SQ'] })).toEqual(['UQ']);
  });

  it('keeps the message for the event it is drawn to, and once', async () => {
    const again = 'start s\nuser A\ncatch C message=n\nuser B\nxor X\ns -> X -> A -> C -> B -> X';
    const drawn = { P: SENDER, R: late('R', 'catch CR message=m'), Q: again };
    const open = (...steps: PlanStep[]) => openAfter({ drawn, flows: ['T -> C'], steps });
    const turn = [{ complete: 'A' }, { complete: 'B' }];
    expect(await open({ complete: 'WR' })).toEqual(['CR', 'A']);
    expect(await open({ complete: 'A' })).toEqual(['WR', 'B']);
    expect(await open(...turn, ...turn)).toEqual(['WR', 'C']);
  });

  it('is told once to who waits already', async () => {
    const again = 'start s\nxor X\ncatch C message=n\nuser B\ns -> X -> C -> B -> X';
    const steps = [{ complete: 'B' }];
    for (const sender of [SENDER, 'start S\nsend T message=m\nend E\nS -> T -> E'])
      expect(await openAfter({ drawn: { P: sender, Q: again }, flows: ['T -> C'], steps })).toEqual(['C']);
  });

  it('is not drawn from a task without one, whatever others wait for', async () => {
    const drawn = { P: 'start S\nservice A\nend E\nS -> A -> E', Q: waiter('Q', 'catch CQ message=A') };
    expect(await openAfter({ drawn })).toEqual(['CQ']);
  });

  it('carries what is sent along, at once and later', async () => {
    const sender = 'start S\nthrow T message=m in="about:=x"\nend E\nS -> T -> E';
    for (const waiting of [
      waiter('Q', 'catch CQ message=n'),
      late('Q', 'catch CQ message=n'),
      started('Q', 'message=n'),
    ]) {
      const flow = waiting.includes('CQ') ? 'T -> CQ' : 'T -> SQ';
      const steps = waiting.includes('WQ') ? [{ complete: 'WQ' }] : [];
      const xml = buildFile({ P: sender, Q: waiting }, [flow]);
      const { result } = await keepTraced(xml, { input: { x: 7 }, steps });
      expect(result).toMatchObject({ open: ['UQ'], variables: { x: 7, about: 7 } });
    }
  });

  it('stands at the message of a task that throws nothing of its own when that is done', async () => {
    const drawn = { P: 'start S\nservice T\nend E\nS -> T -> E', Q: late('Q', 'catch CQ message=n') };
    expect(await openAfter({ drawn, flows: ['T -> CQ'], steps: [{ complete: 'WQ' }] })).toEqual(['UQ']);
  });

  describe('to the border of a pool', () => {
    const flows = ['T -> pool_Q'];

    it('leads to who waits in that pool, not in another', async () => {
      const drawn = {
        P: SENDER,
        R: waiter('R', 'catch CR message=m'),
        Q: waiter('Q', 'catch CQ message=m'),
      };
      expect(await openAfter({ drawn, flows })).toEqual(['CR', 'UQ']);
    });

    it('starts the process of that pool, not another', async () => {
      const drawn = { P: SENDER, R: started('R', 'message=m'), Q: started('Q', 'message=m') };
      expect(await openAfter({ drawn, flows })).toEqual(['UQ']);
    });

    it('starts nothing when somebody waits', async () => {
      const both = 'start S1\nstart S2 message=m\ncatch C message=m\nuser A\nuser B\nS1 -> C -> A\nS2 -> B';
      expect(await openAfter({ drawn: { P: SENDER, Q: both }, flows })).toEqual(['A']);
    });

    it('keeps the message for who comes to wait in that pool later', async () => {
      const drawn = {
        P: SENDER,
        R: late('R', 'catch CR message=m'),
        Q: late('Q', 'catch CQ message=m'),
      };
      const steps = [{ complete: 'WR' }, { complete: 'WQ' }];
      expect(await openAfter({ drawn, flows, steps })).toEqual(['CR', 'UQ']);
    });

    it('loses the message in a pool where nobody will wait for it', async () => {
      const boundary = 'start s\nuser A\nuser B\nboundary C on=B message=m\nuser D\ns -> A -> B\nC -> D';
      expect(
        await openAfter({ drawn: { P: SENDER, Q: boundary }, flows, steps: [{ complete: 'A' }] }),
      ).toEqual(['B']);
    });
  });
});

describe('Feature: whom a signal reaches', () => {
  it('reaches those who wait for its name with what it carries, and starts what it starts', async () => {
    const drawn = {
      A: waiter('A', 'catch CA signal=Go'),
      B: waiter('B', 'catch CB signal=Stop'),
      C: started('C', 'signal=Go'),
      D: started('D', 'signal=Stop'),
      F: started('F', 'message=Go'),
      G: started('G', 'timer=P9D'),
      H: 'start SH\nend EH\nSH -> EH',
    };
    const signal = { signal: 'Go', payload: { by: 'x' } };
    const { result } = await keepTraced(buildFile(drawn), { steps: [signal] });
    expect(result).toMatchObject({ open: ['UA', 'CB', 'UC'], variables: { by: 'x' } });
    expect(await openAfter({ drawn, steps: [{ signal: 'Go' }] })).toEqual(['UA', 'CB', 'UC']);
  });

  it('carries what it brings into each process', async () => {
    const xml = buildFile({ A: waiter('A', 'catch CA signal=Go') });
    const { result } = await keepTraced(xml, { steps: [{ signal: 'Go', payload: { by: 'x' } }] });
    expect(result.variables).toEqual({ by: 'x' });
  });

  it('is not heard by its own process when that comes to wait after it', async () => {
    const drawn = { P: 'start S\nthrow T signal=Go\ncatch C signal=Go\nuser U\nS -> T -> C -> U' };
    expect(await openAfter({ drawn: { ...drawn, Q: waiter('Q', 'catch CQ signal=Go') } })).toEqual([
      'C',
      'UQ',
    ]);
  });

  it('is heard in the plan when it only starts something', async () => {
    const xml = buildFile({ A: started('A', 'signal=Go') });
    const { diagnostics, result } = await keepTraced(xml, { steps: [{ signal: 'Go' }] });
    expect([diagnostics, result.open]).toEqual([[], ['UA']]);
  });
});
