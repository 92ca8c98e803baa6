import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { openBrowser, type Person, type PersonOptions, type TestBrowser } from '../support/browser.ts';
import { inspect } from '../support/screens.ts';
import { SAMPLE_PASSWORD, startServer, type TestServer } from '../support/start-server.ts';

/** Some fifteen seconds on a quiet machine. */
const SCENE_MS = 180_000;
const FORM = 'don-cap-phep-nha-o';
const PROCEDURE = '1.013225';
const SENTENCE = 'Số định danh phải đủ 12 chữ số, như trên thẻ căn cước.';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
}, SCENE_MS);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function signedInAs(username: string, window: PersonOptions): Promise<Person> {
  const person = await browser.person(window);
  // one step may redraw a whole form, on a machine that has others to serve
  person.context.setDefaultTimeout(45_000);
  await signIn(person, username);
  return person;
}

async function signIn({ context }: Person, username: string): Promise<void> {
  const answer = await context.request.post(`${server.url}/api/v1/session`, {
    data: { username, password: SAMPLE_PASSWORD },
  });
  expect(answer.status()).toBe(200);
}

describe('an e-form', () => {
  it(
    'is drawn on an empty canvas, put in use, filled in on a phone, mended and submitted',
    async () => {
      const designer = await signedInAs('thietkebieumau', {
        width: 1440,
        height: 900,
      });
      await drawApplication(designer);
      await publish(designer);

      const owner = await server.as('chuquytrinh');
      const { body: procedure } = await owner.get(`/procedures/${PROCEDURE}`);
      const swapped = await owner.put(`/procedures/${PROCEDURE}`, {
        ...procedure,
        form: FORM,
        components: [],
        samples: [],
      });
      expect(swapped.status).toBe(200);

      const citizen = await signedInAs('congdan', { width: 390, height: 844 });
      const code = await applyOnPhone(citizen);

      const { body: dossier } = await (await server.as('congdan')).get(`/dossiers/${code}`);
      expect(dossier.form).toEqual({
        tenChuDauTu: 'Nguyễn Thị Tuyết',
        soDinhDanhCaNhan: '089000000001',
        loaiDeNghi: 'Sửa chữa, cải tạo',
        soGiayPhepDaCap: '12/GPXD',
        soTang: 2,
        dienTichTungTang: [{ tang: 'Trệt', dienTich: 80 }],
        toiCamDoanLamDung: true,
      });
    },
    SCENE_MS,
  );
});

describe('a drawing in progress', () => {
  it(
    'survives a closed tab, a lost session and a colleague who saves first',
    async () => {
      const designer = await signedInAs('thietkebieumau', {
        width: 1280,
        height: 720,
      });
      const { page: closed, context } = designer;
      await closed.goto(`${server.url}/thiet-ke/bieu-mau/assignment`);
      await button(closed, 'Văn bản ngắn').click();
      await focused(label(closed));
      await closed.keyboard.type('Người phối hợp');
      await card(closed, 'nguoiPhoiHop').waitFor();
      await closed.close();

      const page = await context.newPage();
      await page.goto(`${server.url}/thiet-ke/bieu-mau/assignment`);
      await page.getByText('Đã mở lại nội dung đang nhập dở trên máy này.').waitFor();
      await card(page, 'nguoiPhoiHop').waitFor();
      await context.clearCookies();
      await button(page, 'Lưu phiên bản mới').click();
      await page.getByRole('alert').getByText('đăng nhập').first().waitFor();
      await signIn(designer, 'thietkebieumau');

      const { body: form } = await (await server.as('admin')).get('/forms/assignment');
      const { schema, ui } = form.published;
      await (await server.as('admin')).post('/forms/assignment/versions', { schema, ui });
      await button(page, 'Lưu phiên bản mới').click();
      await page.getByText(/^Quản trị .* đã lưu phiên bản 2/).waitFor();
      expect(designer.complaints).toEqual([]);
      await page.screenshot({ path: 'reports/screenshots/form-saved-by-another.png' });
      await button(page, 'So sánh').click();
      await page.getByRole('dialog').getByText('Thêm trường “Người phối hợp”').waitFor();
      await page.keyboard.press('Escape');
      await button(page, 'Giữ bản của tôi').click();
      await button(page, 'Lưu phiên bản mới').click();
      await page.getByText('Đã lưu phiên bản 3.').waitFor();
    },
    SCENE_MS,
  );
});

