import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnCli } from '../support/spawn-cli.ts';
import { signedIn } from '../support/test-client.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-serve-'));
});
afterEach(() => rm(folder, { recursive: true }));

const serve = (env: Record<string, string> = {}) =>
  spawnCli(['serve'], { DATA_DIR: folder, PORT: '0', SEED: 'none', LOG_LEVEL: 'silent', ...env });

describe('serve', () => {
  it('says where it is, answers there, and ends in order when told to', async () => {
    const server = serve();
    const [, url] = await server.said(/đang chạy tại (http:\S+)/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    server.process.kill('SIGTERM');
    expect(await server.ended()).toBe(0);
  });

  it('refuses a folder that another server holds, and takes it when that one was killed', async () => {
    const first = serve();
    await first.said(/đang chạy tại/);
    const second = serve();
    expect(await second.ended()).toBe(1);
    expect(second.output()).toBe(
      `Một máy chủ khác đang dùng thư mục dữ liệu ${folder}; hãy dừng máy chủ đó hoặc đặt DATA_DIR khác.\n`,
    );
    first.process.kill('SIGKILL');
    await first.ended();
    const third = serve();
    await third.said(/đang chạy tại/);
    third.process.kill('SIGINT');
    expect(await third.ended()).toBe(0);
  });

  it('begins where its manual clock was left', async () => {
    const settings = { CLOCK: 'manual', SEED: 'auto', SEED_PASSWORD: 'Motcua@2026' };
    const first = serve(settings);
    const [, url] = await first.said(/đang chạy tại (http:\S+)/);
    const admin = await signedIn(url!, { username: 'admin', password: 'Motcua@2026' });
    await admin.post('/admin/clock', { now: '2026-04-17T03:00:00.000Z' });
    first.process.kill('SIGKILL');
    await first.ended();

    const second = serve(settings);
    const [, again] = await second.said(/đang chạy tại (http:\S+)/);
    const returned = await signedIn(again!, { username: 'admin', password: 'Motcua@2026' });
    expect((await returned.post('/admin/clock', { advance: 'PT1H' })).body.now).toBe(
      '2026-04-17T04:00:00.000Z',
    );
    second.process.kill('SIGTERM');
    expect(await second.ended()).toBe(0);
  });

  it('names a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const server = serve({ PORT: String(port) });
    expect(await server.ended()).toBe(1);
    expect(server.output()).toContain(`Cổng ${port} trên 127.0.0.1`);
    other.close();
  });

  it('names each wrong variable', async () => {
    const server = serve({ PORT: 'abc', CLOCK: 'sundial' });
    expect(await server.ended()).toBe(1);
    expect(server.output().trim().split('\n')).toEqual([
      expect.stringContaining('PORT'),
      expect.stringContaining('CLOCK'),
    ]);
  });
});
