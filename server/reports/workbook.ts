/** Writes one sheet as an Excel workbook, row by row, into a stream; the library is loaded when first needed. */
import { PassThrough, type Readable } from 'node:stream';

export interface SheetColumn {
  header: string;
  /** characters; 14 when absent */
  width?: number;
}

export interface Sheet {
  name: string;
  /** lines above the table */
  heading: string[];
  columns: SheetColumn[];
  rows: AsyncIterable<(string | number)[]> | Iterable<(string | number)[]>;
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A text that begins like a formula stays a text. Memory stays flat however many rows there are. A row that cannot be read breaks the stream off. */
export async function workbook(sheet: Sheet): Promise<Readable> {
  const { default: excel } = await import('exceljs');
  const stream = new PassThrough();
  const writer = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  write(writer, sheet).catch((fault: Error) => stream.destroy(fault));
  return stream;
}

type Writer = InstanceType<typeof import('exceljs')['stream']['xlsx']['WorkbookWriter']>;

async function write(writer: Writer, { name, heading, columns, rows }: Sheet): Promise<void> {
  const page = writer.addWorksheet(name, {
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToWidth: 1 },
  });
  page.columns = columns.map(({ width = 14 }) => ({ width }));
  for (const line of heading) bold(page.addRow([line])).commit();
  bold(page.addRow(columns.map(({ header }) => header))).commit();
  for await (const row of rows) page.addRow(row).commit();
  page.commit();
  await writer.commit();
}

type Row = ReturnType<ReturnType<Writer['addWorksheet']>['addRow']>;

function bold(row: Row): Row {
  row.font = { bold: true };
  return row;
}
