/** Papers on the screens: a citizen checks one by its QR, an office drafts, signs, issues and sends one. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pdfLib } from '../../server/documents/pdf-lib.ts';
import { openBrowser, type Person, type TestBrowser } from '../support/browser.ts';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { inspect, signInOnScreen } from '../support/screens.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { walkTo } from '../support/walk.ts';

const oneSheet = async (): Promise<Uint8Array> => {
  const document = await pdfLib().PDFDocument.create();
  document.addPage();
  return document.save();
};

/** A scene on a machine that does much else beside it. */
const SCENE_MS = 180_000;

let server: TestServer;
let browser: TestBrowser;
let counter: TestClient;

beforeAll(async () => {
  server = await startServer({ now: '2026-04-17T02:00:00.000Z', printPdf: oneSheet });
  browser = await openBrowser();
  counter = await server.as('motcua');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function takeIn(): Promise<string> {
  const { body } = await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));
  await server.server.jobs.drain({ types: ['document.print'] });
  return body.code;
}

describe('a citizen who scans the QR of a paper', () => {
  it(
    'sees that it is genuine, whether his file is what was issued, and later that it was replaced',
    async () => {
      const code = await takeIn();
      const person = await browser.person({ width: 390, height: 780 });
      const { page } = person;
      await page.goto(`${server.url}/tra-cuu/${code}`);
      await page.getByRole('link', { name: /Kiểm tra Giấy tiếp nhận/ }).click();
      await page.getByRole('heading', { name: 'Giấy tờ do cơ quan ban hành' }).waitFor();

      const issued = await counter.fetch(`/dossiers/${code}/documents/receipt-1.pdf`);
      const file = (buffer: Buffer) => ({ name: 'giay.pdf', mimeType: 'application/pdf', buffer });
      await page
        .getByLabel('Chọn tệp PDF')
        .last()
        .setInputFiles(file(Buffer.from(await issued.arrayBuffer())));
      await page.getByText('Tệp trùng khớp với bản đã ban hành.').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await inspect(person, 'paper-genuine-phone');

      await page
        .getByLabel('Chọn tệp PDF')
        .last()
        .setInputFiles(file(Buffer.from('%PDF-1.4 khác')));
      await page.getByText(/Tệp khác với bản đã ban hành/).waitFor();

      await counter.post(`/dossiers/${code}/documents/receipt-1/reissue`, { reason: 'Sai địa chỉ' });
      await page.reload();
      await page.getByRole('heading', { name: 'Giấy tờ đã bị thay thế' }).waitFor();
      await inspect(person, 'paper-replaced-phone');
      await page.getByRole('link', { name: /Số \d+\/TNHS ban hành ngày/ }).click();
      await page.getByRole('heading', { name: 'Giấy tờ do cơ quan ban hành' }).waitFor();
    },
    SCENE_MS,
  );

  it(
    'is warned of a paper that was never issued',
    async () => {
      const code = await takeIn();
      const person = await browser.person();
      await person.page.goto(`${server.url}/tra-cuu/${code}/receipt-9`);
      await person.page.getByRole('heading', { name: 'Không có giấy tờ này' }).waitFor();
      await inspect(person, 'paper-unknown');
    },
    SCENE_MS,
  );
});

describe('an office', () => {
  it(
    'drafts a paper, submits it, has it signed with others, issues and replaces it',
    async () => {
      const code = await takeIn();
      await walkTo(server, code, 'ThamDinh');
      const specialist = await signInOnScreen({ browser, server }, 'chuyenvien');
      await specialist.page.goto(`${server.url}/ho-so/${code}?muc=van-ban`);
      await specialist.page.getByRole('button', { name: 'Soạn văn bản' }).click();
      await specialist.page.getByLabel('Loại văn bản').click();
      await specialist.page.getByTitle('Phiếu từ chối giải quyết hồ sơ', { exact: true }).click();
      await specialist.page.getByLabel('Nội dung, lý do ghi trong văn bản').fill('Không phù hợp quy hoạch');
      await inspect(specialist, 'paper-draft');
      await specialist.page.getByRole('button', { name: 'Soạn dự thảo' }).click();
      await specialist.page.getByRole('button', { name: 'Trình ký Phiếu từ chối giải quyết hồ sơ' }).click();
      await dialogButton(specialist, 'Trình ký').click();
      await specialist.page.getByText('Đang trình ký').waitFor();

      const leader = await signInOnScreen({ browser, server }, 'lanhdao');
      await leader.page.goto(`${server.url}/trinh-ky`);
      await leader.page.getByRole('checkbox', { name: new RegExp(`Chọn .* ${code}`) }).check();
      await inspect(leader, 'papers-to-sign');
      await leader.page.getByRole('button', { name: 'Ký Phiếu từ chối giải quyết hồ sơ' }).click();
      await leader.page
        .frameLocator('iframe')
        .getByText(/Không phù hợp quy hoạch/)
        .waitFor();
      await inspect(leader, 'paper-sign');
      await dialogButton(leader, 'Hủy').click();
      await leader.page.getByRole('button', { name: 'Ký 1 văn bản đã chọn' }).click();
      await leader.page.getByRole('button', { name: 'Ký tất cả' }).click();
      await leader.page.getByText('Không có văn bản nào chờ ký').waitFor();

      await specialist.page.getByText('Đã ký', { exact: true }).waitFor();
      await specialist.page.getByRole('button', { name: 'Ban hành Phiếu từ chối giải quyết hồ sơ' }).click();
      await dialogButton(specialist, 'Ban hành').click();
      await specialist.page.getByText(/Số \d+\/PTC/).waitFor();
      await specialist.page.getByText('Đã ban hành', { exact: true }).last().waitFor();

      await leader.page.goto(`${server.url}/ho-so/${code}?muc=van-ban`);
      await leader.page
        .getByRole('button', { name: 'Thao tác khác với Phiếu từ chối giải quyết hồ sơ' })
        .click();
      await leader.page.getByRole('menuitem', { name: 'Ban hành lại' }).click();
      await leader.page.getByRole('textbox', { name: /^Lý do/ }).fill('Sai căn cứ');
      await dialogButton(leader, 'Ban hành lại').click();
      await leader.page.getByText('Đã bị thay thế').waitFor();
      await leader.page.getByText(/Thay thế số \d+\/PTC/).waitFor();
      await inspect(leader, 'papers-replaced');
    },
    SCENE_MS,
  );
});

describe('the counter', () => {
  it(
    'prints the receipts of a day into one PDF and sees how far it is',
    async () => {
      await takeIn();
      const clerk = await signInOnScreen({ browser, server }, 'motcua');
      const { page } = clerk;
      await page.goto(`${server.url}/ho-so`);
      await page.getByRole('button', { name: 'In hàng loạt' }).click();
      await page.getByRole('dialog').waitFor();
      await inspect(clerk, 'papers-batch');
      await dialogButton(clerk, 'In').click();
      const pdf = page.getByRole('link', { name: 'Mở tệp PDF' });
      await pdf.waitFor();
      await inspect(clerk, 'papers-batch-done');
      const answer = await clerk.context.request.get(`${server.url}${await pdf.getAttribute('href')}`);
      expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
    },
    SCENE_MS,
  );
});

const dialogButton = ({ page }: Person, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true });