async function drawApplication(designer: Person): Promise<void> {
  const { page } = designer;
  await page.goto(`${server.url}/thiet-ke/bieu-mau`);
  await page.getByRole('button', { name: 'Thêm biểu mẫu' }).click();
  await page.getByLabel('Tên biểu mẫu').fill('Đơn đề nghị cấp giấy phép xây dựng');
  await page.getByLabel('Mã biểu mẫu').fill(FORM);
  await page.getByRole('button', { name: 'Tạo biểu mẫu' }).click();

  // pressed on the palette; the label is typed with an input method
  await page.getByRole('button', { name: 'Văn bản ngắn', exact: true }).click();
  await typeTelex(page, label(page));
  expect(await label(page).inputValue()).toBe('Tên chủ đầu tư');
  await page.getByLabel('Bắt buộc nhập').check();

  // with the keyboard alone
  await page.getByRole('button', { name: 'Số nguyên', exact: true }).focus();
  await page.keyboard.press('Enter');
  await focused(label(page));
  await page.keyboard.type('Số tầng');

  // with the pointer, before the field that stands there
  await dragTo(page, button(page, 'Số căn cước'), card(page, 'Số tầng'));
  await label(page).fill('Số định danh cá nhân');
  await page.getByLabel('Bắt buộc nhập').check();
  await page.getByLabel('Câu báo khi nhập sai').fill(SENTENCE);
  expect(await cards(page)).toEqual(['Tên chủ đầu tư *', 'Số định danh cá nhân *', 'Số tầng']);

  await button(page, 'Chọn một').click();
  await label(page).fill('Loại đề nghị');
  await page.getByLabel('Các lựa chọn').fill('Xây dựng mới\nSửa chữa, cải tạo');
  await button(page, 'Văn bản ngắn').click();
  await label(page).fill('Số giấy phép đã cấp');
  await conditionOn(page, 'Loại đề nghị', 'Sửa chữa, cải tạo');

  await button(page, 'Bảng').click();
  await label(page).fill('Diện tích từng tầng');
  await column(page, 'Văn bản ngắn', 'Tầng');
  await column(page, 'Số thập phân', 'Diện tích');
  await page.getByLabel('Cộng ở dòng cuối').check();

  await button(page, 'Ô đánh dấu').click();
  await label(page).fill('Tôi cam đoan làm đúng giấy phép được cấp');
  await page.getByLabel('Phải đánh dấu mới gửi được').check();
  await page.getByLabel('Bắt buộc nhập').check();

  // moved one place down with space and arrows
  await page.getByRole('button', { name: 'Di chuyển trường Số tầng' }).focus();
  await page.keyboard.press('Space');
  await heard(page, 'Đã nhấc Số tầng');
  await page.keyboard.press('ArrowDown');
  await heard(page, 'Ở chỗ của Loại đề nghị');
  await page.keyboard.press('Space');
  await heard(page, 'Đã đặt Số tầng');
  expect((await cards(page)).slice(2, 4)).toEqual(['Loại đề nghị', 'Số tầng']);

  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  expect((await cards(page)).slice(2, 4)).toEqual(['Số tầng', 'Loại đề nghị']);
  await inspect(designer, 'form-drawn');

  // a wrong answer is kept: the form must always refuse it
  await button(page, 'Giữ để kiểm thử').click();
  await page.getByRole('tab', { name: 'Kiểm tra (0)' }).click();
  await page.getByText('Dữ liệu sai 1 (phải bị từ chối)').waitFor();
  await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
  await page.getByText('Đã lưu phiên bản 2.').waitFor();
}

