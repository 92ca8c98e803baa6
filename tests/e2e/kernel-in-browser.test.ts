import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Plan, traceProcess } from '../../engine/index.ts';
import { packageRoot } from '../../server/package-root.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { buildProcess } from '../support/build-process.ts';

let browser: TestBrowser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-kernel-'));
  await promisify(execFile)(process.execPath, [
    join(packageRoot(), 'node_modules/rolldown/bin/cli.mjs'),
    join(packageRoot(), 'engine/index.ts'),
    ...['--format', 'iife', '--name', 'kernel', '--platform', 'browser'],
    ...['--file', join(folder, 'kernel.js')],
  ]);
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const SEEDED = `${packageRoot()}/seeds/an-giang/procedures/2.000815/process.bpmn`;

/** Every kind of wait, and expressions that feelin decides. */
const DRAWING = `start S
user Receive
xor Enough default=no
service Check
and Split
user Consult multi=3
boundary Late on=Consult timer=PT2H nonInterrupting
user Remind
catch Answer message=answer
and Join
script Sum script="for i in 1..n return i * 2" motcua:resultVariable=sum
end E
S -> Receive -> Enough
Enough -> Check : count(papers[item != null]) > 1
Enough -no-> E
Check -> Split
Split -> Consult -> Join
Split -> Answer -> Join
Late -> Remind
Join -> Sum -> E`;

const PLAN: Plan = {
  input: { papers: ['Tờ khai', 'Giấy tờ'], n: 3 },
  steps: [
    { complete: 'Receive', output: { note: 'Đủ' } },
    { advance: 'PT3H' },
    { complete: 'Consult' },
    { message: 'answer', payload: { agreed: true } },
    { complete: 'Consult' },
    { complete: 'Consult' },
    { complete: 'Remind' },
  ],
};

describe('the kernel in a browser', () => {
  it('gives byte for byte what Node gives', async () => {
    const files = [
      { xml: buildProcess(DRAWING), plan: PLAN },
      { xml: await readFile(SEEDED, 'utf8'), plan: {} },
    ];
    const { page, complaints } = await browser.person();
    await page.addScriptTag({ path: join(folder, 'kernel.js') });
    for (const { xml, plan } of files) {
      const here = JSON.stringify(await traceProcess(xml, plan));
      const there = await page.evaluate(async (told) => {
        const { kernel } = globalThis as unknown as {
          kernel: { traceProcess(xml: string, plan: unknown): Promise<unknown> };
        };
        const { xml, plan } = JSON.parse(told) as { xml: string; plan: unknown };
        return JSON.stringify(await kernel.traceProcess(xml, plan));
      }, JSON.stringify({ xml, plan }));
      expect(there).toBe(here);
    }
    expect(complaints).toEqual([]);
  }, 30_000);

  it('has run the drawn process to its end', async () => {
    const { result } = await traceProcess(buildProcess(DRAWING), PLAN);
    expect(result).toMatchObject({ state: 'completed', variables: { sum: [2, 4, 6], agreed: true } });
  });
});
