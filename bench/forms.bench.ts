/**
 * Forms: what a key press costs in a form of 100 fields, against rjsf as it comes: with its antd theme, and with
 * native inputs, which are no antd inputs and show the floor. In a real browser, all in the same run.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'rolldown';
import { packageRoot } from '../server/package-root.ts';
import { openBrowser } from '../tests/support/browser.ts';
import type { Bench, Figure } from './bench.ts';
import type { Drawn } from './forms-page.tsx';

const KEYS = 60;
const TURNS = 3;
const DRAWN: readonly Drawn[] = ['ours', 'ours with a rule', 'rjsf and antd', 'native inputs'];

const bench: Bench = {
  title: 'Forms: a key press in a form of 100 fields',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-forms-bench-'));
    const browser = await openBrowser();
    try {
      const script = await bundlePage(join(folder, 'page.js'));
      const { page } = await browser.person();
      const spent = new Map<Drawn, number[]>(DRAWN.map((which) => [which, []]));
      // in turns, so that a busy moment of the machine meets all alike
      for (let turn = 0; turn < TURNS; turn++) {
        for (const which of DRAWN) spent.get(which)?.push(...(await pressed(page, { script, which })));
      }
      return figures(spent);
    } finally {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
export default bench;

async function bundlePage(file: string): Promise<string> {
  await build({
    cwd: packageRoot(),
    input: 'bench/forms-page.tsx',
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    output: { file, format: 'iife', minify: true },
    logLevel: 'silent',
  });
  return file;
}

/** Milliseconds of each key press on a fresh page; the first ones warm up and are not counted. */
async function pressed(page: Page, { script, which }: { script: string; which: Drawn }): Promise<number[]> {
  await page.goto('about:blank');
  await page.setContent('<!doctype html><div id="root"></div>');
  await page.addScriptTag({ path: script });
  await page.evaluate((name) => window.draw(name), which);
  await page.locator('input[type=text]').nth(10).waitFor();
  await page.evaluate((keys) => window.press(keys), KEYS / 2);
  return page.evaluate((keys) => window.press(keys), KEYS);
}

function figures(spent: ReadonlyMap<Drawn, number[]>): Figure[] {
  const p95 = (which: Drawn) => percentile(spent.get(which) ?? [], 0.95);
  return [
    ...DRAWN.map((which) => ({ what: `${NAMES[which]}, p95`, value: p95(which), unit: 'ms' })),
    ...DRAWN.map((which) => ({
      what: `${NAMES[which]}, median`,
      value: percentile(spent.get(which) ?? [], 0.5),
      unit: 'ms',
    })),
    { what: 'rjsf + antd / FormView, p95', value: p95('rjsf and antd') / p95('ours'), unit: 'times' },
    {
      what: 'rjsf + antd / FormView with a rule, p95',
      value: p95('rjsf and antd') / p95('ours with a rule'),
      unit: 'times',
    },
  ];
}

const NAMES: Record<Drawn, string> = {
  ours: 'FormView',
  'ours with a rule': 'FormView with a visibility rule',
  'rjsf and antd': 'plain rjsf + antd',
  'native inputs': 'plain rjsf, native inputs',
};

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}
