/** A process that is held: told on the dossier, listed, put right; and a dossier moved to another step. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { buildCertification, publishProcess, WAYS_BY_AMOUNT } from '../support/publish-process.ts';
import { inspect, signInOnScreen } from '../support/screens.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { completeOpen } from '../support/walk.ts';

const PHONE = { width: 390, height: 780 };
let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  // one after the other: what was opened is closed even when the next does not open
  server = await startServer({ now: '2026-04-17T02:00:00.000Z' });
  browser = await openBrowser();
  await publishProcess(server, CERTIFICATION, buildCertification(WAYS_BY_AMOUNT));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A dossier that has come past its first step. */
async function received(output: Record<string, unknown> = {}): Promise<string> {
  const counter = await server.as('motcua');
  const { body } = await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION));
  await completeOpen(server, body.code, output);
  return body.code;
}

const HELD = 'Quy trình đang vướng ở bước “Đủ số tiền?”';

describe('a held process', () => {
  it('is found in the list, and goes on once its data are corrected with a reason', async () => {
    const person = await signInOnScreen({ browser, server }, 'chuquytrinh');
    const { page } = person;
    await page.goto(`${server.url}/quy-trinh-vuong`);
    await page.getByText('Không có hồ sơ nào đang vướng').waitFor();
    await inspect(person, 'held-none');
    const code = await received();
    await page.reload();
    await page.getByText('Không xác định được điều kiện').waitFor();
    await inspect(person, 'held-list');

    await page.getByRole('link', { name: code }).click();
    await page.getByText(HELD).waitFor();
    await inspect(person, 'held-dossier');
    await page.getByRole('button', { name: 'Sửa dữ liệu và chạy lại' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Thêm dữ liệu còn thiếu' }).click();
    await dialog.getByLabel('Tên dữ liệu').fill('amount');
    await dialog.getByLabel('Giá trị').fill('150');
    await dialog.getByRole('button', { name: 'Chạy lại' }).click();
    await dialog.getByText('Vui lòng nhập nội dung này.').waitFor();
    await dialog.getByLabel('Lý do').fill('Bước tiếp nhận chưa nhập số tiền');
    await inspect(person, 'held-retry');
    await dialog.getByRole('button', { name: 'Chạy lại' }).click();
    await page.getByRole('link', { name: '3. Ký chứng thực' }).waitFor();

    expect(await page.getByText(HELD).count()).toBe(0);
  }, 60_000);

  it('fits a phone, with its dialog, and says to the counter who puts it right', async () => {
    const code = await received();
    const owner = await signInOnScreen({ browser, server }, 'chuquytrinh', PHONE);
    await owner.page.goto(`${server.url}/ho-so/${code}`);
    await owner.page.getByRole('button', { name: 'Sửa dữ liệu và chạy lại' }).click();
    await owner.page.getByRole('button', { name: 'Sửa applicant', exact: true }).click();
    await owner.page.getByLabel('Tên dữ liệu').waitFor();
    expect(await owner.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await inspect(owner, 'held-retry-phone');
    const clerk = await signInOnScreen({ browser, server }, 'motcua', PHONE);
    await clerk.page.goto(`${server.url}/ho-so/${code}`);
    await clerk.page.getByText(/Quản trị viên hoặc chủ quy trình sửa dữ liệu/).waitFor();
    await inspect(clerk, 'held-dossier-phone');
  }, 60_000);
});

describe('moving a dossier to another step', () => {
  it.each([
    ['desk', undefined],
    ['phone', PHONE],
  ])(
    'shows what ends and what opens before it is done, on a %s',
    async (name, screen) => {
      const code = await received({ amount: 200 });
      const person = await signInOnScreen({ browser, server }, 'admin', screen);
      const { page } = person;
      await page.goto(`${server.url}/ho-so/${code}`);
      await page.getByRole('button', { name: 'Chuyển bước' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox').click();
      await page.getByTitle(/2\. Bổ sung số tiền/).click();
      await dialog.getByText('hủy bước đang mở “3. Ký chứng thực”').waitFor();
      await dialog.getByText(/mở bước “2\. Bổ sung số tiền”/).waitFor();
      await dialog.getByLabel('Lý do').fill('Thiếu số tiền phải thu');
      await inspect(person, `jump-${name}`);
      await dialog.getByRole('button', { name: 'Chuyển bước' }).click();

      await page.getByRole('link', { name: '2. Bổ sung số tiền' }).waitFor();
    },
    60_000,
  );
});
