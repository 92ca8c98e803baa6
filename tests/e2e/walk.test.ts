/** One dossier, from the counter to the result, through the screens of four people and one citizen. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPrinter } from '../../templates/printer/index.ts';
import { openBrowser, type Person, type TestBrowser } from '../support/browser.ts';
import { readPdf } from '../support/read-pdf.ts';
import { readPdfQr } from '../support/read-pdf-qr.ts';
import {
  completeWithSample,
  inspect,
  openTaskFromDesk,
  signInOnScreen,
  takeInSample,
} from '../support/screens.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

/** Friday 17/04/2026, 09:00 in Việt Nam: 15 days end on a Saturday, so the result is due on Monday 04/05. */
const FRIDAY = '2026-04-17T02:00:00.000Z';

/** Who does which step, and what the citizen reads afterwards. */
const STEPS: { who: string; step: string; thenPublic: string }[] = [
  { who: 'motcua', step: '1. Tiếp nhận, số hóa, chuyển hồ sơ', thenPublic: 'Đang xử lý' },
  { who: 'lanhdao', step: '2. Phân công thụ lý', thenPublic: 'Đang xử lý' },
  { who: 'chuyenvien', step: '3. Thẩm định, kiểm tra thực địa', thenPublic: 'Đang xử lý' },
  { who: 'lanhdao', step: '4. Xem xét dự thảo', thenPublic: 'Đang xử lý' },
  { who: 'lanhdao', step: '5. Ký giấy phép hoặc văn bản từ chối', thenPublic: 'Đang xử lý' },
  { who: 'chuyenvien', step: '6. Vào số, đóng dấu, chuyển kết quả', thenPublic: 'Đã xử lý xong' },
  { who: 'motcua', step: '7. Trả kết quả', thenPublic: 'Đã trả kết quả' },
];

/** Domain 2.1, in its order; what the sample dossier puts into each field. */
const RECEIPT: RegExp[] = [
  /UBND PHƯỜNG LONG XUYÊN/,
  /TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG/,
  /Số: \d+\/TNHS/,
  /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/,
  /Độc lập - Tự do - Hạnh phúc/,
  /Long Xuyên, ngày 17 tháng 4 năm 2026/,
  /GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ/,
  /Mã hồ sơ: H01[\d.]+-260417-0001/,
  /\(Liên \d: [^)]+\)/,
  /Trung tâm Phục vụ hành chính công\/Bộ phận Tiếp nhận và Trả kết quả: \S+/,
  /Số điện thoại: \S+/,
  /Tiếp nhận hồ sơ của ông\/bà: Nguyễn Văn A/,
  /Địa chỉ: \S+/,
  /Số điện thoại: 0900000001/,
  /Email: \S+@\S+/,
  /Nội dung yêu cầu giải quyết: Cấp giấy phép xây dựng/,
  /Thành phần hồ sơ nộp gồm: 1\. Đơn đề nghị cấp giấy phép xây dựng/,
  / 2\. \S+/,
  / 3\. \S+/,
  /Số lượng hồ sơ: 01 \(bộ\)/,
  /Thời gian giải quyết hồ sơ theo quy định là: 15 ngày/,
  /Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 17 tháng 4 năm 2026/,
  /Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 04 tháng 5 năm 2026/,
  /Đăng ký nhận kết quả tại: \S+/,
  /Vào Sổ theo dõi hồ sơ, Quyển số: \S+/,
  /Số thứ tự: \d+/,
  /NGƯỜI NỘP HỒ SƠ/,
  /NGƯỜI TIẾP NHẬN HỒ SƠ/,
  /Ghi chú:/,
];

describe('a house permit', () => {
  const printer = createPrinter(process.env['CHROME_PATH'] ? { chromePath: process.env['CHROME_PATH'] } : {});
  let server: TestServer;
  let browser: TestBrowser;

  beforeAll(async () => {
    // one after the other: what was opened is closed even when the next does not open
    server = await startServer({ now: FRIDAY, printPdf: (html, sheet) => printer.print(html, sheet) });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await printer.close();
  });

  it('goes from the counter through its steps to its result, and the citizen reads each status', async () => {
    const people = new Map<string, Person>();
    for (const who of ['motcua', 'chuyenvien', 'lanhdao']) {
      people.set(who, await signInOnScreen({ browser, server }, who));
    }
    const citizen = await browser.person({ width: 390, height: 780 });
    const counter = people.get('motcua')!;

    const code = await takeInSample(counter, server.url, 'nhà ở riêng lẻ');
    expect(code).toMatch(/^H01\.[\d.]+-260417-0001$/);
    expect(await counter.page.getByRole('status').first().textContent()).toContain('04/05/2026 17:00');
    const receipt = counter.page.frameLocator('iframe[title*="Giấy tiếp nhận"]');
    await receipt.getByText(`Mã hồ sơ: ${code}`).first().waitFor();
    await inspect(counter, 'walk-receipt');
    await expectReceipt(citizen, server, code);
    expect(await publicStatus(citizen, server.url, code)).toBe('Được tiếp nhận');

    for (const [index, { who, step, thenPublic }] of STEPS.entries()) {
      const person = people.get(who)!;
      await openTaskFromDesk(person, server.url, { code, step });
      await inspect(person, `walk-step-${index + 1}`);
      await completeWithSample(person);
      expect(await publicStatus(citizen, server.url, code)).toBe(thenPublic);
    }
    await inspect(citizen, 'walk-citizen');

    await counter.page.goto(`${server.url}/ho-so/${code}?muc=so-do`);
    await counter.page.locator('.motcua-done').first().waitFor();
    await inspect(counter, 'walk-diagram');
  }, 180_000);
});

/** What the look-up says about the dossier, as anybody reads it. */
async function publicStatus({ page }: Person, url: string, code: string): Promise<string> {
  await page.goto(`${url}/tra-cuu/${code}`);
  await page.getByText('Mức độ hoàn thành').waitFor();
  return (await page.locator('h1 + span').textContent()) ?? '';
}

/** The printed receipt: every field in its place, and a code that leads to the look-up. */
async function expectReceipt({ context }: Person, server: TestServer, code: string): Promise<void> {
  const counter = await server.as('motcua');
  const { body } = await counter.get(`/dossiers/${code}/documents`);
  const receipt = body.items.find(({ kind }: { kind: string }) => kind === 'receipt');
  const answer = await counter.fetch(`/dossiers/${code}/documents/${receipt.id}.pdf`);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const pdf = new Uint8Array(await answer.arrayBuffer());
  const text = (await readPdf(pdf)).pages.join(' ');
  let from = 0;
  for (const field of RECEIPT) {
    const found = field.exec(text.slice(from));
    expect({ field, isThere: found !== null }).toEqual({ field, isThere: true });
    from += found!.index + found![0].length;
  }
  expect(await readPdfQr(context, pdf)).toBe(`${server.url}/tra-cuu/${code}`);
}
