import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, type Person, type TestBrowser } from '../support/browser.ts';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { SAMPLE_PASSWORD, startServer, type TestServer } from '../support/start-server.ts';
import { walkTo } from '../support/walk.ts';

const PROCEDURE = '2.000815';
const SCENE_MS = 120_000;

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

async function signedInAs(username: string): Promise<Person> {
  const person = await browser.person({ width: 1440, height: 900 });
  await person.page.goto(`${server.url}/dang-nhap`);
  const { status } = await person.context.request
    .post(`${server.url}/api/v1/session`, { data: { username, password: SAMPLE_PASSWORD } })
    .then((answer) => ({ status: answer.status() }));
  expect(status).toBe(200);
  return person;
}

const element = (page: Page, id: string) =>
  page.locator(`[data-testid=drawing-board] g[data-element-id="${id}"]`).first();

/** Picks an option of an antd select by what a person types and sees. */
async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.locator(`#${field}`).click();
  await page
    .locator(`#${field}`)
    .fill(text)
    .catch(() => undefined);
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', {
      hasText: text,
    })
    .first()
    .click();
}

async function fillAndLeave(page: Page, field: string, text: string): Promise<void> {
  await page.locator(`#${field}`).fill(text);
  await page.locator(`#${field}`).press('Tab');
}

async function takeIn(): Promise<{ code: string; dueAt: string; steps: string[]; version: number }> {
  const counter = await server.as('motcua');
  const { body: procedure } = await counter.get(`/procedures/${PROCEDURE}`);
  const { status, body } = await counter.post('/dossiers', procedure.samples[0]);
  expect(status).toBe(201);
  return { code: body.code, dueAt: body.dueAt, steps: [], version: body.procedure.processVersion };
}

/** Everybody does his step until nothing of the dossier is open; the names of the steps in order. */
async function walkThrough(code: string): Promise<string[]> {
  const people = await Promise.all(
    ['motcua', 'chuyenvien', 'lanhdao'].map((username) => server.as(username)),
  );
  const steps: string[] = [];
  for (let turn = 0; turn < 20; turn++) {
    const { body: dossier } = await people[0]!.get(`/dossiers/${code}`);
    const [open] = dossier.openTasks;
    if (!open) break;
    for (const person of people) {
      const { status, body: task } = await person.get(`/tasks/${open.id}`);
      if (status !== 200 || !task.abilities.includes('complete')) continue;
      expect((await person.post(`/tasks/${open.id}/complete`, { output: task.sample ?? {} })).status).toBe(
        200,
      );
      steps.push(open.name);
      break;
    }
  }
  return steps;
}

