import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BackupStatus } from '../../server/contract/backups.ts';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { type ServerProcess, startProcess } from '../support/server-process.ts';
import { canHaveSmallDisk, onSmallDisk } from '../support/small-disk.ts';

(canHaveSmallDisk ? describe : describe.skip)('a disk without room for a backup', () => {
  let home: string;
  let server: ServerProcess;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'motcua-backup-disk-'));
    const backups = await mkdtemp(join(home, 'backups-'));
    server = await startProcess({
      folder: join(home, 'data'),
      now: '2026-04-17T03:00:00.000Z',
      wrap: onSmallDisk(backups, 2),
      settings: { BACKUP_DIR: backups },
    });
  }, 60_000);
  afterEach(async () => {
    await server.stop();
    await rm(home, { recursive: true });
  });

  it('takes none, which is told in a sentence, and the server serves on', async () => {
    const admin = await server.as('admin');
    await admin.post('/admin/backups');
    let status: BackupStatus;
    do status = (await admin.get('/admin/backups')).body;
    while (status.runningSince);
    const counter = await server.as('motcua');
    const taken = await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION));
    const ready = await fetch(`${server.url}/readyz`);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();

    expect(status).toMatchObject({
      last: { state: 'failed', detail: expect.stringMatching(/còn \d MB, bản sao lưu cần khoảng \d+ MB/) },
      files: [],
    });
    expect([taken.status, ready.status]).toEqual([201, 200]);
    expect(metrics).toContain('motcua_backup_failed 1');
  }, 60_000);
});
