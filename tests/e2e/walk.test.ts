/** One dossier, from the counter to the result, through the screens of four people and one citizen. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, type Person, type TestBrowser } from '../support/browser.ts';
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

describe('a house permit', () => {
  let server: TestServer;
  let browser: TestBrowser;

  beforeAll(async () => {
    // one after the other: what was opened is closed even when the next does not open
    server = await startServer({ now: FRIDAY });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
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
