import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  compileTemplate,
  completePaper,
  isInCatalogue,
  renderTemplate,
  SAMPLE_PAPER,
  unknownVariables,
} from '../../templates/index.ts';
import { createPrinter, embeddedFonts } from '../../templates/printer/index.ts';
import { officialTemplates, tinosCss } from '../../templates/worker/index.ts';
import { decodeQr } from '../support/decode-qr.ts';
import { readPdf } from '../support/read-pdf.ts';

const printer = createPrinter(process.env['CHROME_PATH'] ? { chromePath: process.env['CHROME_PATH'] } : {});
beforeAll(() => printer.check(), 60_000);
afterAll(() => printer.close());

const OFFICIAL = officialTemplates();
const paperOf = (key: string) => OFFICIAL.find((official) => official.key === key)!;

function render(key: string, copies?: string[]): string {
  const { source, page, title, dataExample } = paperOf(key);
  const data = completePaper(dataExample);
  return renderTemplate(compileTemplate(source).template!, data, {
    page,
    title,
    fontCss: tinosCss(JSON.stringify(data)),
    ...(copies && { copies }),
  });
}

async function print(key: string, copies?: string[]) {
  const { page, title } = paperOf(key);
  const pdf = await printer.print(render(key, copies), { page, title });
  return { pdf, ...(await readPdf(pdf)) };
}

/** Each paper is printed once for all that is asked of it. */
const printed = new Map<string, ReturnType<typeof print>>();
function printOnce(key: string) {
  const paper = printed.get(key) ?? print(key);
  printed.set(key, paper);
  return paper;
}

/** Fields of a paper as they must follow each other. */
const ORDER: Record<string, string[]> = {
  // Domain 2.1: the appendix of the decision, verbatim.
  receipt: [
    'ỦY BAN NHÂN DÂN TỈNH AN GIANG',
    'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    'Số: 000128/TTPVHCC',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'An Giang, ngày 17 tháng 4 năm 2026',
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    'Mã hồ sơ: H01.12-260417-0001',
    '(Liên 2: Giao cho công dân)',
    'Trung tâm Phục vụ hành chính công/Bộ phận Tiếp nhận và Trả kết quả: Quầy số 03',
    'Số điện thoại: 0296 3 000 000',
    'Tiếp nhận hồ sơ của ông/bà: Nguyễn Văn A (mẫu)',
    'Địa chỉ: Số 1 đường Mẫu, khóm Mẫu, phường Long Xuyên, tỉnh An Giang',
    'Số điện thoại: 0900 000 000',
    'Email: nguyenvana@motcua.example',
    'Nội dung yêu cầu giải quyết: Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ',
    'Thành phần hồ sơ nộp gồm:',
    '1. Đơn đề nghị cấp giấy phép xây dựng;',
    '2. Bản sao giấy tờ chứng minh quyền sử dụng đất;',
    '3. Hai bộ bản vẽ thiết kế xây dựng',
    '4. Bản cam kết bảo đảm an toàn đối với công trình liền kề.',
    'Số lượng hồ sơ: 01 (bộ)',
    'Thời gian giải quyết hồ sơ theo quy định là: 15 ngày',
    'Thời gian nhận hồ sơ: 08 giờ 30 phút, ngày 17 tháng 4 năm 2026',
    'Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 04 tháng 5 năm 2026',
    'Đăng ký nhận kết quả tại: Trung tâm Phục vụ hành chính công tỉnh An Giang',
    'Vào Sổ theo dõi hồ sơ, Quyển số: 01/2026',
    'Số thứ tự: 0128',
    'NGƯỜI NỘP HỒ SƠ',
    '(Ký và ghi rõ họ tên)',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
    '(Ký và ghi rõ họ tên)',
    '(Chữ ký số của Người tiếp nhận hồ sơ nếu là biểu mẫu điện tử)',
    'Ghi chú:',
    '- Trường hợp chưa thiết lập được Hệ thống thông tin một cửa điện tử',
    '- Tổ chức, cá nhân có thể đăng ký nhận kết quả tại Bộ phận Một cửa hoặc tại nhà',
  ],
  'supplement-request': [
    'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    '(Theo Mẫu số 02, ban hành kèm theo Thông tư số 01/2018/TT-VPCP, ngày 23/11/2018 của Văn phòng Chính phủ)',
    'Mã hồ sơ: H01.12-260417-0001',
    'Tiếp nhận hồ sơ/yêu cầu của Ông/Bà: Nguyễn Văn A (mẫu)',
    'Nội dung yêu cầu giải quyết:',
    'Địa chỉ:',
    'Số điện thoại:',
    'Email:',
    'Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:',
    'STT',
    'Thành phần hồ sơ',
    'Số lượng',
    'Bản chính',
    'Bản chứng thực',
    'Bản photo',
    'Lý do:',
    'Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc',
    'NGƯỜI HƯỚNG DẪN',
    '(Ký và ghi rõ họ tên)',
  ],
  refusal: [
    'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    'Tiếp nhận hồ sơ của: Nguyễn Văn A (mẫu)',
    'Địa chỉ:',
    'Số điện thoại:',
    'Nội dung yêu cầu giải quyết:',
    'thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
    'Xin thông báo cho Ông/Bà được biết và thực hiện.',
    'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
  ],
  apology: [
    'Số: 007/PXL',
    'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
    'Kính gửi: Nguyễn Văn A (mẫu)',
    'Ngày 17 tháng 4 năm 2026, Sở Xây dựng tiếp nhận hồ sơ',
    'mã số hồ sơ (số biên nhận): H01.12-260417-0001',
    'Thời gian hẹn trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 04 tháng 5 năm 2026',
    'Tuy nhiên đến nay,',
    'Lý do:',
    'Sự chậm trễ này đã gây phiền hà, tốn kém chi phí, công sức',
    'ngày 08 tháng 5 năm 2026',
    'Mong nhận được sự thông cảm',
    'Nơi nhận:',
    'GIÁM ĐỐC',
  ],
  extension: [
    'Kính gửi: Bộ phận Một cửa',
    '1. Tên cá nhân, tổ chức nộp hồ sơ:',
    '2. Loại hồ sơ (thủ tục hành chính):',
    '3. Số Giấy tiếp nhận hồ sơ và hẹn trả kết quả/Biên nhận hồ sơ:',
    '4. Ngày hẹn trả kết quả:',
    '5. Tình trạng giải quyết hồ sơ:',
    '6. Lý do trễ hạn:',
    '7. Thời gian đề nghị gia hạn: 05 ngày (lần gia hạn: 01)',
    'Ngày hẹn trả mới: 17 giờ 00 phút, ngày 08 tháng 5 năm 2026',
  ],
  'control-slip': [
    'Quyển số: 01/2026, Số thứ tự: 0128',
    'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
    'Kèm theo hồ sơ của:',
    'Mã hồ sơ:',
    'Ngày nhận:',
    'Ngày, giờ hẹn trả kết quả:',
    'Cơ quan (bộ phận) giải quyết hồ sơ:',
    'Cơ quan phối hợp giải quyết hồ sơ:',
    'TÊN CƠ QUAN',
    'GHI CHÚ',
    '1. Giao: Trung tâm Phục vụ hành chính công',
    '2. Nhận: Phòng Quản lý xây dựng, Sở Xây dựng',
    'Đúng hạn',
  ],
};

