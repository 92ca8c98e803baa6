/** Fields guessed from a paper form: labels before dotted lines, boxes, and tables. */
import { fieldOf, type GuessedField, guessFromLine } from './guess-fields.ts';
import type { PaperBlock } from './read-docx.ts';

export const guessFromPaper = (blocks: readonly PaperBlock[]): GuessedField[] =>
  blocks.flatMap((block) => (block.type === 'line' ? fromLine(block.text) : fromTable(block.rows)));

/** Prose asks nothing: a line counts when it leaves room to write, ends with a colon, has a box or heads a part. */
const fromLine = (text: string): GuessedField[] =>
  /(?:[.…_]\s?){3,}|…|[:：]\s*$|[☐□]|^\s*(?:[IVX]{1,4}[.)]|phần\s)/iu.test(text) ||
  /\bcam đoan\b|\bcam kết\b/iu.test(text)
    ? guessFromLine(text)
    : [];

/** A head over rows left blank is a table to fill in; a label beside a blank cell is a field. */
function fromTable(rows: readonly (readonly string[])[]): GuessedField[] {
  const [head = [], ...below] = rows;
  const named = head.filter((cell) => cell !== '');
  const isList =
    named.length > 1 && named.length === head.length && below.length > 0 && below.every(isBlankRow);
  if (!isList) return rows.flatMap(fromRow);
  const columns = head.filter((cell) => !/^(stt|tt|số tt)\.?$/iu.test(cell)).map((cell) => fieldOf(cell));
  return [{ title: 'Bảng kê', kind: 'table', required: false, columns }];
}

function fromRow(cells: readonly string[]): GuessedField[] {
  const found: GuessedField[] = [];
  for (const [place, cell] of cells.entries()) {
    const next = cells[place + 1];
    if (cell === '' || isBlank(cell)) continue;
    if (next !== undefined && isBlank(next)) found.push(fieldOf(cell));
    else found.push(...fromLine(cell));
  }
  return found;
}

const isBlank = (cell: string): boolean => /^[\s.…_]*$/u.test(cell);

/** Only numbered: `1`, `2`. */
const isBlankRow = (cells: readonly string[]): boolean =>
  cells.every((cell, place) => isBlank(cell) || (place === 0 && /^\d+[.)]?$/.test(cell)));
