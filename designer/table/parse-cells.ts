/** Cells of a pasted table: tab-separated as word processors and spreadsheets copy them, or bars as in plain text. */

export interface CellRow {
  cells: string[];
  /** of its first line, from 1 */
  line: number;
}

export function parseCells(text: string): CellRow[] {
  const normal = text.normalize('NFC').replace(/\r\n?/g, '\n');
  const rows = normal.includes('\t') ? parseTabs(normal) : parseBars(normal);
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim()) && !isRule(cells));
}

/** `|---|---|`, the rule under a plain-text head. */
const isRule = (cells: string[]): boolean => cells.every((cell) => /^[\s:-]*$/.test(cell));

const parseBars = (text: string): CellRow[] =>
  text
    .split('\n')
    .map((line, index) => ({ cells: line.replace(/^\s*\||\|\s*$/g, '').split('|'), line: index + 1 }));

/** A cell with line breaks comes quoted, quotes inside it doubled. */
function parseTabs(text: string): CellRow[] {
  const rows: CellRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let startedAt = 1;
  const endRow = () => {
    rows.push({ cells: [...cells, cell], line: startedAt });
    cells = [];
    cell = '';
    startedAt = line;
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '\n') line++;
    if (isQuoted && sign === '"' && text[at + 1] === '"') cell += text[++at];
    else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (sign === '\t' && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n' && !isQuoted) endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}
