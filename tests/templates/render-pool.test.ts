import { afterAll, describe, expect, it } from '@jest/globals';
import type { TemplateError } from '../../templates/index.ts';
import { createRenderPool } from '../../templates/worker/index.ts';

const pool = createRenderPool({ size: 2 });
afterAll(() => pool.close());

const failure = async (work: Promise<string>): Promise<string> => {
  const { problem } = await work.then(
    () => ({ problem: { line: 0, column: 0, code: 'none' } }),
    (error: TemplateError) => error,
  );
  return `${problem.line}:${problem.column} ${problem.code}`;
};

describe('rendering in threads', () => {
  it('fills a template on its sheet, with the fonts its characters need', async () => {
    const page = { size: 'A5', orientation: 'portrait', margin: '10mm' } as const;
    const html = await pool.render({
      source: '<p>{{name}}</p>',
      data: { name: 'Y Blĭk' },
      page,
      title: 'Giấy',
    });
    expect(html).toContain('<title>Giấy</title>');
    expect(html).toContain('size: 148mm 210mm; margin: 10mm');
    expect(html).toContain('<p>Y Blĭk</p>');
    const plain = await pool.render({ source: '<p>{{name}}</p>', data: { name: 'Nguyễn' } });
    expect(html.length).toBeGreaterThan(2 * plain.length);
  });

  it('renders one copy for each label', async () => {
    const html = await pool.render({ source: '({{copyLabel}})', data: {}, copies: ['Liên 1', 'Liên 2'] });
    expect(html.match(/\(Liên \d\)/g)).toEqual(['(Liên 1)', '(Liên 2)']);
  });

  it('does not let a margin carry style rules', async () => {
    const page = { size: 'A4', orientation: 'portrait', margin: '1mm; } body { display: none' } as const;
    expect(await pool.render({ source: 'x', data: {}, page })).not.toContain('display: none');
  });

  it('says where a template is wrong', async () => {
    expect(await failure(pool.render({ source: 'a\n{{#if b}}', data: {} }))).toBe(
      '2:1 template.block-not-closed',
    );
    expect(await failure(pool.render({ source: 'a\n {{b}}', data: {} }))).toBe('2:4 template.missing-data');
  });

  it('ends a thread that takes too long and serves the next paper with a new one', async () => {
    const endless = {
      source: '{{#each a}}{{#each @root.a}}{{#each @root.a}}{{/each}}{{/each}}{{/each}}',
      data: { a: Array(5000).fill(1) },
      limits: { steps: Number.MAX_SAFE_INTEGER, time: 150 },
    };
    const [first, second, third] = await Promise.all([
      failure(pool.render(endless)),
      failure(pool.render(endless)),
      pool.render({ source: 'sau đó', data: {} }),
    ]);
    expect([first, second]).toEqual(['1:1 template.too-slow', '1:1 template.too-slow']);
    expect(third).toContain('sau đó');
  });

  it('survives a paper that eats its memory', async () => {
    const source = '{{#each a}}{{#each @root.a}}{{@root.text}}{{/each}}{{/each}}';
    const data = { a: Array(400).fill(1), text: 'ă'.repeat(20_000) };
    const limits = { output: Number.MAX_SAFE_INTEGER, time: 10_000 };
    expect(await failure(pool.render({ source, data, limits }))).toMatch(
      /output-too-large|render-failed|too-slow/,
    );
    expect(await pool.render({ source: 'vẫn chạy', data: {} })).toContain('vẫn chạy');
  }, 30_000);
});
