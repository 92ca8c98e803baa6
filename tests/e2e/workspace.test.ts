/** The workspace's screens one by one: what they show, how they behave, and that everybody can use them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { inspect, openTaskFromDesk, signInOnScreen, takeInSample } from '../support/screens.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

const PHONE = { width: 390, height: 780 };
const FIRST_STEP = '1. Tiếp nhận, số hóa, chuyển hồ sơ';

let server: TestServer;
let browser: TestBrowser;
const as = (username: string) => signInOnScreen({ browser, server }, username);

beforeAll(async () => {
  // one after the other: what was opened is closed even when the next does not open
  server = await startServer({ now: '2026-04-17T02:00:00.000Z' });
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('the public portal', () => {
  it('finds procedures by words without their marks and shows their papers', async () => {
    const person = await browser.person();
    const { page } = person;
    await page.goto(server.url);
    await page.getByRole('searchbox').fill('chung thuc ban sao');
    await page.getByRole('heading', { name: /Chứng thực bản sao/ }).waitFor();
    expect(await page.getByRole('listitem').count()).toBe(1);
    await page.getByText(/Thành phần hồ sơ/).click();
    await page
      .getByText('bắt buộc')
      .or(page.getByText(/bản chính/))
      .first()
      .waitFor();
    await inspect(person, 'portal');
  }, 60_000);

  it('fits a phone', async () => {
    const person = await browser.person(PHONE);
    await person.page.goto(server.url);
    await person.page.getByRole('heading', { name: /Cấp giấy phép xây dựng/ }).waitFor();
    expect(await person.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await inspect(person, 'portal-phone');
  }, 60_000);

  it('says in a sentence that a code belongs to no dossier', async () => {
    const person = await browser.person(PHONE);
    await person.page.goto(server.url);
    await person.page.getByLabel('Mã số hồ sơ').fill('H01.30.01-260417-9999');
    await person.page.keyboard.press('Enter');
    await person.page.getByRole('alert').waitFor();
    expect(await person.page.getByRole('alert').textContent()).toMatch(/[Kk]hông/);
    await inspect(person, 'lookup-unknown');
  }, 60_000);

  it('speaks English when asked, and remembers it', async () => {
    const person = await browser.person();
    const { page } = person;
    await page.goto(server.url);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Where is my dossier?' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Where is my dossier?' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await inspect(person, 'portal-english');
  }, 60_000);
});

describe('signing in', () => {
  it('says why a password is refused, and goes on to where one wanted to be', async () => {
    const person = await browser.person();
    const { page } = person;
    await page.goto(`${server.url}/ho-so`);
    await page.waitForURL(/dang-nhap/);
    await page.getByLabel('Tên đăng nhập').fill('motcua');
    await page.getByLabel('Mật khẩu').fill('không phải mật khẩu này');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await inspect(person, 'sign-in-refused');
    await page.getByLabel('Mật khẩu').fill('Motcua@2026');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tra cứu hồ sơ' }).waitFor();
  }, 60_000);
});

describe('the counter', () => {
  it('leads to what is wrong, keeps what was typed over a reload, and takes in nothing unfinished', async () => {
    const person = await as('motcua');
    const { page } = person;
    await page.goto(`${server.url}/tiep-nhan`);
    await inspect(person, 'counter-procedures');
    await page.getByRole('searchbox').fill('nha o rieng le');
    await page.keyboard.press('Enter');
    await page.getByLabel('Họ và tên chủ hồ sơ').fill('Trần Thị B (mẫu)');
    await page.getByLabel('Địa chỉ', { exact: true }).fill('Số 2 đường mẫu');
    await page.reload();
    expect(await page.getByLabel('Họ và tên chủ hồ sơ').inputValue()).toBe('Trần Thị B (mẫu)');
    await page.getByRole('button', { name: 'Tiếp nhận hồ sơ', exact: true }).click();
    await page.getByText(/Cần sửa \d+ chỗ trước khi gửi/).waitFor();
    await page.getByText(/Còn \d+ chỗ cần sửa/).waitFor();
    await inspect(person, 'counter-errors');
    expect(await page.getByLabel('Địa chỉ', { exact: true }).inputValue()).toBe('Số 2 đường mẫu');
  }, 60_000);

  it('takes in a dossier that somebody else hands in, with who authorised him and by which paper', async () => {
    const person = await as('motcua');
    const { page } = person;
    await page.goto(`${server.url}/tiep-nhan`);
    await page.getByRole('searchbox').fill('chứng thực bản sao');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Điền dữ liệu mẫu' }).click();
    await page.getByLabel('Người khác nộp thay (có ủy quyền)').check();
    await page.getByLabel('Họ và tên người nộp').fill('Trần Thị B (mẫu)');
    await page.getByLabel('Người ủy quyền').fill('Lê Văn C (mẫu)');
    await page.getByLabel('Giấy ủy quyền').fill('Số 12 ngày 10/4/2026');
    await inspect(person, 'counter-authorised');
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await inspect(person, 'counter-authorised-phone');
    await page.getByRole('button', { name: 'Tiếp nhận hồ sơ', exact: true }).click();
    const received = page.getByRole('heading', { name: 'Đã tiếp nhận hồ sơ' });
    await received.waitFor();
    const [code] = /H01[\d.]*-\d{6}-\d{4}/.exec((await received.textContent()) ?? '')!;
    await page.goto(`${server.url}/ho-so/${code}`);
    await page.getByText('Số 12 ngày 10/4/2026').waitFor();
    await page.getByText('Lê Văn C (mẫu)').waitFor();
    await inspect(person, 'dossier-authorised');
  }, 60_000);

  it('refuses a file of a forbidden kind with a sentence beside the paper', async () => {
    const person = await as('motcua');
    const { page } = person;
    await page.goto(`${server.url}/tiep-nhan`);
    await page.getByRole('searchbox').fill('nha o rieng le');
    await page.keyboard.press('Enter');
    const file = {
      name: 'ban-ve.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ not a pdf at all'),
    };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByText(/ban-ve\.pdf.*phần mở rộng/).waitFor();
    await inspect(person, 'counter-file-refused');
  }, 60_000);

  it('offers the receipt to print and the next dossier of the same procedure', async () => {
    const person = await as('motcua');
    const { page } = person;
    await takeInSample(person, server.url, 'chứng thực bản sao');
    await page.frameLocator('iframe').getByText('GIẤY TIẾP NHẬN HỒ SƠ').first().waitFor();
    await inspect(person, 'counter-received');
    await page.keyboard.press('Enter');
    await page.getByLabel('Họ và tên chủ hồ sơ').waitFor();
    expect(await page.getByLabel('Họ và tên chủ hồ sơ').inputValue()).toBe('');
  }, 60_000);

  it('hints at the same matter filed before, and ends the reception with a supplement slip', async () => {
    const clerk = await server.as('motcua');
    const before = (await clerk.post('/dossiers', await buildApplication(clerk, HOUSE_PERMIT))).body.code;
    const person = await as('motcua');
    const { page } = person;
    await page.goto(`${server.url}/tiep-nhan`);
    await page.getByRole('searchbox').fill('nha o rieng le');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Điền dữ liệu mẫu' }).click();
    await page.getByRole('status').getByRole('link', { name: before }).waitFor();
    await inspect(person, 'counter-duplicate');
    await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Lý do').fill('Bản vẽ thiết kế thiếu mặt cắt móng');
    await inspect(person, 'counter-slip');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Đã yêu cầu bổ sung hồ sơ' }).waitFor();
    await page.frameLocator('iframe').getByText('Bản vẽ thiết kế thiếu mặt cắt móng').first().waitFor();
    await inspect(person, 'counter-slip-issued');
  }, 60_000);
});

describe('the desk', () => {
  it('is walked with j, k and Enter, and shows a dossier that has just come in by itself', async () => {
    const watcher = await as('motcua');
    await watcher.page.goto(`${server.url}/ban-lam-viec`);
    await watcher.page.getByRole('tab', { name: 'Việc của tôi' }).waitFor();
    const counter = await as('motcua');
    const code = await takeInSample(counter, server.url, 'nhà ở riêng lẻ');
    await watcher.page.getByRole('row').filter({ hasText: code }).waitFor();
    await watcher.page.keyboard.press('j');
    await watcher.page.locator('[data-selected-row="true"]').waitFor();
    await inspect(watcher, 'desk');
    await watcher.page.keyboard.press('Enter');
    await watcher.page.waitForURL(/cong-viec/);
  }, 60_000);

  it('says what is empty', async () => {
    const person = await as('vanthu.longxuyen');
    await person.page.goto(`${server.url}/ban-lam-viec`);
    await person.page.getByText('Bạn đã xử lý hết việc được giao.').waitFor();
    await inspect(person, 'desk-empty');
  }, 60_000);

  it.each([
    ['while it is being filled in', true],
    ['when it is sent', false],
  ])(
    'says that a colleague was faster %s, and keeps what was typed',
    async (_, hasLiveUpdates) => {
      const person = await as('motcua');
      const { page } = person;
      if (!hasLiveUpdates) await page.route('**/api/v1/events', (route) => route.abort());
      const code = await takeInSample(person, server.url, 'nhà ở riêng lẻ');
      await openTaskFromDesk(person, server.url, { code, step: FIRST_STEP });
      await page.getByRole('button', { name: 'Điền dữ liệu mẫu' }).click();
      await page.getByLabel('Ý kiến xử lý').fill('Hồ sơ đủ, đã số hóa.');
      await completeAsColleague(page.url().split('/').at(-1)!);
      if (!hasLiveUpdates) await page.getByRole('button', { name: 'Hoàn thành' }).click();
      await page.getByText('Nội dung bạn đã nhập vẫn còn bên dưới').waitFor();
      expect(await page.getByLabel('Ý kiến xử lý').inputValue()).toBe('Hồ sơ đủ, đã số hóa.');
      await inspect(person, hasLiveUpdates ? 'task-conflict-live' : 'task-conflict');
    },
    60_000,
  );
});

