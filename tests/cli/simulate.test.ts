import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../server/package-root.ts';
import { runCli } from '../support/run-cli.ts';

const PERMIT = join(packageRoot(), 'seeds/an-giang/procedures/1.009645/process.bpmn');

const simulate = (...argv: string[]) => runCli(['simulate', PERMIT, ...argv]);

describe('simulate', () => {
  it('says how long dossiers take and where they wait', async () => {
    const { code, out } = await simulate('--dossiers', '20');
    expect(code).toBe(0);
    expect(out).toMatch(/^20 hồ sơ, \d+ kết thúc/);
    expect(out).toMatch(/^Bước +Lượt +Chờ \(giờ\)/m);
  });

  it('gives one JSON object, the same for the same seed', async () => {
    const first = await simulate('--dossiers', '15', '--seed', '7', '--json');
    expect(JSON.parse(first.out)).toMatchObject({ seed: 7, dossiers: 15, steps: expect.any(Array) });
    expect((await simulate('--dossiers', '15', '--seed', '7', '--json')).out).toBe(first.out);
    expect((await simulate('--dossiers', '15', '--seed', '8', '--json')).out).not.toBe(first.out);
  });

  it.each([
    ['no number', ['--dossiers', 'many']],
    ['none at all', ['--dossiers', '0']],
    ['a fraction', ['--seed', '1.5']],
  ])('answers 2 to %s', async (_name, argv) => {
    expect(await simulate(...argv)).toMatchObject({ code: 2, out: '' });
  });
});
