/** A real browser for the tests of screens: one for a test file, driven by playwright-core. */
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { packageRoot } from '../../server/package-root.ts';
import { findChromium } from '../../templates/printer/find-chromium.ts';

export interface TestBrowser {
  /** a person of his own: nobody else's cookies and drafts */
  person(options?: PersonOptions): Promise<Person>;
  close(): Promise<void>;
}

export interface PersonOptions {
  /** the desk's narrowest screen when absent */
  width?: number;
  height?: number;
}

export interface Person {
  page: Page;
  context: BrowserContext;
  /** what the page said on its console as an error, and what it threw */
  complaints: string[];
  /** saves reports/screenshots/NAME.png of the whole page, or of the window below a dialog */
  screenshot(name: string): Promise<void>;
  /** rules of WCAG 2 A and AA that the page breaks seriously or critically, a line each */
  seriousAxeFindings(): Promise<string[]>;
}

export async function openBrowser(): Promise<TestBrowser> {
  const { executablePath, libraries } = await findChromium(process.env['CHROME_PATH']);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=vi-VN'],
    env: { ...(process.env as Record<string, string>), ...withLibraries(libraries) },
  });
  return { person: (options) => newPerson(browser, options), close: () => browser.close() };
}

/** The system's own libraries come first; those that came with the browser only fill gaps. */
const withLibraries = (libraries: string | undefined): Record<string, string> =>
  libraries
    ? {
        LD_LIBRARY_PATH: [
          process.env['LD_LIBRARY_PATH'],
          '/usr/lib/x86_64-linux-gnu',
          '/usr/lib64',
          '/usr/lib',
          libraries,
        ]
          .filter(Boolean)
          .join(delimiter),
      }
    : {};

const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface AxeFinding {
  id: string;
  impact: string | null;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

async function newPerson(
  browser: Browser,
  { width = 1280, height = 800 }: PersonOptions = {},
): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
    // axe is put into the page by the test, not by the page
    bypassCSP: true,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusedRequest(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return {
    page,
    context,
    complaints,
    screenshot: async (name) => {
      const folder = join(packageRoot(), 'reports/screenshots');
      await mkdir(folder, { recursive: true });
      await page.evaluate(() => scrollTo(0, 0));
      // a dialog covers the window, not the page below it
      const fullPage = (await page.getByRole('dialog').count()) === 0;
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
    },
    seriousAxeFindings: async () => {
      await page.addScriptTag({ path: axeScript });
      await page.evaluate(untilQuiet, QUIET_MS);
      const found = await page.evaluate(runAxe).catch(async (fault: unknown) => {
        // an element that leaves the page while axe names it makes axe throw: look again at the page as it is now
        if (!String(fault).includes('nthChild')) throw fault;
        await page.evaluate(untilQuiet, QUIET_MS);
        return await page.evaluate(runAxe);
      });
      return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(lineOf);
    },
  };
}

/** How long a page stands still before it counts as drawn. */
const QUIET_MS = 150;

/** Runs in the page: resolves once nothing in it has changed for `quiet` ms. */
const untilQuiet = (quiet: number): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(done, quiet);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, quiet);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  });

/** Runs in the page: what axe has to say about it. */
const runAxe = async (): Promise<AxeFinding[]> => {
  const { axe } = globalThis as unknown as {
    axe: { run(root: unknown, options: object): Promise<{ violations: AxeFinding[] }> };
  };
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
  return violations;
};

/** The browser reports every answer above 399 as an error of its own; refusals are part of the scenes. */
const isRefusedRequest = (text: string): boolean => text.startsWith('Failed to load resource');

const lineOf = ({ id, help, nodes }: AxeFinding): string =>
  `${id}: ${help} (${nodes.map(({ target }) => String(target)).join(' | ')})`;
