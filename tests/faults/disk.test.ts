import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { reportFault } from '../support/report-fault.ts';
import { type ServerProcess, startProcess } from '../support/server-process.ts';
import { canHaveSmallDisk, onSmallDisk, readOnly, type SmallDisk, smallDisk } from '../support/small-disk.ts';
import { spawnCli } from '../support/spawn-cli.ts';
import type { TestAnswer, TestClient } from '../support/test-client.ts';

const FRIDAY = '2026-04-17T03:00:00.000Z';
const DISK_MEGABYTES = 48;

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-disk-'));
  folders.push(folder);
  return folder;
}

const ready = async ({ url }: ServerProcess) => {
  const answer = await fetch(`${url}/readyz`);
  return { status: answer.status, parts: ((await answer.json()) as { parts: object }).parts };
};

(canHaveSmallDisk ? describe : describe.skip)('a disk that no longer takes a write', () => {
  let server: ServerProcess;
  let disk: SmallDisk;
  let counter: TestClient;
  let application: unknown;
  beforeEach(async () => {
    const folder = await freshFolder();
    server = await startProcess({ folder, now: FRIDAY, wrap: onSmallDisk(folder, DISK_MEGABYTES) });
    disk = smallDisk(server.pid, folder);
    counter = await server.as('motcua');
    application = await buildApplication(counter, CERTIFICATION);
  }, 60_000);
  afterEach(() => server.stop());

  const takeIn = (): Promise<TestAnswer> => counter.post('/dossiers', application);
  /** Until one is refused; what is left of a page takes a few more. */
  const takeInUntilRefused = async (codes: string[]): Promise<TestAnswer> => {
    for (;;) {
      const answer = await takeIn();
      if (answer.status !== 201) return answer;
      codes.push(answer.body.code);
    }
  };

  it('says that it is full, keeps what was acknowledged, and serves again by itself', async () => {
    const codes: string[] = [(await takeIn()).body.code];

    await disk.fill();
    const refused = await takeInUntilRefused(codes);
    const meanwhile = await ready(server);
    const readable = await counter.get(`/dossiers/${codes[0]}`);
    await disk.free();
    const mendedAt = performance.now();
    while ((await ready(server)).status !== 200);
    const seconds = (performance.now() - mendedAt) / 1000;
    const next = await takeIn();

    expect(refused).toMatchObject({ status: 503, body: { code: 'store.full' } });
    expect(refused.headers.get('retry-after')).not.toBeNull();
    expect(meanwhile).toMatchObject({ status: 503, parts: { store: 'full' } });
    expect(readable.status).toBe(200);
    const { items } = (await counter.get('/dossiers?limit=200')).body;
    const stored: string[] = items.map(({ code }: { code: string }) => code);
    const acknowledged = [...codes, next.body.code];
    const lost = acknowledged.filter((code) => !stored.includes(code)).length;
    reportFault({ fault: 'disk full', lost, doubled: stored.length - new Set(stored).size, seconds });
    expect(stored.sort()).toEqual(acknowledged.sort());
    // The number that the refused one would have had is not lost either.
    expect(Number(next.body.code.slice(-4))).toBe(acknowledged.length);
  }, 120_000);
});

(canHaveSmallDisk ? describe : describe.skip)('a data folder that may only be read', () => {
  it('is refused at the start in a sentence, and serves untouched once it may be written', async () => {
    const folder = await freshFolder();
    const first = await startProcess({ folder, now: FRIDAY });
    const counter = await first.as('motcua');
    const { code } = (await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION))).body;
    await first.stop();

    const env = { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'fatal' };
    const refused = spawnCli(['serve'], env, readOnly(folder));
    const exit = await refused.ended();
    const startedAt = performance.now();
    const second = await startProcess({ folder, now: FRIDAY });
    const seconds = (performance.now() - startedAt) / 1000;
    const { items } = (await (await second.as('motcua')).get('/dossiers')).body;
    await second.stop();

    expect([exit, refused.output()]).toEqual([1, expect.stringMatching(/không có quyền ghi/)]);
    reportFault({ fault: 'data folder read-only', lost: items.length === 1 ? 0 : 1, doubled: 0, seconds });
    expect(items).toMatchObject([{ code }]);
  }, 60_000);
});

describe('damage on the disk', () => {
  it('of a page of the database: refuses to start, and says where to go from there', async () => {
    const folder = await freshFolder();
    const server = await startProcess({ folder, now: FRIDAY });
    await server.stop();
    await overwrite(join(folder, 'motcua.db'), { from: 40 * 4096, bytes: 2 * 4096 });

    const cli = spawnCli(['serve'], { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'fatal' });

    expect(await cli.ended()).toBe(1);
    expect(cli.output()).toMatch(/bị hỏng.*khôi phục từ bản sao lưu/s);
  }, 60_000);

  it('of a blob: never answers other bytes, serves the rest, and verify names it', async () => {
    const folder = await freshFolder();
    const server = await startProcess({ folder, now: FRIDAY });
    const counter = await server.as('motcua');
    const form = new FormData();
    form.set('file', new Blob([PNG], { type: 'image/png' }), 'ban-ve.png');
    const uploaded = await counter.fetch('/blobs', { method: 'POST', body: form });
    const { sha256 } = (await uploaded.json()) as { sha256: string };
    await overwrite(join(folder, 'blobs', sha256.slice(0, 2), sha256.slice(2)), { from: 20, bytes: 8 });

    const read = await counter
      .fetch(`/blobs/${sha256}`)
      .then(
        (answer) => answer.arrayBuffer().then(() => answer.status),
        () => 'cut off',
      )
      .catch(() => 'cut off');
    const isReady = await ready(server);
    await server.stop();
    const verify = spawnCli(['verify'], { DATA_DIR: folder });

    expect(read).not.toBe(200);
    expect(isReady.status).toBe(200);
    expect(await verify.ended()).toBe(1);
    expect(verify.output()).toContain(sha256);
    expect(await readdir(join(folder, 'blobs', 'incoming'))).toEqual([]);
  }, 60_000);
});

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function overwrite(file: string, { from, bytes }: { from: number; bytes: number }): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(bytes, 0xa5), 0, bytes, from);
  await handle.close();
}
