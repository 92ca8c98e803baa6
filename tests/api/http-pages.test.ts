import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import session from 'express-session';
import { pino } from 'pino';
import { createApp } from '../../server/http/app.ts';
import { loadGate } from '../../server/http/load-gate.ts';
import { createMetrics } from '../../server/http/metrics.ts';

describe('the pages', () => {
  let folder: string;
  let server: Server;
  let base: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-web-'));
    await Promise.all(['workspace', 'designer', 'assets'].map((name) => mkdir(join(folder, name))));
    await writeFile(join(folder, 'workspace/index.html'), 'the workspace');
    await writeFile(join(folder, 'designer/index.html'), 'the studio');
    await writeFile(join(folder, 'assets/main-abc123.js'), 'void 0');
    const app = createApp({
      endpoints: [],
      messages: {},
      authenticator: { bySession: async () => null, byKey: async () => null },
      sessions: { store: new session.MemoryStore(), secret: 'x'.repeat(32) },
      logger: pino({ level: 'silent' }),
      metrics: createMetrics(),
      gate: loadGate({ isLate: () => false }),
      readiness: {
        store: async () => {
          throw new Error('gone');
        },
      },
      webFolder: folder,
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  const open = async (path: string, accept = 'text/html') => {
    const answer = await fetch(base + path, { headers: { accept } });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };

  it.each([
    '/',
    '/tra-cuu/H01.12-260415-0001',
    '/dang-nhap',
    '/ban-lam-viec',
    '/ho-so/x',
    '/tiep-nhan',
    '/thong-ke',
    '/lich-lam-viec',
    '/quan-tri',
  ])('opens the workspace at %s', async (path) => {
    expect(await open(path)).toMatchObject({ status: 200, text: 'the workspace' });
  });

  it.each(['/thiet-ke', '/thiet-ke/quy-trinh/1.013225/1', '/thiet-ke/bieu-mau/x'])(
    'opens the studio at %s',
    async (path) => {
      expect(await open(path)).toMatchObject({ status: 200, text: 'the studio' });
    },
  );

  it('opens the workspace as not found at an address nobody knows', async () => {
    expect(await open('/khong-co-trang-nay')).toMatchObject({ status: 404, text: 'the workspace' });
  });

  it('asks anew for a page each time, and for a named asset never again', async () => {
    expect((await open('/')).headers.get('cache-control')).toBe('no-cache');
    expect((await open('/assets/main-abc123.js', '*/*')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
  });

  it('answers a missing asset and an unknown API address as problems, not as pages', async () => {
    const asset = await open('/assets/main-old.js', '*/*');
    const api = await open('/api/v1/nowhere');

    expect([asset.status, api.status]).toEqual([404, 404]);
    expect(asset.headers.get('content-type')).toContain('application/problem+json');
    expect(api.headers.get('content-type')).toContain('application/problem+json');
  });

  it('does not reach outside its folder', async () => {
    const answer = await open('/assets/..%2f..%2fetc/passwd', '*/*');

    expect(answer.text).not.toContain('root:');
  });

  it('is not ready while a part of it cannot serve, and says which', async () => {
    const { status, text } = await open('/readyz');

    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({ status: 'not-ready', parts: { store: 'failed' } });
  });
});
