/** Columns of a table in a template: their order, their widths, and taking one out, in every row of the source. */
import type { Edited } from './edit-blocks.ts';
import { type Block, blocksAround, parseBlocks } from './parse-blocks.ts';

export interface Columns {
  count: number;
  /** the column that the offset is in, from 0; of a cell over several the first */
  index: number;
  /** per cent, when the head says so */
  width?: number;
  canMoveLeft: boolean;
  canMoveRight: boolean;
}

/** The columns of the table around an offset; undefined where there is none, or its rows do not fit each other. */
export function columnsAt(source: string, offset: number): Columns | undefined {
  const grid = gridAt(source, offset);
  if (!grid) return undefined;
  const { count, index } = grid;
  const width = widthOf(source, headOf(grid, index));
  return {
    count,
    index,
    ...(width !== undefined && { width }),
    canMoveLeft: index > 0 && canSwap(grid, index - 1),
    canMoveRight: index < count - 1 && canSwap(grid, index),
  };
}

/** The column of the offset changes places with its neighbour; undefined where cells reach over both sides. */
export function moveColumn(source: string, offset: number, by: -1 | 1): Edited | undefined {
  const grid = gridAt(source, offset);
  if (!grid) return undefined;
  const left = grid.index + Math.min(by, 0);
  if (left < 0 || left >= grid.count - 1 || !canSwap(grid, left)) return undefined;
  let chosen = offset;
  const changes = grid.rows.flatMap((row) => {
    const [first, second] = [own(row, left), own(row, left + 1)];
    if (!first || !second || first === second) return [];
    const [before, behind] = [textOf(source, first), textOf(source, second)];
    if (isIn(first, offset)) chosen += second.block.end - first.block.end;
    if (isIn(second, offset)) chosen -= second.block.start - first.block.start;
    return [
      { ...placeOf(first), text: behind },
      { ...placeOf(second), text: before },
    ];
  });
  return { source: changed(source, changes), chosen };
}

/** Takes the column of the offset out of every row; cells over several become narrower. */
export function removeColumn(source: string, offset: number): string | undefined {
  const grid = gridAt(source, offset);
  if (!grid || grid.count < 2) return undefined;
  const changes = grid.rows.flatMap((row) => {
    const cell = own(row, grid.index);
    if (!cell) return [];
    if (cell.span === 1) return [{ ...placeOf(cell), text: '' }];
    return [{ ...openingOf(cell), text: withSpan(openingText(source, cell), cell.span - 1) }];
  });
  return changed(source, changes);
}

/** Sets the width of the column of the offset, in per cent of the table; undefined lets it be what it needs. */
export function setColumnWidth(
  source: string,
  offset: number,
  width: number | undefined,
): string | undefined {
  const grid = gridAt(source, offset);
  const head = grid && headOf(grid, grid.index);
  if (!head) return undefined;
  return changed(source, [{ ...openingOf(head), text: withWidth(openingText(source, head), width) }]);
}

interface Cell {
  block: Block;
  column: number;
  span: number;
  /** rows below this one that it reaches into */
  below: number;
}

interface Row {
  /** by column: the cell that covers it, whichever row it begins in */
  covered: Cell[];
  cells: Cell[];
}

interface Grid {
  count: number;
  index: number;
  rows: Row[];
}

function gridAt(source: string, offset: number): Grid | undefined {
  const around = blocksAround(parseBlocks(source) ?? [], offset);
  const cell = around.find(isCell);
  const table = around.find(({ kind, name }) => kind === 'element' && name === 'table');
  if (!cell || !table) return undefined;
  const rows = sectionsOf(table).map((section) => rowsOf(source, section));
  if (rows.includes(undefined)) return undefined;
  const all = rows.flatMap((section) => section ?? []);
  const count = Math.max(...all.map(({ covered }) => covered.length));
  const place = all.flatMap(({ cells }) => cells).find(({ block }) => block === cell);
  if (!place || all.some(({ covered }) => covered.length !== count)) return undefined;
  return { count, index: place.column, rows: all };
}

const isCell = ({ kind, name }: Block): boolean => kind === 'element' && (name === 'td' || name === 'th');
const isRow = ({ kind, name }: Block): boolean => kind === 'element' && name === 'tr';

