import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { signInOnScreen } from '../support/screens.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

const PROCEDURE = '1.009645';
const SCENE_MS = 240_000;
const WIDE = { width: 1440, height: 900 };
/** The table of a real decision, with a consultation of several agencies at the same time. */
const TABLE = readFileSync(
  new URL('../designer/step-tables/parallel-consultation.txt', import.meta.url),
  'utf8',
);

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  server = await startServer({ now: '2026-04-24T01:00:00.000Z' });
  browser = await openBrowser();
}, SCENE_MS);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const element = (page: Page, id: string): Locator =>
  page.locator(`[data-testid=drawing-board] g[data-element-id="${id}"]`).first();

const tab = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('tab', { name }).click();

/** Picks an option of the open list by what stands on it. */
const pick = (page: Page, text: string | RegExp): Promise<void> =>
  page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: text })
    .first()
    .click();

async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.locator(`#${field}`).fill(text);
  await pick(page, text);
}

/** A flow is thin: it is hit where its line runs. */
async function clickFlow(page: Page, id: string): Promise<void> {
  const { x, y } = await element(page, id).evaluate((group) => {
    const path = group.querySelector<SVGPathElement>('.djs-visual > path')!;
    const point = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM()!);
    return { x: point.x, y: point.y };
  });
  await page.mouse.click(x, y);
}

/** Opens a life action's dialog, answers it, confirms. */
async function live(page: Page, action: string, answer?: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await answer?.(dialog);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The open step of the dry run, by the name that stands on it. */
const openStep = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name }).first();

async function complete(page: Page, names: (string | RegExp)[]): Promise<void> {
  for (const name of names)
    await openStep(page, name).getByRole('button', { name: 'Hoàn thành bước' }).click();
}

async function takeIn(): Promise<{ code: string; version: number }> {
  const counter = await server.as('motcua');
  const { body: procedure } = await counter.get(`/procedures/${PROCEDURE}`);
  const { status, body } = await counter.post('/dossiers', procedure.samples[0]);
  expect(status).toBe(201);
  return { code: body.code, version: body.procedure.processVersion };
}

