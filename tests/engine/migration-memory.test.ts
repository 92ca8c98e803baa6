import { describe, expect, it } from '@jest/globals';
import { type Case, migrated, openOf } from '../support/migrate-drawn.ts';

describe('what an instance remembers', () => {
  const join = (first: string, second: string, extra = '') =>
    `start S\nand F\nuser A\nuser B\nand J\nuser C\nend E\nS -> F\nF -> A\nF -> B\nA -${first}-> J\nB -${second}-> J\nJ -> C -> E${extra}`;

  it.each<[string, Case]>([
    ['by its id', { old: join('f1', 'f2'), next: join('f1', 'f2') }],
    ['by where it comes from', { old: join('f1', 'f2'), next: join('f2', 'f1') }],
    [
      'by where it comes from, renamed',
      { old: join('f1', 'f2'), next: join('f8', 'f9').replaceAll(/\bB\b/g, 'N'), mapping: { B: 'N' } },
    ],
    [
      'by the flow it is mapped to',
      {
        old: join('f1', 'f2'),
        next: join('f8', 'f9').replaceAll(/\bB\b/g, 'N'),
        mapping: { A: 'A', f2: 'f9' },
      },
    ],
    [
      'by its id from a new step',
      { old: join('f1', 'f2'), next: join('f1', 'f2').replace('B -f2-> J', 'user N\nB -> N\nN -f2-> J') },
    ],
  ])('is the branch by which a token came to a join: %s', async (_, given) => {
    const { goOn } = await migrated({ ...given, told: [{ complete: 'B' }] });
    expect(goOn({ complete: 'A' })).toEqual(['task C']);
  });

  it('is the one of two branches from the same gateway by its id', async () => {
    const drawing =
      'start S\nor G\nuser B\nand J\nuser C\nS -> G\nG -g1-> J : true\nG -g2-> J : true\nG -> B\nB -> J\nJ -> C';
    const { state } = await migrated({ old: drawing, next: drawing });
    expect(openOf(state).map(([, each]) => each)).toContainEqual(
      expect.objectContaining({ element: 'J', tokens: { g1: 1, g2: 1 } }),
    );
  });

  it('is the branch that it is mapped to, whatever the drawing says', async () => {
    const given = { old: join('f1', 'f2'), next: join('f1', 'f2'), told: [{ complete: 'B' }] };
    const { state } = await migrated({ ...given, mapping: { f2: 'f1' } });
    expect(openOf(state).map(([, each]) => each)).toContainEqual(
      expect.objectContaining({ element: 'J', tokens: { f1: 1 } }),
    );
  });

  it('is a token that came to a join by no branch', async () => {
    const { open, state } = await migrated({
      old: join('f1', 'f2'),
      next: join('f8', 'f9'),
      told: [{ jump: 'J' }],
    });
    expect(open).toEqual(['join J']);
    expect(openOf(state)[0]![1]).toMatchObject({ tokens: { '': 1 } });
  });

  it('is which branches a complex gateway has fired with', async () => {
    const fork = (first: string, second: string) =>
      `start S\nand F\nuser A\nuser B\ncomplex K activation="activationCount >= 1"\nuser C\nS -> F\nF -> A\nF -> B\nA -${first}-> K\nB -${second}-> K\nK -> C`;
    const { goOn } = await migrated({
      old: fork('f1', 'f2'),
      next: fork('f2', 'f1'),
      told: [{ complete: 'A' }],
    });
    expect(goOn({ complete: 'B' })).toEqual(['task C']);
  });

  it('is what an ad-hoc sub-process has still to do', async () => {
    const adHoc = (...steps: string[]) =>
      `start S\nadhoc Sub ordering=Sequential {\n${steps.map((step) => `user ${step}`).join('\n')}\n}\nuser X\nS -> Sub -> X`;
    const { goOn } = await migrated({
      old: adHoc('A', 'B', 'C', 'D'),
      next: adHoc('A', 'N', 'D'),
      mapping: { B: 'N' },
    });
    expect(goOn({ complete: 'A' })).toEqual(['scope Sub', 'task N']);
    expect(goOn({ complete: 'A' }, { complete: 'N' })).toEqual(['scope Sub', 'task D']);
    expect(goOn({ complete: 'A' }, { complete: 'N' }, { complete: 'D' })).toEqual(['task X']);
  });

  it('is what compensation has to undo, by the names of the new version', async () => {
    const drawn = (step: string, sub: string) => `
      start S
      subprocess ${sub} {
        start S1
        user ${step}
        boundary Back on=${step} compensate
        user Undo forCompensation
        undo Back Undo
        end E1
        S1 -> ${step} -> E1
        eventsubprocess Whole {
          start T compensate
          throw Inner compensate
          end E2
          T -> Inner -> E2
        }
      }
      user Other
      boundary Back2 on=Other compensate
      user Undo2 forCompensation
      undo Back2 Undo2
      user Next
      throw All compensate
      end E
      S -> ${sub} -> Other -> Next -> All -> E`;
    const { goOn } = await migrated({
      old: drawn('A', 'Sub'),
      next: drawn('B', 'Part').replaceAll(/\bOther\b/g, 'More'),
      told: [{ complete: 'A' }, { complete: 'Other' }],
      mapping: { A: 'B', Sub: 'Part', Other: 'More' },
    });
    expect(goOn({ complete: 'Next' })).toEqual(['undo All', 'task Undo2']);
    expect(goOn({ complete: 'Next' }, { complete: 'Undo2' })).toEqual([
      'undo All',
      'scope Whole',
      'undo Inner',
      'task Undo',
    ]);
  });

  it('is what compensation has to undo in a sub-process that is open', async () => {
    const drawn = (step: string) => `
      start S
      subprocess Sub {
        start S1
        user ${step}
        boundary Back on=${step} compensate
        user Undo forCompensation
        undo Back Undo
        user Next
        throw All compensate
        S1 -> ${step} -> Next -> All
      }
      S -> Sub`;
    const { goOn } = await migrated({
      old: drawn('A'),
      next: drawn('B'),
      told: [{ complete: 'A' }],
      mapping: { A: 'B' },
    });
    expect(goOn({ complete: 'Next' })).toEqual(['scope Sub', 'undo All', 'task Undo']);
  });
});