describe('the studio', () => {
  it(
    'takes a changed process from the drawing board to publication, and touches no dossier received before',
    async () => {
      const before = await takeIn();
      expect(before.version).toBe(1);

      const owner = await signedInAs('chuquytrinh');
      const { page } = owner;
      await page.goto(`${server.url}/thiet-ke`);
      await page.getByText('Quy trình điện tử').first().waitFor();
      await owner.screenshot('studio-home');
      await page.goto(`${server.url}/thiet-ke/quy-trinh`);
      await page.getByText(PROCEDURE).waitFor();
      await owner.screenshot('studio-processes');

      await page.goto(`${server.url}/thiet-ke/quy-trinh/${PROCEDURE}/1`);
      await element(page, 'VaoSo').waitFor();
      await owner.screenshot('studio-process');

      // lengthens a step
      await element(page, 'Ky').click();
      await page.locator('#step-duration').fill('5');
      await page.locator('#step-duration').press('Tab');

      // adds a step by dropping one on the flow between two
      await page.locator('[data-action="create.task"]').click();
      const drop = await flowMiddle(page, 'Flow_VaoSo_Tra');
      await page.mouse.move(drop.x - 5, drop.y - 5);
      await page.mouse.move(drop.x, drop.y, { steps: 4 });
      await page.mouse.click(drop.x, drop.y);
      await page.keyboard.press('Escape');
      await page.locator('#element-name').waitFor();
      await fillAndLeave(page, 'element-name', 'Sao gửi lưu trữ');
      await choose(page, 'step-unit', 'Văn phòng HĐND và UBND phường Long Xuyên');
      await choose(page, 'step-role', 'Văn thư');
      await page.locator('#step-duration').fill('1');
      await page.locator('#step-duration').press('Tab');
      await choose(page, 'step-status', '4 – Đang xử lý');
      await owner.screenshot('studio-step-added');

      await page.getByRole('button', { name: 'Lưu thành bản nháp mới' }).click();
      await page.waitForURL(/\/2\.000815\/2$/);
      await page.getByRole('button', { name: 'Trình thẩm định' }).waitFor();
      await page.getByRole('tab', { name: /Kiểm tra/ }).click();
      await owner.screenshot('studio-draft');
      await live(page, 'Trình thẩm định');
      await page.getByText('Đã trình').first().waitFor();

      const office = await signedInAs('vanphong');
      await office.page.goto(`${server.url}/thiet-ke/quy-trinh/${PROCEDURE}/2`);
      await live(office.page, 'Thẩm định đạt');
      await live(office.page, 'Ghi nhận phê duyệt', async (dialog) => {
        await dialog.getByLabel('Số quyết định phê duyệt').fill('1234/QĐ-UBND');
        await dialog.getByLabel('Ngày quyết định').fill('15/04/2026');
        await dialog.getByLabel('Ngày quyết định').press('Enter');
        await office.screenshot('studio-approval');
      });
      await live(office.page, 'Ban hành');
      await office.page.getByRole('button', { name: 'Ngừng áp dụng' }).waitFor();
      await office.screenshot('studio-published');

      await office.page.getByRole('button', { name: 'So sánh phiên bản' }).click();
      await office.page.getByText('Thêm bước “Sao gửi lưu trữ”').waitFor();
      await office.page.locator('.version-board .version-added').first().waitFor();
      await office.screenshot('studio-compared');

      const after = await takeIn();
      expect(after.version).toBe(2);
      const { body: kept } = await (await server.as('motcua')).get(`/dossiers/${before.code}`);
      expect(kept).toMatchObject({ dueAt: before.dueAt, procedure: { processVersion: 1 } });
      expect(await walkThrough(before.code)).not.toContain('Sao gửi lưu trữ');
      expect(await walkThrough(after.code)).toContain('Sao gửi lưu trữ');
      expect([...owner.complaints, ...office.complaints]).toEqual([]);
    },
    SCENE_MS,
  );

  it(
    'drafts a diagram from a pasted step table',
    async () => {
      const owner = await signedInAs('chuquytrinh');
      const { page } = owner;
      await page.goto(`${server.url}/thiet-ke/quy-trinh/1.009645/1`);
      await element(page, 'TiepNhan').waitFor();
      await page.getByRole('button', { name: 'Lập từ bảng bước' }).click();
      await page
        .getByRole('textbox', { name: /bảng bước/ })
        .fill(
          'TT\tNội dung công việc\tĐơn vị thực hiện\tThời gian\n1\tTiếp nhận hồ sơ\tBộ phận Một cửa\t0,5 ngày\n2\tThẩm định\tChuyên viên\t2 ngày\n3\tKý. Nếu không đồng ý: chuyển lại bước 2\tLãnh đạo Sở\t0,5 ngày\n4\tTrả kết quả\tBộ phận Một cửa\tGiờ hành chính',
        );
      await page.getByText('Tổng: 24 giờ làm việc').waitFor();
      await owner.screenshot('studio-step-table');
      await page.getByRole('button', { name: 'Lập sơ đồ' }).click();
      await element(page, 'Step_3_Decision').waitFor();
      await owner.screenshot('studio-drafted');
      expect(
        await page.evaluate(() => [
          ...((globalThis as { untranslatedModelerWords?: Set<string> }).untranslatedModelerWords ?? []),
        ]),
      ).toEqual([]);
    },
    SCENE_MS,
  );

  it(
    'shows what a lane gives its steps, and mends a finding at a click',
    async () => {
      const owner = await signedInAs('chuquytrinh');
      const { page } = owner;
      await page.goto(`${server.url}/thiet-ke/quy-trinh/1.009645/1`);
      await element(page, 'ChoYKien').click();
      await page.getByText('Theo làn: Chuyên viên').waitFor();
      await page.locator('#step-collection').scrollIntoViewIfNeeded();
      await owner.screenshot('studio-repeated-step');

      await element(page, 'Tra').click();
      await page.getByLabel('Cách tính thời gian').click();
      await page.locator('.ant-select-item-option', { hasText: /^làm việc$/ }).click();
      await page.getByRole('tab', { name: 'Kiểm tra (1)' }).click();
      await page.getByText(/Trả kết quả" chưa có thời gian thực hiện/).waitFor();
      await owner.screenshot('studio-finding');
      await page.getByRole('button', { name: /^Sửa:/ }).click();
      await page.getByText('Chưa phát hiện lỗi nào.').waitFor();

      await page.getByRole('tab', { name: 'Thuộc tính' }).click();
      await element(page, 'G_XemXet').click();
      await page.locator('#gateway-default').waitFor();
      await owner.screenshot('studio-gateway');
      expect(owner.complaints).toEqual([]);
    },
    SCENE_MS,
  );

  it(
    'moves every running dossier to a new version in the background, and says which stay and why',
    async () => {
      const counter = await server.as('motcua');
      const application = await buildApplication(counter, HOUSE_PERMIT);
      const [moves, stays] = [
        (await counter.post('/dossiers', application)).body.code,
        (await counter.post('/dossiers', application)).body.code,
      ];
      await walkTo(server, stays, 'ThamDinh');
      const version = await publishWithout('ThamDinh');
      const office = await signedInAs('vanphong');
      const { page } = office;
      await page.goto(`${server.url}/thiet-ke/quy-trinh/${HOUSE_PERMIT}/${version}/chuyen-ho-so`);
      await page.getByRole('button', { name: 'Xem trước mọi hồ sơ' }).click();
      await page.getByText('Đã xem 2 hồ sơ.').waitFor();
      await page.getByLabel('Lý do chuyển mọi hồ sơ').fill('Quy trình mới theo Quyết định 12/QĐ-UBND');
      await office.screenshot('studio-migrate-all');
      await page.getByRole('button', { name: 'Phê duyệt chuyển 2 hồ sơ' }).click();
      await page.getByText('Đã chuyển 1 hồ sơ, giữ nguyên 1 hồ sơ.').waitFor();
      await page.getByRole('listitem').getByRole('link', { name: stays }).waitFor();
      await office.screenshot('studio-migrated-all');
      expect(await office.seriousAxeFindings()).toEqual([]);
      const versionOf = async (code: string) =>
        (await counter.get(`/dossiers/${code}`)).body.procedure.processVersion;
      expect([await versionOf(moves), await versionOf(stays)]).toEqual([version, 1]);
      expect(office.complaints).toEqual([]);
    },
    SCENE_MS,
  );
});

/** Publishes a version of the house permit in which a step has gone and another stands in its place. @returns its number */
async function publishWithout(step: string): Promise<number> {
  const [owner, office] = await Promise.all([server.as('chuquytrinh'), server.as('vanphong')]);
  const processes = `/procedures/${HOUSE_PERMIT}/processes`;
  const { body: first } = await owner.get(`${processes}/1`);
  const xml = first.xml.replaceAll(new RegExp(`\\b${step}\\b`, 'g'), `${step}Moi`);
  const { body: draft } = await owner.post(processes, { xml });
  const path = `${processes}/${draft.version}`;
  await owner.post(`${path}/submit`, {});
  await office.post(`${path}/appraise`, {});
  await office.post(`${path}/approve`, { decision: { number: '12/QĐ-UBND', date: '2026-04-17' } });
  expect((await office.post(`${path}/publish`, {})).status).toBe(200);
  return draft.version;
}

/** Opens a life action's dialog, answers it, confirms. */
async function live(
  page: Page,
  action: string,
  answer?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await answer?.(dialog);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The middle of a flow's longest straight part, in page coordinates. */
async function flowMiddle(page: Page, id: string): Promise<{ x: number; y: number }> {
  return element(page, id).evaluate((group) => {
    const path = group.querySelector<SVGPathElement>('.djs-visual > path')!;
    const point = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM()!);
    return { x: point.x, y: point.y };
  });
}
