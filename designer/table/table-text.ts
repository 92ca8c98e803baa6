/** Rows of cells as the text that a word processor copies: tabs between cells, cells with line breaks in quotes. */
export const tableText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(cellText).join('\t')).join('\n');

const cellText = (text: string): string =>
  /["\n\t]/.test(text) ? `"${text.replaceAll('\t', ' ').replaceAll('"', '""')}"` : text;
