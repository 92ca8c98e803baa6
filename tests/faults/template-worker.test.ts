import { afterAll, describe, expect, it } from '@jest/globals';
import type { TemplateError } from '../../templates/index.ts';
import { createRenderPool } from '../../templates/worker/index.ts';
import { reportFault } from '../support/report-fault.ts';

/** `npm run test:faults` asks for more. */
const HANGS = Number(process.env['MOTCUA_FAULT_TIMES'] ?? 2);
const PAPERS_A_HANG = 10;

const pool = createRenderPool({ size: 2 });
afterAll(() => pool.close());

/** Loops for hours: its budget of steps is taken away, so that only the clock can end it. */
const ENDLESS = {
  source: '{{#each a}}{{#each @root.a}}{{#each @root.a}}{{/each}}{{/each}}{{/each}}',
  data: { a: Array(5000).fill(1) },
  limits: { steps: Number.MAX_SAFE_INTEGER, time: 150 },
};

const paper = (serial: number) => pool.render({ source: '<p>Hồ sơ số {{serial}}.</p>', data: { serial } });

/** The number that a paper bears. */
const numberOn = (html: string): number => Number(/Hồ sơ số (\d+)\./.exec(html)?.[1]);

describe('a template that hangs its thread', () => {
  it('costs its own paper, and the papers beside and behind it come out once each', async () => {
    const hung: Promise<string>[] = [];
    const papers: Promise<string>[] = [];
    for (let hang = 0; hang < HANGS; hang += 1) {
      hung.push(pool.render(ENDLESS).then(String, (error: TemplateError) => error.problem.code));
      for (let number = 0; number < PAPERS_A_HANG; number += 1) papers.push(paper(papers.length));
    }

    const [told, rendered] = await Promise.all([Promise.all(hung), Promise.all(papers)]);
    const endedAt = performance.now();
    const after = await paper(papers.length);
    const seconds = (performance.now() - endedAt) / 1000;

    const numbers = rendered.map(numberOn);
    reportFault({
      fault: 'a template hangs its thread',
      times: HANGS,
      lost: numbers.filter(Number.isNaN).length,
      doubled: numbers.length - new Set(numbers).size,
      seconds,
    });
    expect(told).toEqual(Array(HANGS).fill('template.too-slow'));
    expect(numbers).toEqual(numbers.map((_, index) => index));
    expect(numberOn(after)).toBe(papers.length);
  }, 120_000);
});
