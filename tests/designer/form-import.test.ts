import { describe, expect, it } from '@jest/globals';
import excel from 'exceljs';
import Zip from 'pizzip';
import { propertiesAt } from '../../designer/forms/builder/form-nodes.ts';
import { addGuessed } from '../../designer/forms/import/add-guessed.ts';
import { copyFields } from '../../designer/forms/import/copy-fields.ts';
import { guessFields } from '../../designer/forms/import/guess-fields.ts';
import { readImport } from '../../designer/forms/import/read-import.ts';
import { newForm } from '../../designer/forms/new-form.ts';
import { compileForm } from '../../forms/index.ts';

const fileOf = (name: string, content: ArrayBuffer | Uint8Array | string) =>
  new File([content as BlobPart], name);

const paragraph = (...runs: string[]) =>
  `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${runs.join('')}</w:p>`;
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const TAB = '<w:r><w:tab/></w:r>';
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

function docx(...body: string[]): File {
  const zip = new Zip();
  zip.file('word/document.xml', `<w:document xmlns:w="w"><w:body>${body.join('')}</w:body></w:document>`);
  return fileOf('don.docx', zip.generate({ type: 'uint8array' }));
}

describe('a pasted list of fields', () => {
  it('is read from the lines of a paper form', () => {
    const text = [
      'Kính gửi: ....................',
      '1. Họ và tên: ..................',
      '2) Ngày sinh (*): …………',
      '- Số căn cước ……… ngày cấp …',
      '3.1. Diện tích xây dựng:',
      '....................',
      'Tôi cam đoan lời khai là đúng',
      '........, ngày ... tháng ... năm ...',
    ].join('\n');
    expect(guessFields(text)).toEqual([
      { title: 'Họ và tên', kind: 'text', required: false },
      { title: 'Ngày sinh', kind: 'date', required: true },
      { title: 'Số căn cước', kind: 'citizen-id', required: false },
      { title: 'Ngày cấp', kind: 'date', required: false },
      { title: 'Diện tích xây dựng', kind: 'number', required: false },
      { title: 'Tôi cam đoan lời khai là đúng', kind: 'boolean', required: false },
    ]);
  });

  it('is read from the cells of a spreadsheet, with or without a head', () => {
    expect(guessFields('Liên hệ\tSố điện thoại\tBắt buộc\r\nGhi chú\t\t\n')).toEqual([
      { title: 'Liên hệ', kind: 'phone', required: true },
      { title: 'Ghi chú', kind: 'textarea', required: false },
    ]);
    expect(
      guessFields('STT;Tên trường;Bắt buộc;Lựa chọn\n1;"Loại; cấp";x;"Cấp II|Cấp III"\n2;Họ tên;;'),
    ).toEqual([
      { title: 'Loại; cấp', kind: 'select', required: true, options: ['Cấp II', 'Cấp III'] },
      { title: 'Họ tên', kind: 'text', required: false },
    ]);
  });
});

