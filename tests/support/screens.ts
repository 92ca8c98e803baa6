/** What a person does on the workspace's screens, in the words that stand on them. */
import { expect } from '@jest/globals';
import type { Person, PersonOptions, TestBrowser } from './browser.ts';
import { SAMPLE_PASSWORD, type TestServer } from './start-server.ts';

/** Opens a browser of his own and signs in through the page. */
export async function signInOnScreen(
  { browser, server }: { browser: TestBrowser; server: TestServer },
  username: string,
  options?: PersonOptions,
): Promise<Person> {
  const person = await browser.person(options);
  const { page } = person;
  await page.goto(`${server.url}/dang-nhap`);
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill(SAMPLE_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => address.pathname !== '/dang-nhap');
  return person;
}

/** Chooses the procedure by typing, fills in its sample and takes it in. @returns the new dossier's code */
export async function takeInSample(person: Person, url: string, words: string): Promise<string> {
  const { page } = person;
  await page.goto(`${url}/tiep-nhan`);
  await page.getByRole('searchbox', { name: 'Tìm thủ tục' }).fill(words);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Điền dữ liệu mẫu' }).click();
  await page.keyboard.press('Control+Enter');
  const heading = page.getByRole('heading', { name: 'Đã tiếp nhận hồ sơ' });
  await heading.waitFor();
  return /H01[\d.]*-\d{6}-\d{4}/.exec((await heading.textContent()) ?? '')?.[0] ?? '';
}

/** Finds the dossier's task in the list at the desk and opens it. */
export async function openTaskFromDesk(
  person: Person,
  url: string,
  { code, step }: { code: string; step: string },
): Promise<void> {
  const { page } = person;
  await page.goto(`${url}/ban-lam-viec`);
  const row = page.getByRole('row').filter({ hasText: code });
  await row.getByRole('link', { name: step }).click();
  await page.getByRole('heading', { name: step, level: 1 }).waitFor();
}

/** Completes the open task with its sample data. */
export async function completeWithSample({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Điền dữ liệu mẫu' }).click();
  await page.getByRole('button', { name: 'Hoàn thành' }).click();
  await page.waitForURL((address) => address.pathname === '/ban-lam-viec');
}

/** Takes the picture, and fails on what axe finds serious and on what the page complained about. */
export async function inspect(person: Person, name: string): Promise<void> {
  await person.screenshot(name);
  expect({
    screen: name,
    findings: await person.seriousAxeFindings(),
    complaints: person.complaints,
  }).toEqual({
    screen: name,
    findings: [],
    complaints: [],
  });
}
