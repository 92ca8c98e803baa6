import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, describe, expect, it } from '@jest/globals';
import { TemplateError } from '../../templates/index.ts';
import { createRenderPool } from '../../templates/worker/index.ts';
import { HOSTILE_PAPERS, type HostilePaper } from '../support/hostile-papers.ts';

/** Of the server's environment, which the threads are started from. */
const SECRET = 'hostile-papers-must-not-see-this';
process.env['MOTCUA_TEST_SECRET'] = SECRET;

const pool = createRenderPool({ size: 2 });
afterAll(() => pool.close());

/** What came of it: the finding's code, or `harmless` when nothing of the data became markup. */
async function outcomeOf({ source, data }: HostilePaper): Promise<string> {
  try {
    const html = await pool.render({ source, data });
    const body = /<main class="copy">(.*)<\/main>/s.exec(html)?.[1] ?? '';
    if (body.includes(SECRET) || /root:.*:0:0/.test(body)) return 'something leaked';
    return /<(script|img|svg|iframe|\/style)|" on|' on/i.test(body) ? 'markup got through' : 'harmless';
  } catch (error) {
    if (error instanceof TemplateError && error.problem.line > 0) return error.problem.code;
    throw error;
  }
}

describe('hostile papers', () => {
  it('come to a precise finding or to harmless text, and never hold up the server', async () => {
    expect(HOSTILE_PAPERS.length).toBeGreaterThan(500);
    await pool.render({ source: 'warm', data: {} });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const outcomes: { name: string; expected: string; outcome: string }[] = [];
    for (const hostile of HOSTILE_PAPERS) {
      outcomes.push({ name: hostile.name, expected: hostile.outcome, outcome: await outcomeOf(hostile) });
    }
    delay.disable();
    const unexpected = outcomes.filter(
      ({ expected, outcome }) =>
        outcome === 'markup got through' ||
        outcome === 'something leaked' ||
        (expected !== 'any' && !outcome.startsWith(expected)),
    );
    expect(unexpected).toEqual([]);
    expect(await pool.render({ source: 'still {{a}}', data: { a: 'here' } })).toContain('still here');
    // The last hundredth is the machine scheduling others.
    expect(delay.percentile(99) / 1e6).toBeLessThan(100);
  }, 60_000);
});
