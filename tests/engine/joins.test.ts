import { describe, expect, it } from '@jest/globals';
import { buildProcess } from '../support/build-process.ts';
import { saidOf } from '../support/said-of.ts';

const findings = async (drawing: string) =>
  (await saidOf(buildProcess(drawing))).filter((each) => !each.startsWith('info'));
const NEVER = 'error join.never-completes J';
/** A choice of one way out of two before a join of both, and `from` before the choice. */
const choiceAfter = (from: string) => `xor X default=c
  task C
  task D
  and J
  end E
  ${from} -> X
  X -c-> C -> J
  X -> D : big
  D -> J
  J -> E`;
/** Branches side by side, each of some tasks in a row that end there or lead on. */
const branches = (count: number, length: number, to?: string) =>
  Array.from({ length: count }, (_, branch) => {
    const tasks = Array.from({ length }, (_, place) => `T${branch}_${place}`);
    return `${tasks.map((task) => `task ${task}`).join('\n')}\nF -> ${[...tasks, ...(to ? [to] : [])].join(' -> ')}`;
  }).join('\n');
const row = (count: number) =>
  Array.from(
    { length: count },
    (_, place) => `task R${place}\n${place ? `R${place - 1}` : 'S'} -> R${place}`,
  ).join('\n');

describe('a parallel join is said never to complete', () => {
  it.each([
    ['behind a choice of one branch', `start S\n${choiceAfter('S')}`],
    [
      'behind a race of events',
      'start S\nrace R\ncatch A signal=a\ncatch B signal=b\nand J\nS -> R -> A -> J\nR -> B -> J',
    ],
    [
      'behind the way out by which a boundary event interrupts',
      `start S\ntask A\nboundary B on=A timer=PT1H\nend E0\nS -> A -> E0\n${choiceAfter('B')}`,
    ],
    [
      'of an activity and the boundary event that interrupts it',
      'start S\ntask A\nboundary B on=A timer=PT1H\nand J\nS -> A -> J\nB -> J',
    ],
    [
      'of two starts, each of which begins alone',
      'start S message=m\nstart T message=n\nand J\nS -> J\nT -> J',
    ],
    ['behind a start that a message begins', `start S message=m\n${choiceAfter('S')}`],
    [
      'of two receive tasks, each of which begins alone',
      'receive A message=a instantiate\nreceive B message=b instantiate\nand J\nA -> J\nB -> J',
    ],
    ['in a process without a start event', `task A\n${choiceAfter('A')}`],
    [
      'behind another that does complete',
      `start S\nand F\ntask A\ntask B\nand K\nS -> F -> A -> K\nF -> B -> K\n${choiceAfter('K')}`,
    ],
    ['behind a link', `start S\nthrow L link=x\ncatch M link=x\nS -> L\n${choiceAfter('M')}`],
    [
      'however the branches beside it take turns',
      `start S\nand F\nS -> F\n${branches(5, 2)}\n${choiceAfter('F')}`,
    ],
    [
      'when three tokens come to one place',
      `start S\nand F\ntask M\nend G\nM -> G\nS -> F\n${branches(3, 1, 'M')}\n${choiceAfter('F')}`,
    ],
    ['in a scope of eighty elements', `start S\n${row(74)}\n${choiceAfter('R73')}`],
  ])('%s', async (_, drawing) => {
    expect(await findings(drawing)).toEqual([NEVER]);
  });

  it('alone, and not what would follow on it', async () => {
    const drawing = `start S\n${choiceAfter('S')}\nxor Y default=p\ntask G\ntask H\nand K\nJ -> Y\nY -p-> G -> K\nY -> H : big\nH -> K`;
    expect(await findings(drawing)).toEqual([NEVER]);
  });
});

describe('nothing is said of a parallel join', () => {
  it.each([
    ['behind a parallel split', 'start S\nand F\ntask A\ntask B\nand J\nS -> F -> A -> J\nF -> B -> J'],
    [
      'behind an inclusive split, which may take every branch',
      'start S\nor F default=n\ntask A\ntask B\nand J\nS -> F\nF -> A : a\nF -n-> B\nA -> J\nB -> J',
    ],
    [
      'behind a task with conditions on its flows',
      'start S\ntask F\ntask A\ntask B\nand J\nS -> F\nF -> A : a\nF -> B : b\nA -> J\nB -> J',
    ],
    [
      'that a branch comes to over a link',
      'start S\nand F\nthrow L link=x\ncatch M link=x\ntask B\nand J\nS -> F -> L\nF -> B -> J\nM -> J',
    ],
    [
      'of an activity and a boundary event beside it',
      'start S\ntask A\nboundary B on=A timer=PT1H nonInterrupting\nand J\nS -> A -> J\nB -> J',
    ],
    ['of the entries of a process without a start event', 'task A\ntask B\nand J\nA -> J\nB -> J'],
    [
      'behind a race that takes all its events',
      'race R instantiate gateway=Parallel\ncatch A message=a\ncatch B message=b\nand J\nR -> A -> J\nR -> B -> J',
    ],
    [
      'behind an activity that gives two tokens',
      `start S\ntask A completionQuantity=2\nS -> A\n${choiceAfter('A')}`,
    ],
    [
      'behind a place that two tokens come to',
      `start S\nand F\ntask M\nS -> F\nF -a-> M\nF -b-> M\n${choiceAfter('M')}`,
    ],
    [
      'when more than three tokens come to one place',
      `start S\nand F\ntask M\nend G\nM -> G\nS -> F\n${branches(4, 1, 'M')}\n${choiceAfter('F')}`,
    ],
    ['when there are too many courses', `start S\nand F\nS -> F\n${branches(8, 2)}\n${choiceAfter('F')}`],
    ['in a scope of more than eighty elements', `start S\n${row(75)}\n${choiceAfter('R74')}`],
    ['that no token comes to', 'start S\ntask A\ntask B\ntask C\nand J\nS -> A\nB -> J\nC -> J'],
  ])('%s', async (_, drawing) => {
    expect((await saidOf(buildProcess(drawing))).filter((each) => each.includes('join.'))).toEqual([]);
  });
});
