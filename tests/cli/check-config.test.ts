import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { calendarYearSpec } from '../../server/calendar/records.ts';
import { procedureSpec } from '../../server/catalogue/records.ts';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import { runCli } from '../support/run-cli.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-check-config-'));
  process.env['DATA_DIR'] = folder;
  const store = openSqliteStore({ folder });
  store.collection(procedureSpec);
  store.collection(calendarYearSpec);
  await store.close();
});
afterEach(async () => {
  delete process.env['DATA_DIR'];
  await rm(folder, { recursive: true });
});

async function putProcedure(): Promise<void> {
  const store = openSqliteStore({ folder });
  store.collection(procedureSpec);
  const week = { monday: [['07:00', '11:00']] };
  store.collection(calendarYearSpec);
  await store.commit([
    {
      op: 'insert',
      collection: procedureSpec.name,
      id: '1.000001',
      doc: { code: '1.000001', name: 'Thủ tục', field: '', unit: 'kt', receivingUnits: ['kt'], form: 'none' },
    },
    {
      op: 'insert',
      collection: calendarYearSpec.name,
      id: 'general/1999',
      doc: { calendar: 'general', year: 1999, week, exceptions: [] },
    },
  ]);
  await store.close();
}

describe('motcua check-config', () => {
  it('says that nothing is to be mended', async () => {
    expect(await runCli(['check-config'])).toEqual({
      code: 0,
      out: 'Cấu hình không có điểm nào phải sửa.',
      err: '',
    });
  });

  it('tells each finding on a line of its own, and ends with 1 on an error', async () => {
    await putProcedure();
    const { code, out } = await runCli(['check-config']);
    expect(code).toBe(1);
    expect(out).toContain('LỖI thủ tục 1.000001: Đơn vị "kt" không có trong danh mục.');
    expect(out).toContain('LỖI thủ tục 1.000001: Tờ khai "none" chưa được ban hành.');
    expect(out).toMatch(/\d+ lỗi, \d+ cảnh báo\.$/);
  });

  it('writes them as JSON for programs', async () => {
    await putProcedure();
    const { out } = await runCli(['check-config', '--json']);
    expect(out.split('\n').map((line) => JSON.parse(line).code)).toContain('config.no-unit');
  });
});
