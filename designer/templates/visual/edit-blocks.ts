/** Moving, removing and adding blocks of a template: every change is of the source, and of those places alone. */
import { type Block, blocksAround, parseBlocks } from './parse-blocks.ts';

/** The changed source, and where the block that was worked on begins in it. */
export interface Edited {
  source: string;
  chosen: number;
}

/** Where a block stands and what can be done with it. */
export interface Chosen {
  block: Block;
  /** the block around it that can be chosen, too */
  around?: Block;
  canMoveUp: boolean;
  canMoveDown: boolean;
}

/** The innermost block around an offset that can be moved; undefined where there is none. */
export function chosenAt(source: string, offset: number): Chosen | undefined {
  const found = placed(source, offset)[0];
  if (!found) return undefined;
  const { block, blocks, index } = found;
  const around = placed(source, offset)[1]?.block;
  return {
    block,
    ...(around && { around }),
    canMoveUp: index > 0,
    canMoveDown: index < blocks.length - 1,
  };
}

/** The blocks that can be chosen on the page, outer ones first. */
export function choosableBlocks(source: string): Block[] {
  const found: Block[] = [];
  const visit = (list: Block[]) => {
    const blocks = blockList(list);
    for (const block of list) {
      if (blocks?.includes(block)) found.push(block);
      block.children.forEach(visit);
    }
  };
  visit(parseBlocks(source) ?? []);
  return found;
}

/** Changes places with the block before (-1) or behind (1); what stands between them stays between them. */
export function moveBlock(source: string, { start }: Block, by: -1 | 1): Edited | undefined {
  const found = placedAs(source, start);
  const other = found?.blocks[found.index + by];
  if (!found || !other) return undefined;
  const [first, second] = by < 0 ? [other, found.block] : [found.block, other];
  const before = source.slice(first.start, first.end);
  const between = source.slice(first.end, second.start);
  const behind = source.slice(second.start, second.end);
  return {
    source: spliced(source, { start: first.start, end: second.end }, `${behind}${between}${before}`),
    chosen: by < 0 ? first.start : first.start + behind.length + between.length,
  };
}

/** Takes the block out with the blanks before it; its neighbour is chosen then. */
export function removeBlock(source: string, { start, end }: Block): Edited | undefined {
  const found = placedAs(source, start);
  if (!found) return undefined;
  const from = start - (/\s*$/.exec(source.slice(0, start))?.[0].length ?? 0);
  const before = found.blocks[found.index - 1];
  return { source: spliced(source, { start: from, end }, ''), chosen: before?.start ?? from };
}

/**
 * Puts another block behind this one, on a line of its own; behind the whole table, list or row of boxes where this one
 * is a part of such.
 */
export function addBehind(source: string, block: Block, text: string): Edited {
  const { start, end } = wholeOf(source, block);
  const indent = /(?:^|\n)([ \t]*)$/.exec(source.slice(0, start))?.[1] ?? '';
  const lines = text.trimEnd().split('\n').join(`\n${indent}`);
  return {
    source: spliced(source, { start: end, end }, `\n${indent}${lines}`),
    chosen: end + 1 + indent.length,
  };
}

/** What is laid out as a whole: a paragraph between its parts would stand in its way. */
function wholeOf(source: string, block: Block): Block {
  const around = blocksAround(parseBlocks(source) ?? [], block.start);
  const isWhole = ({ name, start, openEnd }: Block) =>
    /^(table|ol|ul)$/.test(name) ||
    /\bclass="[^"]*\b(signatures|pair|with-codes?)\b/.test(source.slice(start, openEnd));
  return around.findLast(isWhole) ?? block;
}

interface Placed {
  block: Block;
  /** it and its neighbours, in order */
  blocks: Block[];
  index: number;
}

const placedAs = (source: string, start: number): Placed | undefined =>
  placed(source, start).find(({ block }) => block.start === start);

/** The movable blocks around an offset, innermost first. */
function placed(source: string, offset: number): Placed[] {
  const roots = parseBlocks(source);
  if (!roots) return [];
  const around = blocksAround(roots, offset);
  return around.flatMap((block, depth) => {
    const lists = around[depth + 1]?.children ?? [roots];
    const blocks = blockList(lists.find((list) => list.includes(block)) ?? []);
    const index = blocks?.indexOf(block) ?? -1;
    return blocks && index >= 0 ? [{ block, blocks, index }] : [];
  });
}

/** Parts of a line. */
const IN_LINE = new Set('b i u em strong small span sub sup a br img wbr'.split(' '));
/** And those of a table that are not rows. */
const NOT_MOVED = new Set([...IN_LINE, ...'col colgroup thead tbody tfoot td th style caption'.split(' ')]);

/** Those of the list that can change places; undefined where they stand in a line of text. */
function blockList(list: Block[]): Block[] | undefined {
  return list.some(isInLine) ? undefined : list.filter(isMovable);
}

const isMovable = ({ kind, name }: Block): boolean =>
  kind === 'element' ? !NOT_MOVED.has(name) : kind === 'shared' || kind === 'condition';

function isInLine({ kind, name, children }: Block): boolean {
  if (kind === 'condition') return children.some((list) => list.some(isInLine));
  return kind === 'field' || (kind === 'text' && name !== '') || (kind === 'element' && IN_LINE.has(name));
}

const spliced = (text: string, { start, end }: { start: number; end: number }, replacement: string): string =>
  text.slice(0, start) + replacement + text.slice(end);
