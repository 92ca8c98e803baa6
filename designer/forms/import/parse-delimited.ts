/** Rows of a text whose cells are parted by tabs, semicolons or commas: a pasted sheet, a CSV file. */

/** @returns cells without surrounding blanks; rows without any text are left out */
export function parseDelimited(text: string): string[][] {
  const normal = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = separatorOf(normal);
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < normal.length; at += 1) {
    const sign = normal[at];
    const isDoubled = isQuoted && sign === '"' && normal[at + 1] === '"';
    if (isDoubled) {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
    else if (!isQuoted && (sign === separator || sign === '\n')) {
      rows.at(-1)?.push(cell.trim());
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  rows.at(-1)?.push(cell.trim());
  return rows.filter((cells) => cells.some(Boolean));
}

/** Commas and semicolons part cells only where every line of a file has them; prose has some here and there. */
function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isOfAll = (separator: string) => lines.length > 1 && lines.every((line) => line.includes(separator));
  return isOfAll(';') ? ';' : isOfAll(',') ? ',' : '\t';
}
