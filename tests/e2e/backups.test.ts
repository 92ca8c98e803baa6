/** Backups on the administrator's screen. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { inspect, signInOnScreen } from '../support/screens.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

let home: string;
let server: TestServer;
let browser: TestBrowser;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'motcua-backup-screen-'));
  server = await startServer({
    backups: {
      folder: join(home, 'backups'),
      schedule: { every: 'day', time: '01:30' },
      retention: { daily: 7, weekly: 4 },
    },
  });
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(home, { recursive: true, force: true });
});

describe('backups', () => {
  it('are shown to the administrator, who takes one now and hears why the next failed', async () => {
    const person = await signInOnScreen({ browser, server }, 'admin');
    const { page } = person;
    await page.goto(`${server.url}/quan-tri`);
    await page.getByRole('tab', { name: 'Sao lưu' }).click();
    await page.getByText('Chưa có bản sao lưu nào.').waitFor();
    await page.getByText('Hằng ngày lúc 01:30; giữ bản mới nhất của 7 ngày, 4 tuần').waitFor();
    await inspect(person, 'backups-none');

    await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
    await page.getByRole('row').filter({ hasText: '.motcua' }).getByText('Đầy đủ').waitFor();
    await page.getByText('Thành công').waitFor();
    // The button comes back by a fade, whose colours are nobody's finding.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    await inspect(person, 'backups');

    await rm(home, { recursive: true });
    await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
    await page.getByRole('alert').getByText('hãy kiểm tra ổ đĩa sao lưu đã được gắn chưa').waitFor();
    await inspect(person, 'backups-failed');
  }, 60_000);

  it('are not taken where no place was set, which is said with what to do', async () => {
    const plain = await startServer();
    const person = await signInOnScreen({ browser, server: plain }, 'admin');
    await person.page.goto(`${plain.url}/quan-tri`);
    await person.page.getByRole('tab', { name: 'Sao lưu' }).click();
    await person.page.getByText('Máy chủ chưa tự sao lưu.').waitFor();
    await inspect(person, 'backups-off');
    await plain.close();
  }, 60_000);
});
