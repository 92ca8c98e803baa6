import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, type Person, type TestBrowser } from '../support/browser.ts';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { signInOnScreen } from '../support/screens.ts';
import { SAMPLE_PASSWORD, startServer, type TestServer } from '../support/start-server.ts';
import { completeOpen } from '../support/walk.ts';

const SCENE_MS = 240_000;

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

/** What the designer's clicks and keys make of the new letter's source. */
const LETTER = `<h1>THƯ MỜI LÀM VIỆC</h1>
  <p>Mã hồ sơ: <b>{{dossier.code}}</b></p>
</section>
<section class="addressee">
  <p>Kính gửi: <b>{{applicant.fullName}}</b></p>
</section>
<section class="letter">
  <p>{{unit.name}} đã tiếp nhận hồ sơ đề nghị giải quyết thủ tục hành chính: {{procedure.name}}.</p>
  <p>Số bản sao đề nghị: {{number form.totalCopies}}</p>
  <table class="grid">
    <thead><tr><th style="width: 30%">Bản chính</th><th>Thành phần hồ sơ</th></tr></thead>
    <tbody>
      {{#each components}}<tr><td class="middle">{{#if originals}}{{twoDigits originals}}{{/if}}</td><td>{{name}}</td></tr>
      {{/each}}
    </tbody>
  </table>
  <p>{{lines reason}}</p>
</section>`;

/** A procedure like the certification of copies, whose first step issues papers of that kind. @returns its code */
async function ownProcedure(kind: string): Promise<string> {
  const [owner, office] = [await server.as('chuquytrinh'), await server.as('vanphong')];
  const {
    code: _c,
    unitName: _u,
    activeVersion: _v,
    abilities: _a,
    ...settings
  } = (await owner.get(`/procedures/${CERTIFICATION}`)).body;
  await owner.put('/procedures/9.200001', { ...settings, name: 'Thủ tục có thư mời (mẫu)' });
  const { body: model } = await owner.get(`/procedures/${CERTIFICATION}/processes/1`);
  const xml = model.xml.replace('id="KiemTra"', `id="KiemTra" motcua:documents="${kind}"`);
  const { body: draft } = await owner.post('/procedures/9.200001/processes', { xml });
  const path = `/procedures/9.200001/processes/${draft.version}`;
  await owner.post(`${path}/submit`, {});
  await office.post(`${path}/appraise`, {});
  await office.post(`${path}/approve`, { number: '12/QĐ-UBND', date: '2026-04-14' });
  const { status, body } = await office.post(`${path}/publish`, {});
  expect({ status, body: status === 200 ? {} : body }).toEqual({ status: 200, body: {} });
  return '9.200001';
}

/** A dossier of the procedure whose first step has been completed. @returns its code */
async function issuedBy(procedure: string): Promise<string> {
  const counter = await server.as('motcua');
  const application = await buildApplication(counter, CERTIFICATION, { procedure });
  const { body: dossier } = await counter.post('/dossiers', application);
  const { status } = await completeOpen(server, dossier.code);
  expect(status).toBe(200);
  return dossier.code;
}

