import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { documentSpec } from '../../server/documents/records.ts';
import { listEntries, listEntrySpec } from '../../server/dossiers/list-entries.ts';
import { type DossierRecord, dossierSpec, historySpec } from '../../server/dossiers/records.ts';
import { openFileBlobs } from '../../server/store/blobs/open-file-blobs.ts';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import type { Write } from '../../server/store/store.ts';
import { taskSpec } from '../../server/tasks/records.ts';
import { runCli } from '../support/run-cli.ts';

const CODE = 'H01.12-260417-0001';
const PAPER = Buffer.from('%PDF-1.7 Giấy tiếp nhận');

/** As much of a dossier as the checks look at. */
const DOSSIER = {
  code: CODE,
  procedure: { code: '1.000001', name: 'Thủ tục', field: 'Lĩnh vực' },
  channel: 'counter',
  units: { receiving: 'kt', competent: 'kt', returning: 'kt' },
  involved: ['kt'],
  status: 'registered',
  statusCode: 1,
  receivedAt: '2026-04-17T02:00:00.000Z',
  search: [],
  counts: { tasks: 1, documents: 1, events: 3, jobs: 0 },
  instances: { main: { state: { open: { '1': { role: 'task', element: 'A' } } } } },
  openTasks: [{ id: 't1', instance: 'main', occurrence: '1', element: 'A' }],
  jobs: {},
} as unknown as DossierRecord;

let home: string;
let paperHash: string;
const at = (name: string) => join(home, name);
const inFolder = (folder: string, ...argv: string[]) => {
  process.env['DATA_DIR'] = at(folder);
  return runCli(argv);
};
const blobFile = (folder: string) => join(at(folder), 'blobs', paperHash.slice(0, 2), paperHash.slice(2));

const put = (collection: string, id: string, doc: object): Write => ({ op: 'insert', collection, id, doc });

function openData() {
  const store = openSqliteStore({ folder: at('data') });
  for (const spec of [dossierSpec, listEntrySpec, taskSpec, documentSpec, historySpec])
    store.collection<object>(spec);
  return store;
}

/** One dossier with a task, a printed paper and three events. */
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'motcua-backup-'));
  const store = openData();
  paperHash = (await (await openFileBlobs({ folder: at('data/blobs') })).put(PAPER)).sha256;
  await store.commit({
    take: ['dossier-code:H01.12:260417', 'document:kt:receipt:2026'],
    writes: () => [
      put('dossiers', CODE, DOSSIER),
      ...[...listEntries(DOSSIER)].map(([id, row]) => put('dossier-list', id, row)),
      put('tasks', 't1', { dossier: CODE, status: 'open' }),
      put('documents', `${CODE}/receipt-1`, {
        dossier: CODE,
        kind: 'receipt',
        number: '1/TNHS',
        issuedAt: DOSSIER.receivedAt,
        state: 'issued',
        sha256: paperHash,
      }),
      put('history', 'h1', { dossier: CODE, seq: 1, entries: [{ seq: 1 }, { seq: 2 }] }),
      put('history', 'h3', { dossier: CODE, seq: 3, entries: [{ seq: 3 }] }),
    ],
  });
  await store.close();
});
afterEach(async () => {
  await rm(home, { recursive: true });
  delete process.env['BACKUP_PASSPHRASE'];
  delete process.env['BACKUP_KEY_FILE'];
});

const change = async (writes: Write[]) => {
  const store = openData();
  await store.commit(writes);
  await store.close();
};

