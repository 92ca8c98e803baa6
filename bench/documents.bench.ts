/** Papers: filling templates in threads, and printing through reused pages against a fresh page for each. */
import { readFileSync } from 'node:fs';
import { completePaper } from '../templates/index.ts';
import { createPrinter, type Printer } from '../templates/printer/index.ts';
import { launchChromium } from '../templates/printer/launch-chromium.ts';
import { createRenderPool, officialTemplates } from '../templates/worker/index.ts';
import { type Bench, type Figure, ratePerSecond } from './bench.ts';

const SECONDS = 4;

const chrome = process.env['CHROME_PATH'] ? { chromePath: process.env['CHROME_PATH'] } : {};

const bench: Bench = {
  title: 'Papers',
  run: async () => {
    const receipt = await htmlOf('receipt');
    const register = await htmlOf('register', 200);
    return [
      await filling(),
      await printing(receipt, 1),
      await printing(receipt, 2),
      await onFreshPages(receipt),
      await once('register of 200 rows', register),
      ...(await memory(receipt)),
    ];
  },
};
export default bench;

async function htmlOf(key: string, rows = 0): Promise<string> {
  const official = officialTemplates().find((known) => known.key === key)!;
  const data = completePaper(official.dataExample);
  const [row] = data.register.rows;
  if (row) data.register.rows = Array.from({ length: rows }, (_, index) => ({ ...row, index: index + 1 }));
  const pool = createRenderPool({ size: 1 });
  const html = await pool.render({ source: official.source, data, page: official.page });
  await pool.close();
  return html;
}

async function filling(): Promise<Figure> {
  const { source, dataExample, page } = officialTemplates().find(({ key }) => key === 'receipt')!;
  const data = completePaper(dataExample);
  const pool = createRenderPool({ size: 2 });
  const value = await ratePerSecond(() => pool.render({ source, data, page }), {
    callers: 2,
    seconds: SECONDS,
  });
  await pool.close();
  return { what: 'receipts filled (HTML), 2 threads', value, unit: '/s' };
}

async function printing(html: string, pages: number): Promise<Figure> {
  const printer = createPrinter({ ...chrome, pages });
  await printer.print(html);
  const what = `receipts printed (PDF), ${pages} reused page${pages > 1 ? 's' : ''}`;
  const value = await ratePerSecond(() => printer.print(html), { callers: pages, seconds: SECONDS });
  await printer.close();
  return { what, value, unit: '/s' };
}

/** What it costs to open a page of its own for each paper. */
async function onFreshPages(html: string): Promise<Figure> {
  const browser = await launchChromium(chrome.chromePath);
  const one = async () => {
    const page = await browser.newPage();
    await page.setContent(html, { waitUntil: 'load' });
    await page.pdf({ preferCSSPageSize: true, tagged: true });
    await page.close();
  };
  const value = await ratePerSecond(one, { callers: 1, seconds: SECONDS });
  await browser.close();
  return { what: 'receipts printed (PDF), a fresh page each', value, unit: '/s' };
}

async function once(what: string, html: string): Promise<Figure> {
  const printer = createPrinter({ ...chrome, pages: 1 });
  await printer.print(html);
  const startedAt = performance.now();
  await printer.print(html);
  const value = performance.now() - startedAt;
  await printer.close();
  return { what, value, unit: 'ms' };
}

/** The browser with all its processes, after 50 papers and after 1,000. */
async function memory(html: string): Promise<Figure[]> {
  const printer = createPrinter({ ...chrome, pages: 2 });
  const many = (count: number) => printMany(printer, html, count);
  await many(50);
  const early = await megabytes(printer);
  await many(950);
  const late = await megabytes(printer);
  await printer.close();
  return [
    { what: 'browser after 50 papers', value: early, unit: 'MB' },
    { what: 'browser after 1,000 papers', value: late, unit: 'MB' },
  ];
}

/** Proportional set size of a process tree; Linux only, 0 elsewhere. */
async function megabytes(printer: Printer): Promise<number> {
  const root = await printer.processId();
  if (root === undefined || process.platform !== 'linux') return 0;
  return treeOf(root).reduce((sum, pid) => sum + kilobytesOf(pid), 0) / 1024;
}

function treeOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [pid, ...(children ? children.split(' ').flatMap((child) => treeOf(Number(child))) : [])];
}

function kilobytesOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
}

/** Two at a time, as many in all as said. */
async function printMany(printer: Printer, html: string, count: number): Promise<void> {
  let left = count;
  const lane = async () => {
    for (; left > 0; left -= 1) await printer.print(html);
  };
  await Promise.all([lane(), lane()]);
}
