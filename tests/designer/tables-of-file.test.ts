import { describe, expect, it } from '@jest/globals';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import excel from 'exceljs';
import { readStepTable } from '../../designer/table/read-step-table.ts';
import { tablesOfFile } from '../../designer/table/tables-of-file.ts';

const HEAD = ['TT', 'Nội dung công việc', 'Đơn vị thực hiện', 'Thời gian'];
const ROWS = [
  ['1', 'Tiếp nhận "hồ sơ"\nvà số hóa', 'Bộ phận Một cửa', '0,5 ngày'],
  ['2', 'Thẩm định', 'Chuyên viên', '2 ngày'],
  ['3', 'Ký & trả', 'Lãnh đạo Sở', 'Giờ hành chính'],
];

const wordTable = (rows: string[][]): Table =>
  new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (text) =>
              new TableCell({ children: text.split('\n').map((line) => new Paragraph({ text: line })) }),
          ),
        }),
    ),
  });

const word = async (...tables: string[][][]): Promise<File> => {
  const document = new Document({
    sections: [{ children: tables.flatMap((rows) => [new Paragraph('Điều 1'), wordTable(rows)]) }],
  });
  return new File([new Uint8Array(await Packer.toBuffer(document))], 'Quyết định.DOCX');
};

async function workbook(rows: string[][]): Promise<File> {
  const book = new excel.Workbook();
  const sheet = book.addWorksheet('Quy trình');
  sheet.addRows(rows);
  sheet.mergeCells('C2:C3');
  return new File([new Uint8Array(await book.xlsx.writeBuffer())], 'bảng.xlsx');
}

const stepsOf = async (file: File) => {
  const found = await tablesOfFile(file);
  return 'tables' in found ? found.tables.map(({ text }) => readStepTable(text).steps) : [];
};

describe('a decision in a file', () => {
  it('gives the step table of a Word document, whatever else stands in it', async () => {
    const [steps, ...others] = await stepsOf(await word([['Mã', 'Tên']], [HEAD, ...ROWS]));
    expect(others).toEqual([]);
    expect(steps!.map(({ order, performers, hours }) => [order, performers, hours])).toEqual([
      ['1', ['Bộ phận Một cửa'], 4],
      ['2', ['Chuyên viên'], 16],
      ['3', ['Lãnh đạo Sở'], null],
    ]);
    expect(steps!.map(({ work }) => work)).toEqual(['Tiếp nhận "hồ sơ"\nvà số hóa', 'Thẩm định', 'Ký & trả']);
  });

  it('gives each of several tables', async () => {
    expect(await stepsOf(await word([HEAD, ...ROWS], [HEAD, ROWS[1]!]))).toHaveLength(2);
  });

  it('gives the sheet of an Excel workbook; a merged cell counts once', async () => {
    const [steps] = await stepsOf(await workbook([HEAD, ...ROWS]));
    expect(steps!.map(({ performers }) => performers)).toEqual([['Bộ phận Một cửa'], [], ['Lãnh đạo Sở']]);
  });

  it.each([
    ['a text file', new File(['TT'], 'bang.txt'), 'not-word-or-excel'],
    ['a broken Word file', new File(['không phải tệp nén'], 'hong.docx'), 'unreadable'],
    ['a broken Excel file', new File(['không phải tệp nén'], 'hong.xlsx'), 'unreadable'],
  ])('says what is wrong with %s', async (_, file, problem) => {
    expect(await tablesOfFile(file)).toEqual({ problem });
  });

  it('says that a document has no step table', async () => {
    expect(
      await tablesOfFile(
        await word([
          ['Mã', 'Tên'],
          ['1', 'Một'],
        ]),
      ),
    ).toEqual({ problem: 'no-table' });
  });
});