describe('the process designer', () => {
  it(
    "turns a decision's table into a process that was tried, approved and published, and moves a running dossier to it",
    async () => {
      const before = await takeIn();
      expect(before.version).toBe(1);

      const owner = await signInOnScreen({ browser, server }, 'chuquytrinh', WIDE);
      const { page } = owner;
      await page.goto(`${server.url}/thiet-ke/quy-trinh/${PROCEDURE}/1`);
      await element(page, 'TiepNhan').waitFor();

      // the table becomes a diagram
      await page.getByRole('button', { name: 'Lập từ bảng bước' }).click();
      await page.getByRole('textbox', { name: /bảng bước/ }).fill(TABLE);
      await page.getByText('Tổng: 136 giờ làm việc (17 ngày làm việc)').waitFor();
      await page.getByRole('button', { name: 'Lập sơ đồ' }).click();
      await element(page, 'Step_10_Papers').waitFor();
      await owner.screenshot('designer-drafted');

      // what the table does not say: the forms, and on which answer papers are missing
      for (const [step, form] of [
        ['Step_3', 'investment-examination'],
        ['Step_6', 'agency-opinion'],
        ['Step_7', 'investment-appraisal'],
      ] as const) {
        await element(page, step).click();
        await choose(page, 'step-form', `(${form})`);
      }
      await choose(page, 'step-actions', 'Gia hạn');
      await page.keyboard.press('Escape');
      await clickFlow(page, 'Flow_13');
      await page.getByRole('combobox', { name: 'Trường' }).click();
      await pick(page, 'Kết quả thẩm định (7. Tổng hợp)');
      await page.getByRole('combobox', { name: 'Giá trị' }).click();
      await pick(page, 'Chưa đủ điều kiện');
      await owner.screenshot('designer-condition');

      // what the check says is mended at a click
      await tab(page, 'Kiểm tra (1)');
      await page.getByText(/Không bước nào cho phép từ chối/).waitFor();
      await page.getByRole('button', { name: /^Sửa:/ }).click();
      await page.getByText('Chưa phát hiện lỗi nào.').waitFor();

      // both ways are tried, over the holidays of 30/4 and 1/5
      await tab(page, 'Chạy thử');
      await page.locator('#trial-day').fill('24/04/2026');
      await page.getByRole('button', { name: 'Chạy thử', exact: true }).click();
      await page.getByText('Hẹn trả kết quả: 22/05/2026').waitFor();
      await page.getByRole('button', { name: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả' }).click();
      const receipt = page.frameLocator('iframe[title="Giấy tiếp nhận hồ sơ và hẹn trả kết quả"]');
      await receipt.getByText('Chấp thuận chủ trương đầu tư').first().waitFor();
      await owner.screenshot('designer-receipt');
      await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
      await complete(page, [/^1\. /, /^2\. /, /^3\. /, /^4\. /, /^5\. /]);
      await page.getByRole('region', { name: /^6\. / }).nth(2).waitFor();
      await complete(page, [/^6\. /]);
      await page.getByRole('region', { name: /^6\. / }).nth(2).waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: /^Cho đồng hồ chạy đến 08\/05\/2026/ }).click();
      await openStep(page, /^7\. /).waitFor();

      await page.getByRole('button', { name: 'Gia hạn', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Lý do').fill('Chờ ý kiến của một cơ quan (mẫu)');
      await dialog.getByRole('button', { name: 'Gia hạn', exact: true }).click();
      await page.getByText('Hẹn trả kết quả: 29/05/2026').waitFor();
      await page.getByRole('button', { name: 'Phiếu đề nghị gia hạn' }).click();
      const notice = page.frameLocator('iframe[title="Phiếu đề nghị gia hạn"]');
      await notice.getByText('Chờ ý kiến của một cơ quan (mẫu)').first().waitFor();
      await owner.screenshot('designer-extension');
      await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();

      await openStep(page, /^7\. /).getByText('Chưa đủ điều kiện').click();
      await complete(page, [/^7\. /, /^8\. /, /^9\. /, /^10\. /, /^Yêu cầu bổ sung/]);
      await owner.screenshot('designer-dry-run');
      await complete(page, [/^7\. /, /^8\. /, /^9\. /, /^10\. /, /^11\. /, /^12\. /]);
      await page.getByText('Đã đi qua 17/17 phần tử').waitFor();
      await page.getByText('Đã kết thúc').waitFor();
      await page
        .getByRole('textbox', { name: 'Tên bài chạy thử' })
        .fill('Hết hạn lấy ý kiến, bổ sung một lần');
      await page.getByRole('button', { name: 'Lưu làm bài kiểm tra' }).click();
      await page.getByRole('button', { name: /^Bỏ bài “Hết hạn lấy ý kiến/ }).waitFor();
      await page.getByRole('button', { name: 'Chạy lại tất cả' }).click();
      await page.getByText('Đạt', { exact: true }).waitFor();
      await owner.screenshot('designer-kept-run');
      await tab(page, 'Bảng bước');
      await page.getByText('Sơ đồ đúng như bảng bước được phê duyệt.').waitFor();
      await owner.screenshot('designer-table-compared');

      // its life, by whom each part belongs to
      await page.getByRole('button', { name: 'Lưu thành bản nháp mới' }).click();
      await page.waitForURL(/\/1\.009645\/2$/);
      await live(page, 'Trình thẩm định');
      await page.getByText('Đã trình').first().waitFor();
      const office = await signInOnScreen({ browser, server }, 'vanphong', WIDE);
      await office.page.goto(`${server.url}/thiet-ke/quy-trinh/${PROCEDURE}/2`);
      await live(office.page, 'Thẩm định đạt');
      await live(office.page, 'Ghi nhận phê duyệt', async (asked) => {
        await asked.getByLabel('Số quyết định phê duyệt').fill('1582/QĐ-UBND');
        await asked.getByLabel('Ngày quyết định').fill('23/04/2026');
        await asked.getByLabel('Ngày quyết định').press('Enter');
      });
      await live(office.page, 'Ban hành', async (asked) => {
        await asked.getByText('Bài chạy thử đạt: 1/1').waitFor();
        await asked.getByText('Sơ đồ đúng như bảng bước được phê duyệt.').waitFor();
        await office.screenshot('designer-readiness');
      });
      await office.page.getByRole('button', { name: 'Ngừng áp dụng' }).waitFor();

      const after = await takeIn();
      expect(after.version).toBe(2);
      const counter = await server.as('motcua');
      const versionOf = async (code: string) =>
        (await counter.get(`/dossiers/${code}`)).body.procedure.processVersion;
      expect(await versionOf(before.code)).toBe(1);

      // the one before is moved, once somebody has said where it stands
      await office.page.getByRole('link', { name: 'Chuyển hồ sơ đang giải quyết' }).click();
      await office.page.getByText('Chưa chuyển được').waitFor();
      await office.page.locator('#map-TiepNhan').click();
      await pick(office.page, /^1\. /);
      await office.page.getByText('Chuyển được', { exact: true }).waitFor();
      await office.page.getByRole('checkbox', { name: `Chọn hồ sơ ${before.code}` }).check();
      await office.page.getByLabel('Lý do chuyển').fill('Quy trình mới theo Quyết định 1582/QĐ-UBND');
      await office.screenshot('designer-migration');
      expect(await office.seriousAxeFindings()).toEqual([]);
      await office.page.getByRole('button', { name: 'Chuyển 1 hồ sơ' }).click();
      await office.page.getByText('Đã chuyển 1 hồ sơ sang phiên bản này.').waitFor();
      expect(await versionOf(before.code)).toBe(2);
      expect([...owner.complaints, ...office.complaints]).toEqual([]);
    },
    SCENE_MS,
  );

  it(
    'keeps two editors from overwriting each other, takes remarks, simulates a year and writes the drawing out',
    async () => {
      const procedure = '2.000815';
      const owner = await server.as('chuquytrinh');
      const { body: first } = await owner.get(`/procedures/${procedure}/processes/1`);
      const { body: draft } = await owner.post(`/procedures/${procedure}/processes`, { xml: first.xml });
      const path = `/procedures/${procedure}/processes/${draft.version}`;
      await (await server.as('vanphong')).post(`${path}/comments`, {
        element: 'Ky',
        text: 'Nêu rõ người được ủy quyền ký (mẫu)',
      });

      const person = await signInOnScreen({ browser, server }, 'chuquytrinh', WIDE);
      const { page } = person;
      await page.goto(`${server.url}/thiet-ke/quy-trinh/${procedure}/${draft.version}`);
      await element(page, 'Ky').waitFor();

      // a remark of the office stands on its element until it is settled
      await page.locator('.comment-mark').waitFor();
      await tab(page, 'Góp ý (1)');
      await page.getByText('Nêu rõ người được ủy quyền ký (mẫu)').waitFor();
      await person.screenshot('designer-comments');
      await page.getByRole('button', { name: 'Đánh dấu đã xử lý' }).click();
      await page.locator('.comment-mark').waitFor({ state: 'detached' });

      // somebody else saves; this drawing is not lost
      await tab(page, 'Thuộc tính');
      await element(page, 'Ky').click();
      await page.locator('#element-name').fill('Ký chứng thực (bản của tôi)');
      await page.locator('#element-name').press('Tab');
      const theirs = first.xml.replace(
        /(<bpmn:userTask id="VaoSo" name=")[^"]*/,
        '$1Vào sổ (bản của người khác)',
      );
      expect((await owner.put(path, { xml: theirs, revision: draft.revision })).status).toBe(200);
      await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/Sửa bước “Ký chứng thực \(bản của tôi\)”/).waitFor();
      await dialog.locator('.version-board .version-changed').first().waitFor();
      await person.screenshot('designer-conflict');
      await dialog.getByRole('button', { name: 'Lưu bản của tôi thành bản nháp mới' }).click();
      await page.waitForURL(new RegExp(`/2\\.000815/${draft.version + 1}$`));
      await page.getByText('Ký chứng thực (bản').first().waitFor();

      // a year of dossiers, beside the version in use
      await tab(page, 'Mô phỏng');
      await page.getByLabel('Số hồ sơ trong một năm').fill('200');
      await page.getByRole('combobox', { name: 'So sánh với phiên bản đã lưu' }).click();
      await pick(page, /^Phiên bản 1$/);
      await page.getByRole('button', { name: 'Mô phỏng một năm' }).click();
      await page.getByText('Quá thời hạn giải quyết').waitFor();
      await page.locator('.drawing-board .heat-cool, .drawing-board .heat-hot').first().waitFor();
      await person.screenshot('designer-simulation');
      expect(await person.seriousAxeFindings()).toEqual([]);

      // out to a file
      await page.getByRole('button', { name: 'Tệp' }).hover();
      const downloaded = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: 'Xuất tệp BPMN' }).click();
      expect((await downloaded).suggestedFilename()).toBe(`${procedure}-v${draft.version + 1}.bpmn`);
      expect(person.complaints).toEqual([]);
    },
    SCENE_MS,
  );

  it(
    'keeps the entry of a procedure, looks the configuration over, and counts dossiers on the published diagram',
    async () => {
      const { code } = await takeIn();
      const person = await signInOnScreen({ browser, server }, 'chuquytrinh', WIDE);
      const { page } = person;
      await page.goto(`${server.url}/thiet-ke/thu-tuc/${PROCEDURE}`);
      await page.getByRole('heading', { name: `Thủ tục ${PROCEDURE}` }).waitFor();
      await page.getByRole('button', { name: 'Thêm khoản thu' }).click();
      await page.getByLabel('Tên khoản thu').fill('Lệ phí mẫu');
      await page.getByLabel('Số tiền (đồng)').fill('50000');
      await person.screenshot('designer-procedure');
      expect(await person.seriousAxeFindings()).toEqual([]);
      await page.getByRole('button', { name: 'Lưu thủ tục' }).click();
      await page.getByText(`Đã lưu thủ tục ${PROCEDURE}.`).waitFor();
      const { body: saved } = await (await server.as('chuquytrinh')).get(`/procedures/${PROCEDURE}`);
      expect(saved.fees).toEqual([{ name: 'Lệ phí mẫu', amount: 50_000 }]);
      expect(saved.samples).toHaveLength(1);

      await page.goto(`${server.url}/thiet-ke`);
      await page.getByRole('link', { name: /Kiểm tra cấu hình/ }).click();
      await page
        .getByText(/Cấu hình không có điểm nào phải sửa|Cảnh báo/)
        .first()
        .waitFor();
      await person.screenshot('designer-configuration');
      expect(await person.seriousAxeFindings()).toEqual([]);

      await page.goto(`${server.url}/thiet-ke/van-ban-phap-luat`);
      await page.getByRole('combobox', { name: 'Chọn văn bản' }).fill('Luật Xây dựng');
      await pick(page, /^Luật Xây dựng 2014/);
      await page.getByText(/chỗ viện dẫn trong 1 thủ tục, biểu mẫu/).waitFor();
      await person.screenshot('designer-law');
      expect(await person.seriousAxeFindings()).toEqual([]);

      // laid out anew and back again, nothing of it changed
      await page.goto(`${server.url}/thiet-ke/quy-trinh/${PROCEDURE}/1`);
      const placeOf = () => element(page, 'Tra').getAttribute('transform');
      await element(page, 'Tra').waitFor();
      const drawnAt = await placeOf();
      await page.getByRole('button', { name: 'Sắp xếp lại sơ đồ' }).click();
      await page.getByText(/Đã sắp xếp lại sơ đồ/).waitFor();
      expect(await placeOf()).not.toBe(drawnAt);
      await person.screenshot('designer-tidied');
      await page.getByRole('button', { name: 'Hoàn tác' }).click();
      expect(await placeOf()).toBe(drawnAt);

      const office = await signInOnScreen({ browser, server }, 'vanphong', WIDE);
      const { version } = await takeIn();
      await office.page.goto(`${server.url}/thiet-ke/quy-trinh/${PROCEDURE}/${version}`);
      await tab(office.page, 'Hồ sơ');
      await office.page.locator('.activity-mark').first().waitFor();
      await office.screenshot('designer-activity');
      await office.page.getByRole('link', { name: code }).click();
      await office.page.waitForURL(new RegExp(`/ho-so/${code}$`));
      expect([...person.complaints, ...office.complaints]).toEqual([]);
    },
    SCENE_MS,
  );
});