describe('the official papers', () => {
  it.each(OFFICIAL.map(({ key }) => key))('%s names only what the catalogue supplies', (key) => {
    const { source, dataExample } = paperOf(key);
    const { template, problems } = compileTemplate(source);
    expect(problems).toEqual([]);
    expect(unknownVariables(template!, isInCatalogue)).toEqual([]);
    for (const parts of [dataExample, SAMPLE_PAPER, {}]) {
      expect(renderTemplate(template!, completePaper(parts))).toContain('Độc lập - Tự do - Hạnh phúc');
    }
  });

  it.each(Object.keys(ORDER))('%s prints its fields in the prescribed order', async (key) => {
    const { pages } = await printOnce(key);
    const text = pages.join(' ');
    let from = 0;
    for (const field of ORDER[key]!) {
      const found = text.indexOf(field, from);
      expect({ field, isFound: found >= 0, text: found < 0 ? text.slice(from, from + 200) : '' }).toEqual({
        field,
        isFound: true,
        text: '',
      });
      from = found + field.length;
    }
  });

  it.each(OFFICIAL.map(({ key }) => key))(
    '%s is a tagged PDF with a title, in Tinos alone, on its own sheet',
    async (key) => {
      const { pdf, title, isTagged, sheets } = await printOnce(key);
      const { size, orientation } = paperOf(key).page;
      const [short, long] = size === 'A4' ? [210, 297] : [148, 210];
      const sheet =
        orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
      expect({ title, isTagged, sheet: sheets[0] }).toEqual({
        title: paperOf(key).title,
        isTagged: true,
        sheet,
      });
      expect(embeddedFonts(pdf).filter((font) => !font.startsWith('Tinos'))).toEqual([]);
    },
  );

  it('fits the receipt of four papers on one A5 sheet, and each copy on its own', async () => {
    const { pages } = await print('receipt', [
      'Liên 1: Lưu tại Bộ phận Một cửa',
      'Liên 2: Giao cho công dân',
    ]);
    expect(pages.map((text) => /\(Liên [^)]*\)/.exec(text)?.[0])).toEqual([
      '(Liên 1: Lưu tại Bộ phận Một cửa)',
      '(Liên 2: Giao cho công dân)',
    ]);
  });

  it("puts the look-up address, and no personal number, into the receipt's QR code", async () => {
    expect(await decodeQr(render('receipt'))).toBe('https://motcua.example/tra-cuu/H01.12-260417-0001');
  });

  it("repeats a long table's head on every sheet", async () => {
    const { source, page, dataExample } = paperOf('register');
    const [row] = dataExample.register!.rows!;
    const rows = Array.from({ length: 60 }, (_, index) => ({ ...row!, index: index + 1 }));
    const data = completePaper({ ...dataExample, register: { ...dataExample.register, rows } });
    const html = renderTemplate(compileTemplate(source).template!, data, { page, fontCss: tinosCss() });
    const { pages } = await readPdf(await printer.print(html, { page }));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.every((text) => text.includes('Tên thủ tục hành chính'))).toBe(true);
  });
});
