import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, type Person, type TestBrowser } from '../support/browser.ts';
import { SAMPLE_PASSWORD, startServer, type TestServer } from '../support/start-server.ts';

const SCENE_MS = 120_000;

let server: TestServer;
let browser: TestBrowser;
let designer: Person;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  designer = await browser.person({ width: 1440, height: 900 });
  const answer = await designer.context.request.post(`${server.url}/api/v1/session`, {
    data: { username: 'thietkebieumau', password: SAMPLE_PASSWORD },
  });
  expect(answer.status()).toBe(200);
}, SCENE_MS);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('papers in the studio', () => {
  it(
    'lets a designer make a letter on the page itself, save it and put it in use',
    async () => {
      const { page } = designer;
      await page.goto(`${server.url}/thiet-ke/mau-van-ban`);
      await page.getByRole('button', { name: 'Thêm mẫu' }).click();
      await page.getByLabel('Tên văn bản').fill('Thư mời làm việc');
      await page.getByLabel('Mã mẫu').fill('thu-moi');
      await page.getByRole('button', { name: 'Tạo mẫu' }).click();

      await page.getByLabel('Sửa chữ trên trang').click();
      const paper = page.frameLocator('iframe');
      await paper.getByText('TÊN VĂN BẢN', { exact: true }).fill('THƯ MỜI LÀM VIỆC');
      const greeting = paper.getByText('Kính gửi:', { exact: true });
      await greeting.fill('Kính gửi ông/bà');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
      await page.getByText('Đã lưu phiên bản 2.').waitFor();

      await page.getByRole('tab', { name: 'Phiên bản' }).click();
      await page.getByRole('button', { name: 'Áp dụng' }).first().click();
      await page.getByRole('button', { name: 'Đồng ý' }).click();
      await page.getByText('Phiên bản 2 đã được áp dụng.').waitFor();
      await designer.screenshot('mau-van-ban');

      const reader = await server.as('thietkebieumau');
      const { body: template } = await reader.get('/templates/thu-moi');
      expect(template.published.version).toBe(2);
      expect(template.published.source).toContain('<h1>THƯ MỜI LÀM VIỆC</h1>');
      expect(template.published.source).toContain('<p>Kính gửi ông/bà <b>{{applicant.fullName}}</b></p>');
      expect(designer.complaints).toEqual([]);
    },
    SCENE_MS,
  );

  it(
    'shows a fault at its line and keeps the faulty text from being saved',
    async () => {
      const { page } = designer;
      await page.goto(`${server.url}/thiet-ke/mau-van-ban/apology`);
      await page.locator('.cm-line').first().click();
      await page.keyboard.press('Home');
      await page.keyboard.type('{{');
      await page.keyboard.type('gửi thư}} ');
      await page.keyboard.press('Escape');
      await page.locator('.cm-tooltip-autocomplete').waitFor({ state: 'detached' });
      await page.locator('.cm-lintRange-error').first().waitFor();
      await page.getByRole('tab', { name: /Kiểm tra/ }).click();
      await page.getByRole('button', { name: /Dòng 1, cột 1/ }).waitFor();
      expect(await page.getByRole('button', { name: 'Lưu phiên bản mới' }).isDisabled()).toBe(true);
      expect(await designer.seriousAxeFindings()).toEqual([]);
    },
    SCENE_MS,
  );
});
