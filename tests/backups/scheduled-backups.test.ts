import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BackupStatus } from '../../server/contract/backups.ts';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { runCli } from '../support/run-cli.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

const PASSPHRASE = 'mật khẩu sao lưu của tỉnh';

let home: string;
let server: TestServer;
let admin: TestClient;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'motcua-scheduled-'));
  server = await startServer({
    now: '2026-04-17T03:00:00.000Z',
    backups: {
      folder: join(home, 'backups'),
      schedule: { every: 'week', weekday: 7, time: '01:30' },
      retention: { daily: 7 },
    },
    backupKey: { passphrase: PASSPHRASE },
  });
  admin = await server.as('admin');
});
afterAll(async () => {
  await server.close();
  await rm(home, { recursive: true });
});

const status = async (): Promise<BackupStatus> => (await admin.get('/admin/backups')).body;
const metric = async (name: string): Promise<string | undefined> =>
  new RegExp(`^${name} (\\S+)$`, 'm').exec(await (await fetch(`${server.url}/metrics`)).text())?.[1];
const taken = async (): Promise<BackupStatus> => {
  for (;;) {
    const now = await status();
    if (!now.runningSince) return now;
  }
};

describe('backups that the server takes', () => {
  it('are told to the administrator, and counted from the last good one', async () => {
    expect(await status()).toMatchObject({
      isScheduled: true,
      isEncrypted: true,
      schedule: { every: 'week', weekday: 7, time: '01:30' },
      retention: { daily: 7 },
      files: [],
    });
    expect(await metric('motcua_backup_age_seconds')).toBe('+Inf');
  });

  it('are begun by hand, sealed, and restored as a sound store', async () => {
    const counter = await server.as('motcua');
    const { code } = (await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION))).body;

    const begun = await admin.post('/admin/backups', {});
    const again = await admin.post('/admin/backups', {});
    const ended = await taken();

    expect([begun.status, again.status, again.body.code]).toEqual([202, 409, 'backup.running']);
    expect(ended).toMatchObject({
      last: { state: 'done' },
      files: [{ isComplete: true, isEncrypted: true }],
    });
    expect(Number(await metric('motcua_backup_age_seconds'))).toBeLessThan(600);
    expect(await metric('motcua_backup_failed')).toBe('0');
    expect((await admin.get('/audit?what=backup.begin')).body.items).toHaveLength(1);

    const file = join(home, 'backups', ended.files[0]!.name);
    expect((await readFile(file, 'latin1')).includes(code)).toBe(false);
    expect(await readdir(join(home, 'backups'))).toEqual([ended.files[0]!.name]);
    process.env['DATA_DIR'] = join(home, 'again');
    process.env['BACKUP_PASSPHRASE'] = PASSPHRASE;
    const [restored, verified] = [await runCli(['restore', file]), await runCli(['verify'])];
    delete process.env['BACKUP_PASSPHRASE'];
    expect([restored.code, verified]).toEqual([0, expect.objectContaining({ code: 0, out: '' })]);
  }, 60_000);

  it('say why there is none, in the language of who asks', async () => {
    await rm(home, { recursive: true });
    await admin.post('/admin/backups', {});
    const { last } = await taken();
    await mkdir(home);

    expect(last).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('ổ đĩa sao lưu đã được gắn'),
    });
    expect(await metric('motcua_backup_failed')).toBe('1');
  });
});

describe('a server without a place for backups', () => {
  it('says so, and begins none', async () => {
    const plain = await startServer();
    const client = await plain.as('admin');

    expect((await client.get('/admin/backups')).body).toEqual({ isScheduled: false, files: [] });
    expect(await client.post('/admin/backups', {})).toMatchObject({
      status: 409,
      body: { code: 'backup.not-scheduled' },
    });
    await plain.close();
  }, 30_000);
});