describe('backup and restore', () => {
  it('bring the same store back elsewhere, blobs included, and leave nothing beside the file', async () => {
    expect(await inFolder('data', 'backup', at('b.motcua'))).toMatchObject({ code: 0, out: '' });
    expect((await readdir(home)).sort()).toEqual(['b.motcua', 'data']);
    expect(await inFolder('again', 'restore', at('b.motcua'))).toMatchObject({ code: 0 });
    expect(await inFolder('again', 'verify')).toMatchObject({ code: 0, out: '' });
    expect(await readFile(blobFile('again'))).toEqual(PAPER);
    const store = openSqliteStore({ folder: at('again') });
    expect(await store.collection(taskSpec).get('t1')).toMatchObject({ doc: { dossier: CODE } });
    expect(await store.sequence('dossier-code:H01.12:260417')).toBe(1);
    await store.close();
  });

  it('take a moment of a store that is being written', async () => {
    const store = openData();
    const writing = Promise.all(
      Array.from({ length: 100 }, (_, n) => store.commit([put('tasks', `x${n}`, { dossier: CODE })])),
    );
    expect(await inFolder('data', 'backup', at('b.motcua'))).toMatchObject({ code: 0 });
    await writing;
    await store.close();
  });

  it('refuse a folder that holds data, and leave it as it is', async () => {
    await inFolder('data', 'backup', at('b.motcua'));
    const { code, err } = await inFolder('data', 'restore', at('b.motcua'));
    expect(code).toBe(1);
    expect(err).toContain('chỉ khôi phục vào thư mục trống');
    expect(await inFolder('data', 'verify')).toMatchObject({ code: 0 });
  });

  it('refuse a folder whose server runs', async () => {
    await inFolder('data', 'backup', at('b.motcua'));
    const server = openData();
    expect(await inFolder('data', 'restore', at('b.motcua'))).toMatchObject({ code: 1 });
    await server.close();
  });

  it.each([
    [
      'one changed byte',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 9000), Buffer.from([1]), bytes.subarray(9001)]),
    ],
    ['a cut-off end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1000)],
    ['another file', () => Buffer.from('Đây không phải bản sao lưu')],
    ['nothing', () => Buffer.alloc(0)],
  ])('refuse %s in place of a backup, and restore nothing', async (_name, damage) => {
    await inFolder('data', 'backup', at('b.motcua'));
    await writeFile(at('b.motcua'), damage(await readFile(at('b.motcua'))));
    const { code, err } = await inFolder('again', 'restore', at('b.motcua'));
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringContaining('không phải là bản sao lưu nguyên vẹn'),
    });
    expect(await readdir(at('again'))).toEqual(['server.lock']);
  });

  it.each([
    ['the log of a database that was taken away', 'motcua.db-wal'],
    ['the files of a database that was taken away', 'blobs/ab/cd'],
  ])('refuse a folder that holds %s', async (_name, left) => {
    await inFolder('data', 'backup', at('b.motcua'));
    await mkdir(dirname(join(at('again'), left)), { recursive: true });
    await writeFile(join(at('again'), left), 'left over');
    const { code, err } = await inFolder('again', 'restore', at('b.motcua'));
    expect(code).toBe(1);
    expect(err).toContain('chỉ khôi phục vào thư mục trống');
  });

  it('take up a folder in which a restore was killed', async () => {
    await inFolder('data', 'backup', at('b.motcua'));
    await mkdir(join(at('again'), 'restoring'), { recursive: true });
    await writeFile(join(at('again'), 'restoring', 'motcua.db'), 'half');
    expect(await inFolder('again', 'restore', at('b.motcua'))).toMatchObject({ code: 0 });
    expect((await readdir(at('again'))).sort()).toEqual(['blobs', 'motcua.db', 'server.lock']);
    expect(await inFolder('again', 'verify')).toMatchObject({ code: 0 });
  });

  it('are sealed with the passphrase of the environment or of a key file, and open by no other', async () => {
    process.env['BACKUP_PASSPHRASE'] = 'một mật khẩu dài';
    const { err } = await inFolder('data', 'backup', at('b.motcua'));
    expect(err).toContain('Đã sao lưu và mã hóa');
    expect((await readFile(at('b.motcua'))).includes(PAPER)).toBe(false);

    process.env['BACKUP_PASSPHRASE'] = 'một mật khẩu khác';
    const wrong = await inFolder('again', 'restore', at('b.motcua'));
    delete process.env['BACKUP_PASSPHRASE'];
    const missing = await inFolder('again', 'restore', at('b.motcua'));
    await writeFile(at('key'), 'một mật khẩu dài\n');
    process.env['BACKUP_KEY_FILE'] = at('key');
    const right = await inFolder('again', 'restore', at('b.motcua'));

    expect(wrong).toMatchObject({ code: 1, err: expect.stringMatching(/^Mật khẩu sao lưu không mở được/) });
    expect(missing).toMatchObject({ code: 1, err: expect.stringMatching(/được mã hóa; hãy đặt BACKUP_PA/) });
    expect(right).toMatchObject({ code: 0 });
    expect(await inFolder('again', 'verify')).toMatchObject({ code: 0 });
  }, 30_000);

  it('name a key file without a passphrase, and a folder that is not there', async () => {
    await writeFile(at('key'), 'ngắn\n');
    process.env['BACKUP_KEY_FILE'] = at('key');
    const { code, err } = await inFolder('data', 'backup', at('b.motcua'));
    expect({ code, err }).toEqual({
      code: 1,
      err: `Không đọc được mật khẩu sao lưu từ BACKUP_KEY_FILE ${at('key')}: cần một dòng ít nhất 12 ký tự.`,
    });
    delete process.env['BACKUP_KEY_FILE'];
    expect(await inFolder('data', 'backup', at('gone/b.motcua'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('Không ghi được tệp'),
    });
  });

  it('never overwrite a file, and name an empty folder', async () => {
    await writeFile(at('b.motcua'), 'keep');
    expect(await inFolder('data', 'backup', at('b.motcua'))).toMatchObject({ code: 1 });
    expect(await readFile(at('b.motcua'), 'utf8')).toBe('keep');
    const { code, err } = await inFolder('empty', 'backup', at('c.motcua'));
    expect({ code, err }).toEqual({ code: 1, err: `Thư mục ${at('empty')} không có dữ liệu.` });
  });

  it('leave out a corrupt blob, name it and answer 1', async () => {
    await writeFile(blobFile('data'), 'changed');
    const { code, err } = await inFolder('data', 'backup', at('b.motcua'));
    expect(code).toBe(1);
    expect(err).toContain(paperHash);
    expect(await inFolder('again', 'restore', at('b.motcua'))).toMatchObject({ code: 0 });
  });
});

