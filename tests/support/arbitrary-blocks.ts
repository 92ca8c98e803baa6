import fc from 'fast-check';
import type { Block } from './block-model.ts';

type Kind = Block['kind'];
type Arbitraries = Record<Kind, fc.Arbitrary<Block>>;

const ALL_KINDS: Kind[] = [
  'task',
  'sequence',
  'exclusive',
  'parallel',
  'inclusive',
  'loop',
  'subprocess',
  'multi',
  'guarded',
  'race',
  'failing',
];

/** Random block trees of the given kinds (all when absent), ids made unique; `depth` bounds the nesting. */
export function arbitraryBlocks({
  depth = 3,
  kinds = ALL_KINDS,
}: {
  depth?: number;
  kinds?: Kind[];
} = {}): fc.Arbitrary<Block> {
  const { block } = fc.letrec<{ block: Block }>((tie) => {
    const of = arbitraries(tie('block'));
    const [first, ...others] = kinds.map((kind) => of[kind]);
    // The first is what a tree ends in when it is deep enough.
    return {
      block: fc.oneof(
        { maxDepth: depth, depthIdentifier: 'block', withCrossShrink: true },
        first!,
        ...others,
      ),
    };
  });
  return block.map(withUniqueIds);
}

function arbitraries(inner: fc.Arbitrary<Block>): Arbitraries {
  const branches = fc.array(inner, { minLength: 2, maxLength: 3 });
  const picks = fc.array(fc.boolean(), { minLength: 3, maxLength: 3 });
  const few = fc.integer({ min: 1, max: 3 });
  return {
    task: fc.constant({ kind: 'task', id: 't' }),
    sequence: fc.array(inner, { maxLength: 3 }).map((blocks) => ({ kind: 'sequence', blocks })),
    exclusive: fc
      .tuple(branches, fc.nat())
      .map(([all, pick]) => ({ kind: 'exclusive', id: 'x', branches: all, choice: pick % all.length })),
    parallel: branches.map((all) => ({ kind: 'parallel', id: 'a', branches: all })),
    inclusive: fc.tuple(branches, picks).map(([all, chosen]) => ({
      kind: 'inclusive',
      id: 'o',
      branches: all,
      chosen: atLeastOne(chosen.slice(0, all.length)),
    })),
    loop: fc.tuple(inner, few).map(([body, times]) => ({ kind: 'loop', id: 'l', body, times })),
    subprocess: inner.map((body) => ({ kind: 'subprocess', id: 's', body })),
    multi: fc
      .tuple(few, fc.boolean())
      .map(([count, isSequential]) => ({ kind: 'multi', id: 'm', count, isSequential })),
    failing: fc.tuple(inner, inner).map(([body, handler]) => ({ kind: 'failing', id: 'e', body, handler })),
    race: branches.map((all) => ({ kind: 'race', id: 'r', branches: all })),
    guarded: fc
      .tuple(inner, fc.boolean())
      .map(([detour, isInterrupting]) => ({ kind: 'guarded', id: 'g', isInterrupting, detour })),
  };
}

const atLeastOne = (picks: boolean[]): boolean[] =>
  picks.includes(true) ? picks : picks.map((_, index) => index === 0);

function withUniqueIds(root: Block): Block {
  let count = 0;
  const visit = (block: Block): Block => {
    const named = 'id' in block ? { ...block, id: `${block.id}${++count}` } : block;
    switch (named.kind) {
      case 'task':
      case 'multi':
        return named;
      case 'sequence':
        return { ...named, blocks: named.blocks.map(visit) };
      case 'exclusive':
      case 'parallel':
      case 'inclusive':
      case 'race':
        return { ...named, branches: named.branches.map(visit) };
      case 'loop':
      case 'subprocess':
        return { ...named, body: visit(named.body) };
      case 'failing':
        return { ...named, body: visit(named.body), handler: visit(named.handler) };
      case 'guarded':
        return { ...named, detour: visit(named.detour) };
    }
  };
  return visit(root);
}