/** Rows that can share cells: those that stand in one list. */
function sectionsOf(block: Block): Block[][] {
  return block.children.flatMap((list) => {
    const rows = list.filter(isRow);
    const inside = list.filter((inner) => !isRow(inner)).flatMap(sectionsOf);
    return rows.length > 0 ? [rows, ...inside] : inside;
  });
}

/** Undefined where something else than cells stands in a row, or cells leave a hole. */
function rowsOf(source: string, section: Block[]): Row[] | undefined {
  const rows: Row[] = [];
  let reaching: Cell[] = [];
  for (const { children } of section) {
    const blocks = (children[0] ?? []).filter(({ kind, name }) => !(kind === 'text' && name === ''));
    if (!blocks.every(isCell)) return undefined;
    const row = rowOf(source, blocks, reaching);
    if (row.covered.includes(undefined as never)) return undefined;
    rows.push(row);
    reaching = [...new Set(row.covered)].filter(({ below }) => below > 0);
    reaching = reaching.map((cell) => Object.assign(cell, { below: cell.below - 1 }));
  }
  return rows;
}

function rowOf(source: string, blocks: Block[], reaching: Cell[]): Row {
  const covered: Cell[] = [];
  const cover = (cell: Cell) => {
    for (let column = cell.column; column < cell.column + cell.span; column += 1) covered[column] = cell;
  };
  reaching.forEach(cover);
  const cells = blocks.map((block) => {
    let column = 0;
    while (covered[column]) column += 1;
    const opening = source.slice(block.start, block.openEnd);
    const cell: Cell = {
      block,
      column,
      span: numberIn(opening, 'colspan'),
      below: numberIn(opening, 'rowspan') - 1,
    };
    cover(cell);
    return cell;
  });
  return { covered: Array.from(covered), cells };
}

const numberIn = (opening: string, attribute: string): number =>
  Math.max(1, Number(new RegExp(`\\s${attribute}\\s*=\\s*["']?(\\d+)`, 'i').exec(opening)?.[1] ?? 1));

/** The cell over a column that begins in this row. */
const own = (row: Row, column: number): Cell | undefined => {
  const cell = row.covered[column];
  return cell && row.cells.includes(cell) ? cell : undefined;
};

const canSwap = ({ rows }: Grid, left: number): boolean =>
  rows.every(({ covered }) => {
    const [first, second] = [covered[left], covered[left + 1]];
    return first === second || (first?.span === 1 && second?.span === 1);
  });

const headOf = ({ rows }: Grid, column: number): Cell | undefined =>
  rows.map((row) => own(row, column)).find((cell) => cell?.span === 1);

const isIn = ({ block: { start, end } }: Cell, offset: number): boolean => start <= offset && offset < end;
const placeOf = ({ block: { start, end } }: Cell) => ({ start, end });
const openingOf = ({ block: { start, openEnd } }: Cell) => ({ start, end: openEnd });
const textOf = (source: string, { block: { start, end } }: Cell): string => source.slice(start, end);
const openingText = (source: string, { block: { start, openEnd } }: Cell): string =>
  source.slice(start, openEnd);

const WIDTH = /(^|;)\s*width\s*:\s*([\d.]+)%\s*/i;
const STYLE = /\sstyle\s*=\s*"([^"]*)"/i;

function widthOf(source: string, head: Cell | undefined): number | undefined {
  const style = head && STYLE.exec(openingText(source, head))?.[1];
  const width = style && WIDTH.exec(style)?.[2];
  return width ? Number(width) : undefined;
}

function withWidth(opening: string, width: number | undefined): string {
  const style = STYLE.exec(opening)?.[1] ?? '';
  const others = style
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part && !/^width\s*:/i.test(part));
  const parts = width === undefined ? others : [...others, `width: ${width}%`];
  const bare = opening.replace(STYLE, '');
  return parts.length > 0 ? bare.replace(/>$/, ` style="${parts.join('; ')}">`) : bare;
}

const withSpan = (opening: string, span: number): string =>
  opening.replace(/\scolspan\s*=\s*["']?\d+["']?/i, span > 1 ? ` colspan="${span}"` : '');

interface Change {
  start: number;
  end: number;
  text: string;
}

function changed(source: string, changes: Change[]): string {
  let result = source;
  for (const { start, end, text } of [...changes].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + text + result.slice(end);
  }
  return result;
}