describe('papers in the studio', () => {
  it(
    "lets a procedure's own letter be made on the page itself, published, and issued by a step",
    async () => {
      const { page } = designer;
      const paper = page.frameLocator('iframe');
      const settled = () => page.locator('.template-desk[aria-busy=false]').waitFor();
      const press = async (name: string) => {
        await page.getByRole('button', { name, exact: true }).click();
        await settled();
      };
      const pick = async (text: string) => {
        await paper.getByText(text, { exact: true }).click();
        await page.keyboard.press('Escape');
      };
      const choose = async (option: string) => {
        await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
        await settled();
      };

      await page.goto(`${server.url}/thiet-ke/mau-van-ban`);
      await page.getByRole('button', { name: 'Thêm mẫu' }).click();
      await page.getByLabel('Tên văn bản').fill('Thư mời làm việc');
      await page.getByLabel('Mã mẫu').fill('thu-moi');
      await page.getByRole('button', { name: 'Tạo mẫu' }).click();
      await page.getByLabel('Sửa chữ trên trang').click();
      await settled();

      // typed over
      await paper.getByText('TÊN VĂN BẢN', { exact: true }).fill('THƯ MỜI LÀM VIỆC');
      await page.keyboard.press('Enter');
      await settled();

      // a paragraph of its own, with a field of the e-form, moved down with the keys and up with the button
      await pick('đã tiếp nhận hồ sơ đề nghị giải quyết thủ tục hành chính:');
      await press('Thêm đoạn văn');
      await paper.getByText('Nội dung đoạn văn', { exact: true }).fill('Số bản sao đề nghị: ');
      await page.getByRole('combobox', { name: 'Chèn dữ liệu…' }).fill('tong so ban sao');
      await choose('Tổng số bản sao');
      await paper.getByText('Số bản sao đề nghị:', { exact: true }).click();
      await page.keyboard.press('Alt+ArrowDown');
      await settled();
      await press('Lên');

      // a table, its columns put in another order, one widened, one taken out
      await page.getByRole('combobox', { name: 'Thêm khối…' }).click();
      await choose('Bảng có dòng lặp');
      await pick('Bản chính');
      await press('Sang trái');
      const width = page.getByRole('spinbutton', { name: 'Độ rộng' });
      await width.fill('30');
      await width.press('Enter');
      await settled();
      await designer.screenshot('mau-van-ban');
      await pick('STT');
      await press('Xóa cột');

      await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
      await page.getByText('Đã lưu phiên bản 2.').waitFor();
      await page.getByRole('tab', { name: 'Phiên bản' }).click();
      await page.getByRole('button', { name: 'Áp dụng' }).first().click();
      await page.getByRole('button', { name: 'Đồng ý' }).click();
      await page.getByText('Phiên bản 2 đã được áp dụng.').waitFor();
      expect(await designer.seriousAxeFindings()).toEqual([]);
      expect(designer.complaints).toEqual([]);

      const { body: template } = await (await server.as('thietkebieumau')).get('/templates/thu-moi');
      expect(template.published.source).toContain(LETTER);

      const code = await issuedBy(await ownProcedure('thu-moi'));
      const clerk = await signInOnScreen({ browser, server }, 'motcua');
      await clerk.page.goto(`${server.url}/ho-so/${code}`);
      await clerk.page.getByRole('tab', { name: /^Văn bản/ }).click();
      await clerk.page.getByRole('button', { name: 'Xem Thư mời làm việc' }).click();
      const letter = clerk.page.frameLocator('iframe[title="Thư mời làm việc"]');
      await letter.getByRole('heading', { name: 'THƯ MỜI LÀM VIỆC' }).waitFor();
      await letter.getByText('Số bản sao đề nghị: 5', { exact: true }).waitFor();
      await clerk.screenshot('thu-moi-da-ban-hanh');
    },
    SCENE_MS,
  );

  it(
    'fills a paper with the data of a dossier, and compares what is on the desk with a version',
    async () => {
      const counter = await server.as('motcua');
      const { body } = await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));
      const { page } = designer;
      await page.goto(`${server.url}/thiet-ke/mau-van-ban/stop-notice`);
      await page.getByText('Hồ sơ có thật').click();
      await page.getByRole('combobox', { name: 'Mã số hồ sơ' }).fill(body.code);
      await page.getByRole('button', { name: 'Lấy dữ liệu' }).click();
      await page.frameLocator('iframe').getByText(body.code).first().waitFor();

      await page.locator('.cm-line').first().click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('<p>Thêm một dòng</p>');
      await page.getByRole('tab', { name: 'Phiên bản' }).click();
      await page.getByRole('button', { name: 'So với bản đang soạn' }).click();
      await page.getByRole('dialog').locator('.cm-changedLine').first().waitFor();
      expect(await designer.seriousAxeFindings()).toEqual([]);
      await page.locator('.ant-modal-close').click();
      await page.getByRole('button', { name: 'Lấy lại nội dung' }).click();
      await page.getByText('Phiên bản 1 – Đang áp dụng', { exact: true }).waitFor();
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
