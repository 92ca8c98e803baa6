/** One running browser and its pages: what prints, until it is worn out or crashes. */
import type { Browser, CDPSession, Page } from 'puppeteer-core';
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
  const idle: Sheet[] = [];

  return {
    async print(paper) {
      const sheet = idle.pop() ?? (await openSheet(browser));
      try {
        const pdf = await inTime(printOn(sheet, paper), timeout);
        sheet.printed += 1;
        total += 1;
        if (sheet.printed % PAPERS_PER_CLEANING === 0) await sheet.line.send('HeapProfiler.collectGarbage');
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

/** Without scripts a page finds no reason to clean up by itself; each paper leaves a megabyte or two behind. */
const PAPERS_PER_CLEANING = 25;

/** A page that is used again and again, the line to it, and the fonts that it holds. */
type Sheet = { page: Page; line: CDPSession; frameId: string; printed: number; fonts?: string | undefined };

/** No scripts, and nothing is loaded that is not inside the paper itself. */
async function openSheet(browser: Browser): Promise<Sheet> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  const line = await page.createCDPSession();
  await line.send('Network.enable');
  await line.send('Network.setBlockedURLs', {
    urls: ['http://*', 'https://*', 'ws://*', 'wss://*', 'file://*'],
  });
  const { frameTree } = await line.send('Page.getFrameTree');
  return { page, line, frameId: frameTree.frame.id, printed: 0 };
}

/** Two questions to the browser: each way there and back costs as much as what is done there. */
async function printOn(sheet: Sheet, { html, page = DEFAULT_PAGE, title }: Paper) {
  const { width, height } = pageDimensions(page);
  await lay(sheet, title === undefined ? html : withTitle(html, title));
  const { data } = await sheet.line.send('Page.printToPDF', {
    paperWidth: width / MM_PER_INCH,
    paperHeight: height / MM_PER_INCH,
    marginTop: 0,
    marginRight: 0,
    marginBottom: 0,
    marginLeft: 0,
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
  });
  return Buffer.from(data, 'base64');
}

/**
 * Puts the paper on the sheet. Fonts are most of a paper's weight and nearly always the same: where the sheet holds
 * them already, everything but them is replaced.
 */
async function lay(sheet: Sheet, html: string): Promise<void> {
  const { line, frameId } = sheet;
  const [block = '', fonts] = FONTS.exec(html) ?? [];
  const isHeld = fonts !== undefined && fonts === sheet.fonts;
  if (!isHeld) await line.send('Page.setDocumentContent', { frameId, html });
  const change = isHeld ? replaceAllButFonts(html.replace(block, () => '')) : '';
  const { exceptionDetails } = await line.send('Runtime.evaluate', {
    expression: `${change}${READY}`,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(`the page cannot be laid out: ${exceptionDetails.text}`);
  sheet.fonts = fonts;
}

const FONTS = /<style data-fonts>([^<]*)<\/style>/;

/** The policy of the first paper stays in force; nothing else of the one before does. */
const replaceAllButFonts = (html: string): string => `{
  const next = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html');
  for (const node of [...document.head.children]) if (!node.matches('style[data-fonts]')) node.remove();
  document.head.append(...next.head.querySelectorAll('title, style'));
  document.documentElement.lang = next.documentElement.lang;
  document.body.replaceWith(next.body);
}
`;

const MM_PER_INCH = 25.4;

/** Laid out, so that it is known which fonts are wanted; then fonts and pictures are there. */
const READY = `document.body.offsetHeight, Promise.all([document.fonts.ready,
  ...Array.from(document.images, (image) => image.decode().catch(() => undefined))]).then(() => undefined)`;

/** @throws TimeoutError */
async function inTime<T>(work: Promise<T>, timeout: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`a paper took longer than ${timeout} ms to print`);
      error.name = 'TimeoutError';
      reject(error);
    }, timeout);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
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