/** Somebody else at the same counter completes the task. */
async function completeAsColleague(id: string): Promise<void> {
  const colleague = await server.as('motcua');
  const task = await colleague.get(`/tasks/${id}`);
  const done = await colleague.post(`/tasks/${id}/complete`, { output: task.body.sample });
  expect(done.status).toBe(200);
}

describe('a dossier', () => {
  it('is told to wait for papers, with the letter issued and the clock paused', async () => {
    const person = await as('motcua');
    const { page } = person;
    const code = await takeInSample(person, server.url, 'nhà ở riêng lẻ');
    await page.goto(`${server.url}/ho-so/${code}`);
    await page.getByRole('button', { name: 'Thao tác khác' }).click();
    await page.getByRole('menuitem', { name: 'Yêu cầu bổ sung' }).click();
    await page.getByRole('dialog').getByLabel('Lý do').fill('Thiếu bản vẽ mặt bằng móng.');
    await inspect(person, 'dossier-request-supplement');
    await page.getByRole('dialog').getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
    await page.getByText('Yêu cầu bổ sung giấy tờ').first().waitFor();
    await page.getByRole('tab', { name: /Văn bản/ }).click();
    await page
      .getByText(/[Pp]hiếu yêu cầu bổ sung/)
      .first()
      .waitFor();
    await inspect(person, 'dossier-documents');
    await page.getByRole('tab', { name: 'Thời hạn' }).click();
    await page.getByText('Tạm dừng tính thời hạn', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Thời gian tại từng cơ quan' }).waitFor();
    await inspect(person, 'dossier-clock');
  }, 60_000);

  it('shows its application, papers, history and diagram', async () => {
    const person = await as('motcua');
    const { page } = person;
    const code = await takeInSample(person, server.url, 'nhà ở riêng lẻ');
    await page.goto(`${server.url}/ho-so/${code}`);
    await page.getByText('Địa điểm xây dựng').waitFor();
    await inspect(person, 'dossier');
    await page.getByRole('tab', { name: /Giấy tờ/ }).click();
    await inspect(person, 'dossier-papers');
    await page.getByRole('tab', { name: 'Quá trình' }).click();
    await page
      .getByText(/Được tiếp nhận/)
      .last()
      .waitFor();
    await inspect(person, 'dossier-history');
    await page.getByRole('tab', { name: 'Sơ đồ' }).click();
    await page.locator('.motcua-open').first().waitFor();
    expect(await page.locator('.bjs-powered-by').isVisible()).toBe(true);
    await inspect(person, 'dossier-diagram');
  }, 60_000);

  it('is found in the list by its code', async () => {
    const person = await as('motcua');
    const { page } = person;
    const code = await takeInSample(person, server.url, 'chứng thực bản sao');
    await page.goto(`${server.url}/ho-so`);
    await page.getByRole('searchbox').fill(code);
    await page.keyboard.press('Enter');
    await page.getByText('Đang xem 1 trong 1 hồ sơ').waitFor();
    await inspect(person, 'dossier-list');
  }, 60_000);

  it('is accepted together with others that were ticked in the list', async () => {
    const citizen = await server.as('congdan');
    const application = await buildApplication(citizen, HOUSE_PERMIT, { channel: 'online' });
    const applicant = { ...application.applicant, fullName: 'Lâm Thị Bảy (mẫu)' };
    const codes: string[] = [];
    for (const body of [application, application]) {
      codes.push((await citizen.post('/dossiers', { ...body, applicant })).body.code);
    }
    const person = await as('motcua');
    const { page } = person;
    await page.goto(`${server.url}/ho-so?q=lam+thi+bay`);
    for (const code of codes) await page.getByRole('checkbox', { name: `Chọn hồ sơ ${code}` }).check();
    await page.getByRole('button', { name: 'Thao tác với 2 hồ sơ đã chọn' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Tiếp nhận' }).check();
    await inspect(person, 'dossiers-operate');
    await dialog.getByRole('button', { name: 'Thực hiện với 2 hồ sơ' }).click();
    await dialog.getByText('Đã thực hiện với 2 hồ sơ').waitFor();
    for (const code of codes) await dialog.getByRole('link', { name: code }).waitFor();
    await inspect(person, 'dossiers-operated');
  }, 60_000);
});

describe('a citizen', () => {
  it('submits from home, and the counter accepts', async () => {
    const citizen = await as('congdan');
    await citizen.page.goto(`${server.url}/nop-ho-so/1.013225`);
    await citizen.page.getByRole('button', { name: 'Điền dữ liệu mẫu' }).click();
    await inspect(citizen, 'submit-online');
    await citizen.page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await citizen.page.getByText('Đã nộp hồ sơ').waitFor();
    const code =
      /H01[\d.]*-\d{6}-\d{4}/.exec((await citizen.page.getByRole('main').textContent()) ?? '')?.[0] ?? '';
    await inspect(citizen, 'submitted-online');
    await citizen.page.getByRole('link', { name: 'Hồ sơ của tôi' }).click();
    await citizen.page.getByRole('link', { name: code }).waitFor();
    await inspect(citizen, 'citizen-dossiers');
    const counter = await as('motcua');
    await counter.page.goto(`${server.url}/ho-so/${code}`);
    await counter.page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await inspect(counter, 'dossier-accept');
    await counter.page.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận' }).click();
    await counter.page.getByText('Được tiếp nhận').first().waitFor();
  }, 60_000);
});

describe('the other screens', () => {
  it.each([
    ['/thong-ke', 'Tình hình hồ sơ', 'statistics'],
    ['/quan-tri', 'Quản trị', 'accounts'],
  ])(
    '%s is there for who may see it',
    async (path, heading, name) => {
      const person = await as('admin');
      await person.page.goto(server.url + path);
      await person.page.getByRole('heading', { name: heading }).waitFor();
      await person.page.getByRole('row').nth(2).waitFor();
      await inspect(person, name);
    },
    60_000,
  );

  it('list every keyboard shortcut on one card', async () => {
    const person = await as('motcua');
    await person.page.getByRole('heading', { name: 'Bàn làm việc' }).waitFor();
    await person.page.keyboard.press('?');
    await person.page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
    await inspect(person, 'shortcuts');
  }, 60_000);
});

describe('jobs that failed', () => {
  it('are shown to the administrator with the reason, and run again', async () => {
    const { store, clock } = server.server;
    const at = new Date(clock.now()).toISOString();
    const id = 'message.send:H01.30.01-260417-9001#2!sms';
    const doc = {
      ...{
        type: 'message.send',
        payload: { message: 'H01.30.01-260417-9001#2!sms' },
        dueAt: at,
        state: 'dead',
      },
      ...{
        nextAt: null,
        owner: null,
        leaseUntil: null,
        attempts: 8,
        lastError: '422 số không hợp lệ',
        endedAt: at,
      },
    };
    await store.commit([{ op: 'insert', collection: 'jobs', id, doc }]);
    const person = await as('admin');
    const { page } = person;
    await page.goto(`${server.url}/quan-tri`);
    await page.getByRole('tab', { name: 'Việc nền thất bại' }).click();
    const row = page.getByRole('row').filter({ hasText: 'H01.30.01-260417-9001' });
    await row.getByText('422 số không hợp lệ').waitFor();
    await inspect(person, 'failed-jobs');
    await row.getByRole('button', { name: 'Chạy lại' }).click();
    await page.getByText('Đã xếp hàng để chạy lại.').waitFor();
  }, 60_000);
});

describe('the working calendar', () => {
  it('takes a day off in, and due dates are looked at, approved and counted again', async () => {
    const counter = await server.as('motcua');
    const { code } = (await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT))).body;
    const person = await as('vanphong');
    const { page } = person;
    await page.goto(`${server.url}/lich-lam-viec`);
    await page.getByText('Lịch năm 2026').waitFor();
    await page.getByRole('button', { name: 'Thêm ngày' }).click();
    await page.getByLabel('Ngày', { exact: true }).last().fill('04/05/2026');
    await page.getByLabel('Tên ngày').last().fill('Nghỉ theo thông báo (mẫu)');
    await page.getByLabel('Căn cứ').last().fill('TB 12/TB (mẫu)');
    await page.getByLabel('Văn bản quyết định').fill('TB 12/TB (mẫu)');
    await page.getByRole('button', { name: 'Lưu lịch' }).click();
    await page.getByText('Nghỉ theo thông báo (mẫu)) nay là ngày nghỉ').waitFor();
    await page.getByRole('button', { name: 'Xem trước việc tính lại' }).click();
    await page.getByText('Chờ phê duyệt').waitFor();
    await page.getByRole('row').filter({ hasText: code }).getByText('05/05/2026 17:00').waitFor();
    await inspect(person, 'calendar-recount');
    await page.getByRole('button', { name: /^Phê duyệt cho \d+ hồ sơ/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Phê duyệt tính lại hạn' });
    await dialog.getByLabel('Lý do').fill('Lịch nghỉ năm 2026 thay đổi');
    await inspect(person, 'calendar-recount-approve');
    await dialog.getByRole('button', { name: /^Phê duyệt cho/ }).click();
    await page.getByText('Đã xong').waitFor();
    await page.getByRole('row').filter({ hasText: code }).getByText('Đã tính lại').waitFor();
    expect((await counter.get(`/dossiers/${code}`)).body.dueAt).toBe('2026-05-05T10:00:00.000Z');
    await inspect(person, 'calendar-recounted');
  }, 120_000);
});
