/** One running browser and its pages: what prints, until it is worn out or crashes. */
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { DEFAULT_PAGE, type PageSetup, pageDimensions } from '../index.ts';
import { launchChromium } from './launch-chromium.ts';

export type Paper = { html: string; page?: PageSetup; title?: string };

export type Press = {
  print: (paper: Paper) => Promise<Uint8Array>;
  isRunning: () => boolean;
  /** has printed its share, or run for an hour */
  isWorn: () => boolean;
  processId: () => number | undefined;
  /** Ends the browser; after three seconds by force. */
  end: () => Promise<void>;
};

export type PressOptions = {
  chromePath: string | undefined;
  rendersPerPage: number;
  rendersPerBrowser: number;
  timeout: number;
};

const LIFETIME_MS = 60 * 60 * 1000;

/** Starts a browser. Its pages are opened as they are needed and reused; `print` never waits for another one. */
export async function openPress(options: PressOptions): Promise<Press> {
  const { chromePath, rendersPerPage, rendersPerBrowser, timeout } = options;
  const browser = await launchChromium(chromePath);
  const openedAt = performance.now();
  let total = 0;
  const idle: { page: Page; printed: number }[] = [];

  return {
    async print(paper) {
      const sheet = idle.pop() ?? { page: await openPage(browser, timeout), printed: 0 };
      try {
        const pdf = await printOn(sheet.page, paper, timeout);
        sheet.printed += 1;
        total += 1;
        if (sheet.printed < rendersPerPage) idle.push(sheet);
        else await sheet.page.close();
        return pdf;
      } catch (error) {
        await discard(sheet.page);
        throw error;
      }
    },
    isRunning: () => browser.connected,
    isWorn: () => total >= rendersPerBrowser || performance.now() - openedAt > LIFETIME_MS,
    processId: () => browser.process()?.pid,
    end: () => endBrowser(browser),
  };
}

/** No scripts, and nothing is loaded that is not inside the paper itself. */
async function openPage(browser: Browser, timeout: number): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(timeout);
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => void answer(request));
  return page;
}

/** A request that is already settled (the page was closed) needs no answer. */
function answer(request: HTTPRequest): Promise<void> {
  const isInside = /^(data:|about:)/.test(request.url());
  return (isInside ? request.continue() : request.abort('blockedbyclient')).catch(() => undefined);
}

async function printOn(page: Page, { html, page: setup = DEFAULT_PAGE, title }: Paper, timeout: number) {
  const { width, height } = pageDimensions(setup);
  await page.setContent(title === undefined ? html : withTitle(html, title), { waitUntil: 'load', timeout });
  return page.pdf({
    width: `${width}mm`,
    height: `${height}mm`,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    timeout,
  });
}

/** The PDF's title is the page's. */
function withTitle(html: string, title: string): string {
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return html.replace(/<title>[^<]*<\/title>/, () => `<title>${escaped}</title>`);
}

/** A page that failed may be gone with its browser: there is nothing left to close then. */
async function discard(page: Page): Promise<void> {
  await page.close().catch(() => undefined);
}

async function endBrowser(browser: Browser): Promise<void> {
  const kill = () => browser.process()?.kill('SIGKILL');
  const force = setTimeout(kill, 3000);
  try {
    await browser.close();
  } catch {
    // It crashed before, or while it was closing: make sure that nothing of it is left.
    kill();
  } finally {
    clearTimeout(force);
  }
}