describe('verify', () => {
  it.each<[string, Write[], string]>([
    ['a lost task', [{ op: 'delete', collection: 'tasks', id: 't1' }], 'tasks'],
    ['a lost event', [{ op: 'delete', collection: 'history', id: 'h3' }], 'diễn biến số 3'],
    ['a task too many', [put('tasks', 't2', { dossier: CODE, status: 'open' })], 't2'],
    ['a task without its dossier', [put('tasks', 't9', { dossier: 'gone' })], 'tasks/t9'],
    [
      'a gap in the codes',
      [{ op: 'delete', collection: 'dossiers', id: CODE }],
      'dossier-code:H01.12:260417',
    ],
    [
      'a paper whose bytes are not there',
      [
        put('documents', 'd2', { dossier: CODE, state: 'withdrawn', sha256: 'a'.repeat(64) }),
        {
          op: 'replace',
          collection: 'dossiers',
          id: CODE,
          version: 1,
          doc: { ...DOSSIER, counts: { ...DOSSIER.counts, documents: 2 } },
        },
      ],
      'documents/d2',
    ],
  ])('names %s', async (_name, writes, named) => {
    await change(writes);
    const { code, out } = await inFolder('data', 'verify');
    expect(code).toBe(1);
    expect(out).toContain(named);
  });

  it('names a corrupt blob, as JSON when asked', async () => {
    await writeFile(blobFile('data'), 'changed');
    const { code, out } = await inFolder('data', 'verify', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ code: 'verify.corrupt-blob', values: { sha256: paperHash } });
  });
});
