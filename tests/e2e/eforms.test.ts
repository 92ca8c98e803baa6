/** E-forms as people fill them in: values from lists and from the applicant, drafts, paper, a supplement and what it changed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { inspect, signInOnScreen } from '../support/screens.ts';
import { SAMPLE_PASSWORD, startServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let browser: TestBrowser;
const as = (username: string) => signInOnScreen({ browser, server }, username);

beforeAll(async () => {
  server = await startServer({ now: '2026-04-17T02:00:00.000Z' });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('an application at the counter', () => {
  it('is filled in from the applicant and the lists, and is there again after a crash', async () => {
    const person = await as('motcua');
    const { page } = person;
    const owner = page.getByLabel('Tên chủ đầu tư (chủ hộ)');
    await page.goto(`${server.url}/tiep-nhan`);
    await page.getByRole('searchbox').fill('nha o rieng le');
    await page.keyboard.press('Enter');
    await page.getByLabel('Họ và tên chủ hồ sơ').fill('Trần Thị B (mẫu)');
    await page.getByText('Lấy từ phần người nộp hồ sơ').waitFor();
    expect(await owner.inputValue()).toBe('Trần Thị B (mẫu)');

    await owner.fill('Trần Văn C (mẫu)');
    await page.getByText('Lấy từ phần người nộp hồ sơ').waitFor({ state: 'detached' });
    await page.getByLabel('Họ và tên chủ hồ sơ').fill('Trần Thị B');
    expect(await owner.inputValue()).toBe('Trần Văn C (mẫu)');

    const province = page.getByRole('combobox', { name: 'Tỉnh/thành phố' });
    await province.fill('an gia');
    await page.getByTitle('Tỉnh An Giang').click();
    const commune = page.getByRole('combobox', { name: 'Phường/xã' });
    await commune.fill('long xuy');
    await page.getByTitle('Phường Long Xuyên').click();
    await inspect(person, 'eform-counter');

    await page.reload();
    await page.getByText('Đã mở lại nội dung đang nhập dở trên máy này.').waitFor();
    expect(await owner.inputValue()).toBe('Trần Văn C (mẫu)');
    expect([await province.inputValue(), await commune.inputValue()]).toEqual([
      'An Giang',
      'Phường Long Xuyên',
    ]);
    await inspect(person, 'eform-restored');

    await page.getByRole('button', { name: 'In tờ khai' }).click();
    await page.getByRole('dialog').getByText('Trần Văn C (mẫu)').waitFor();
    await inspect(person, 'eform-print');
  }, 120_000);
});

describe('a lost session', () => {
  it('costs nothing: whoever signs in again finds what he typed and sends it', async () => {
    const person = await as('motcua');
    const { page, context } = person;
    await page.goto(`${server.url}/tiep-nhan`);
    await page.getByRole('searchbox').fill('chung thuc ban sao');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Điền dữ liệu mẫu' }).click();
    await context.clearCookies();
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Tên đăng nhập').fill('motcua');
    await page.getByLabel('Mật khẩu').fill(SAMPLE_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Đã mở lại nội dung đang nhập dở trên máy này.').waitFor();
    await page.getByRole('button', { name: 'Tiếp nhận hồ sơ', exact: true }).click();
    await page.getByRole('heading', { name: 'Đã tiếp nhận hồ sơ' }).waitFor();
  }, 120_000);
});

describe('a large file', () => {
  it('goes on where the line was cut', async () => {
    const person = await as('motcua');
    const { page } = person;
    await page.goto(`${server.url}/tiep-nhan`);
    await page.getByRole('searchbox').fill('nha o rieng le');
    await page.keyboard.press('Enter');
    const sent: string[] = [];
    let isCut = false;
    await page.route('**/api/v1/uploads/*/pieces/*', async (route) => {
      const from = route.request().url().split('/').at(-1) ?? '';
      sent.push(from);
      if (from !== '524288' || isCut) return route.continue();
      isCut = true;
      return route.abort('connectionreset');
    });
    const buffer = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_200_000, 7)]);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'ban-ve-mong.pdf', mimeType: 'application/pdf', buffer });
    await page.getByRole('button', { name: 'Bỏ tệp ban-ve-mong.pdf' }).waitFor();
    expect(sent).toEqual(['0', '524288', '524288', '1048576']);
    await inspect(person, 'upload-resumed');
  }, 120_000);
});

describe('a supplement', () => {
  it('corrects the form on a page of its own, and the officer sees what changed', async () => {
    const clerk = await server.as('motcua');
    const { body: dossier } = await clerk.post('/dossiers', await buildApplication(clerk, HOUSE_PERMIT));
    await clerk.post(`/dossiers/${dossier.code}/request-supplement`, {
      reason: 'Số điện thoại chưa liên lạc được.',
      papers: ['Bản vẽ mặt bằng móng'],
    });
    const person = await as('motcua');
    const { page } = person;
    await page.goto(`${server.url}/ho-so/${dossier.code}`);
    await page.getByRole('button', { name: 'Nhận bổ sung' }).click();
    await page.getByText('Bản vẽ mặt bằng móng').waitFor();
    await page.getByLabel('Số điện thoại').fill('0912 345 678');
    await page.getByRole('button', { name: 'Thêm tầng' }).click();
    await page.getByLabel('Tầng', { exact: true }).last().fill('Tum');
    await page.getByLabel('Diện tích sàn (m²)').last().fill('20');
    await inspect(person, 'supplement');
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click();

    await page.getByText('Đã thay đổi, trước đó: 0900000001').waitFor();
    await page.getByText('dòng mới').waitFor();
    await inspect(person, 'supplement-changes');
  }, 120_000);
});
