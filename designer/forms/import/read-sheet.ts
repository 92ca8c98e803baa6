/** The first sheet of an Excel workbook as rows of texts; the library is loaded when needed. */
import type { CellValue } from 'exceljs';

/** More than any list of fields. */
const MOST_ROWS = 1000;
const MOST_COLUMNS = 30;

/** @throws Error when the bytes are no workbook */
export async function readSheet(bytes: ArrayBuffer): Promise<string[][]> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  await book.xlsx.load(bytes);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  const rows: string[][] = [];
  sheet.eachRow((row, number) => {
    if (number > MOST_ROWS) return;
    const cells: string[] = [];
    for (let column = 1; column <= Math.min(row.cellCount, MOST_COLUMNS); column += 1) {
      cells.push(textOf(row.getCell(column).value).trim());
    }
    if (cells.some(Boolean)) rows.push(cells);
  });
  return rows;
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object' || value instanceof Date) return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text as CellValue);
  if ('result' in value) return textOf(value.result as CellValue);
  return '';
}