describe('an imported file', () => {
  it('of Excel gives the fields of its list', async () => {
    const book = new excel.Workbook();
    const sheet = book.addWorksheet('Trường');
    sheet.addRows([
      ['DANH SÁCH TRƯỜNG CỦA TỜ KHAI'],
      [],
      ['Tên trường', 'Loại', 'Bắt buộc', 'Hướng dẫn'],
      ['Họ và tên', 'văn bản ngắn', 'x', 'Như trên thẻ căn cước'],
      [{ richText: [{ text: 'Diện tích ' }, { text: 'lô đất' }] }, '', '', ''],
    ]);
    expect(await readImport(fileOf('ds.xlsx', (await book.xlsx.writeBuffer()) as ArrayBuffer))).toEqual({
      fields: [
        { title: 'Họ và tên', kind: 'text', required: true, help: 'Như trên thẻ căn cước' },
        { title: 'Diện tích lô đất', kind: 'number', required: false },
      ],
    });
  });

  it('of Word gives the fields of dotted lines, tab leaders, boxes and tables, in their order', async () => {
    const file = docx(
      paragraph(run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')),
      paragraph(run('Căn cứ Luật Xây dựng, đề nghị xem xét.')),
      paragraph(run('I. THÔNG TIN CHỦ ĐẦU TƯ')),
      paragraph(run('1. Tên chủ '), run('đầu tư (*): .........')),
      paragraph(run('2. Số điện thoại:'), TAB, run('Email:'), TAB),
      table(['Số nhà', ''], ['Đường/phố', '.......']),
      table(['STT', 'Tầng', 'Diện tích sàn'], ['1', '', ''], ['2', '', '']),
    );
    expect(await readImport(file)).toEqual({
      fields: [
        { title: 'Thông tin chủ đầu tư', kind: 'section', required: false },
        { title: 'Tên chủ đầu tư', kind: 'text', required: true },
        { title: 'Số điện thoại', kind: 'phone', required: false },
        { title: 'Email', kind: 'email', required: false },
        { title: 'Số nhà', kind: 'text', required: false },
        { title: 'Đường/phố', kind: 'text', required: false },
        {
          title: 'Bảng kê',
          kind: 'table',
          required: false,
          columns: [
            { title: 'Tầng', kind: 'text', required: false },
            { title: 'Diện tích sàn', kind: 'number', required: false },
          ],
        },
      ],
    });
  });

  it.each([
    ['don.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old-office'],
    ['anh.docx', new Uint8Array([1, 2, 3]), 'not-readable'],
    ['anh.xlsx', new Uint8Array([1, 2, 3]), 'not-readable'],
    ['anh.png', new Uint8Array([1]), 'unknown-kind'],
    ['trong.csv', '', 'no-fields'],
    ['bieu-mau.json', '{', 'not-json'],
    ['bieu-mau.json', '{"schema": []}', 'not-json'],
    ['bieu-mau.json', '{"schema": {"type": "object", "madeUp": 1}}', 'not-json'],
  ])('that is wrong is told: %s', async (name, content, fault) => {
    expect(await readImport(fileOf(name, content))).toMatchObject({ fault });
  });

  it('that unpacks to something else than Word is told', async () => {
    const zip = new Zip();
    zip.file('virus.exe', 'x');
    const file = fileOf('don.docx', zip.generate({ type: 'uint8array' }));
    expect(await readImport(file)).toEqual({ fault: 'not-readable' });
    expect(
      await readImport({
        ...file,
        name: 'x.docx',
        size: 20_000_000,
        arrayBuffer: async () => new ArrayBuffer(0),
      }),
    ).toEqual({
      fault: 'too-large',
    });
  });

  it('of an exported form is that form', async () => {
    const documents = addGuessed(newForm('Mẫu'), guessFields('Họ và tên: ....'));
    expect(await readImport(fileOf('m.json', JSON.stringify(documents)))).toEqual({ documents });
  });
});

describe('confirmed guesses', () => {
  it('become fields in their sections, tables with their columns, choices, help', () => {
    const documents = addGuessed(newForm('Mẫu'), [
      { title: 'Chủ hộ', kind: 'section', required: false },
      { title: 'Họ tên', kind: 'text', required: true, help: 'Viết hoa' },
      { title: 'Công trình', kind: 'section', required: false },
      { title: 'Cấp', kind: 'radio', required: false, options: ['II', 'III', 'II'] },
      { title: 'Hạng mục', kind: 'checkboxes', required: false, options: ['A', 'B'] },
      {
        title: 'Tầng',
        kind: 'table',
        required: false,
        columns: [{ title: 'Diện tích', kind: 'number', required: true }],
      },
    ]);
    const { form, problems } = compileForm(documents);
    expect(problems).toEqual([]);
    expect(form?.fields.map(({ path, type, required }) => [path, type, required])).toEqual([
      ['hoTen', 'text', true],
      ['cap', 'select', false],
      ['hangMuc', 'multiselect', false],
      ['tang', 'table', false],
      ['tang[].dienTich', 'number', true],
    ]);
    expect(documents.ui['ui:sections']).toEqual([
      { title: 'Chủ hộ', fields: ['hoTen'] },
      { title: 'Công trình', fields: ['cap', 'hangMuc', 'tang'] },
    ]);
    expect(documents.ui['hoTen']).toEqual({ 'ui:help': 'Viết hoa' });
  });

  it('leave the fields that stood there before outside of the first section', () => {
    const before = addGuessed(newForm('Mẫu'), guessFields('Số hồ sơ: ....'));
    const { ui } = addGuessed(before, guessFields('I. Chủ hộ\nHọ tên: ....'));
    expect(ui['ui:sections']).toEqual([{ title: 'Chủ hộ', fields: ['hoTen'] }]);
  });
});

describe('fields copied from another form', () => {
  it('keep their rules, take free names, and leave behind rules about fields that stay', () => {
    const source = {
      schema: {
        type: 'object',
        properties: { ten: { type: 'string' }, ma: { type: 'string' }, loai: { type: 'string' } },
        required: ['ma'],
      },
      ui: {
        ten: { 'ui:help': 'Họ tên', 'ui:visibleIf': 'loai = "x"' },
        ma: { 'ui:visibleIf': 'ten != null' },
      },
    };
    const target = addGuessed(newForm('Mẫu'), guessFields('Tên: ....'));
    const copied = copyFields(target, source, ['ten', 'ma']);
    expect(Object.keys(propertiesAt(copied, ''))).toEqual(['ten', 'ten2', 'ma']);
    expect(copied.ui).toEqual({ ten2: { 'ui:help': 'Họ tên' }, ma: { 'ui:visibleIf': 'ten2 != null' } });
    expect(copied.schema['required']).toEqual(['ma']);
    expect(compileForm(copied).problems).toEqual([]);
  });
});