async function publish(designer: Person): Promise<void> {
  const { page } = designer;
  await page.getByRole('tab', { name: 'Phiên bản' }).click();
  await page.getByRole('button', { name: 'Áp dụng', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Áp dụng phiên bản 2' });
  await dialog.getByText('Chưa thủ tục hay bước nào dùng biểu mẫu này.').waitFor();
  await dialog.getByText('Đạt cả 1 dữ liệu kiểm thử.').waitFor();
  await dialog.getByRole('button', { name: 'Áp dụng', exact: true }).click();
  await page.getByText('Phiên bản 2 đã được áp dụng.').waitFor();
}

/** @returns the code of what was submitted */
async function applyOnPhone(citizen: Person): Promise<string> {
  const { page } = citizen;
  await page.goto(`${server.url}/nop-ho-so/${PROCEDURE}`);
  const form = page.locator('form.mc-form');
  const owner = form.getByLabel('Tên chủ đầu tư');
  await owner.focus();
  await typeAsUnikey(page);
  expect(await owner.inputValue()).toBe('Nguyễn Thị Tuyết');

  const identifier = form.getByLabel('Số định danh cá nhân');
  await identifier.fill('08900000000');
  await identifier.press('Tab');
  await form.getByText(SENTENCE).waitFor();
  await form.getByLabel('Số tầng').fill('2');
  await form.getByRole('radio', { name: 'Sửa chữa, cải tạo' }).check();
  await form.getByLabel('Số giấy phép đã cấp').fill('12/GPXD');
  await form.getByRole('button', { name: 'Thêm dòng' }).click();
  await form.getByLabel('Tầng', { exact: true }).fill('Trệt');
  await form.getByLabel('Diện tích', { exact: true }).fill('80');
  await form.getByLabel('Tôi cam đoan làm đúng giấy phép được cấp').check();

  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await form.getByRole('link', { name: SENTENCE }).waitFor();
  await inspect(citizen, 'form-mistake-on-phone');
  await form.getByRole('link', { name: SENTENCE }).click();
  await focused(identifier);
  await page.keyboard.press('End');
  await page.keyboard.type('1');
  await form.getByText(SENTENCE).first().waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  const done = page.getByText('Đã nộp hồ sơ');
  await done.waitFor();
  return /H01[\d.]*-\d{6}-\d{4}/.exec((await done.textContent()) ?? '')?.[0] ?? '';
}

const label = (page: Page): Locator => page.getByLabel('Nhãn', { exact: true });
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const card = (page: Page, name: string): Locator => page.locator('.form-card', { hasText: name });
const cards = async (page: Page): Promise<string[]> =>
  page.locator('.form-group-fields > div .form-card-name').evaluateAll((names) =>
    names.map((name) =>
      [...name.childNodes]
        .filter(({ nodeName }) => nodeName !== 'SMALL')
        .map(({ textContent }) => textContent)
        .join(''),
    ),
  );

const focused = (input: Locator): Promise<void> => input.and(input.page().locator(':focus')).waitFor();

/** What a screen reader is told. */
const heard = (page: Page, words: string): Promise<void> =>
  page.getByText(words, { exact: true }).waitFor({ state: 'attached' });

/** Carries with the mouse, in steps, as a hand does. */
async function dragTo(page: Page, what: Locator, where: Locator): Promise<void> {
  const from = (await what.boundingBox())!;
  const to = (await where.boundingBox())!;
  await page.mouse.move(from.x + 20, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 12 });
  await page.locator('.form-drop-before').waitFor();
  await page.mouse.up();
}

/** "Hiện khi [field] là [value]". */
async function conditionOn(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm điều kiện' }).first().click();
  await pick(page, 'Trường', field);
  await pick(page, 'Giá trị', value);
}

async function pick(page: Page, select: string, option: string): Promise<void> {
  await page.getByLabel(select, { exact: true }).click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByTitle(option, { exact: true })
    .click();
}

async function column(page: Page, kind: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm cột' }).click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
  await label(page).fill(name);
}

/** As an input method writes: a composition that grows and changes letters already there. */
async function typeTelex(page: Page, input: Locator): Promise<void> {
  await focused(input);
  const keys = await page.context().newCDPSession(page);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  for (const [word, ...steps] of [
    ['Tên ', 'T', 'Te', 'Tê', 'Tên'],
    ['chủ ', 'c', 'ch', 'chu', 'chủ'],
    ['đầu ', 'd', 'đ', 'đa', 'đâ', 'đâu', 'đầu'],
    ['tư', 't', 'tu', 'tư'],
  ]) {
    for (const text of steps)
      await keys.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await keys.send('Input.insertText', { text: word! });
  }
}

/** As a key hook writes: letters already there are taken back and written anew. */
async function typeAsUnikey(page: Page): Promise<void> {
  await page.keyboard.type('Nguye');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('ê');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('ễ');
  await page.keyboard.type('n Thi');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('ị');
  await page.keyboard.type(' Tuye');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('ê');
  await page.keyboard.type('t');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('ết');
}
