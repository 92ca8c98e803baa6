import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { runCli } from '../support/run-cli.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { completeOpen } from '../support/walk.ts';

const FRIDAY = '2026-04-17T03:00:00.000Z';

let home: string;
let server: TestServer;
const codes: string[] = [];
const at = (name: string) => join(home, name);
const inFolder = (folder: string, ...argv: string[]) => {
  process.env['DATA_DIR'] = folder;
  return runCli(argv);
};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'motcua-drill-test-'));
  server = await startServer({ now: FRIDAY });
  const counter = await server.as('motcua');
  for (const procedure of [CERTIFICATION, HOUSE_PERMIT, CERTIFICATION])
    codes.push((await counter.post('/dossiers', await buildApplication(counter, procedure))).body.code);
  await completeOpen(server, codes[1]!);
  await server.server.jobs.drain();
  await inFolder(server.dataDir, 'backup', at('b.motcua'));
}, 60_000);
afterAll(async () => {
  await server.close();
  await rm(home, { recursive: true });
});

/** What a server says of a dossier, addresses of its own apart. */
const told = async ({ as, url }: TestServer, code: string): Promise<unknown> => {
  const admin = await as('admin');
  const bodies = [];
  for (const path of ['', '/history', '/documents'])
    bodies.push((await admin.get(`/dossiers/${code}${path}`)).body);
  return JSON.parse(JSON.stringify(bodies).replaceAll(url, ''));
};

describe('a restored store', () => {
  it('serves the same dossiers, with their history and papers', async () => {
    expect(await inFolder(at('again'), 'restore', at('b.motcua'))).toMatchObject({ code: 0 });
    const again = await startServer({ now: FRIDAY, dataDir: at('again') });

    for (const code of codes) expect(await told(again, code)).toEqual(await told(server, code));
    const next = await again.as('motcua');
    const { status } = await next.post('/dossiers', await buildApplication(next, CERTIFICATION));
    await again.close();

    expect(status).toBe(201);
  }, 60_000);
});

describe('drill', () => {
  it('restores, verifies, serves and reads, and leaves nothing behind', async () => {
    const { code, out, err } = await inFolder(at('nowhere'), 'drill', at('b.motcua'), '--in', home);

    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('dữ liệu toàn vẹn');
    expect(err).toMatch(/đã đọc 3 trong 3 hồ sơ và [3-9] văn bản/);
    expect(err).toContain('Diễn tập đạt');
    expect((await readdir(home)).filter((name) => name.startsWith('motcua-drill-'))).toEqual([]);
    expect(await readdir(home)).not.toContain('nowhere');
  }, 60_000);

  it('says what a backup lacks, and that nobody should rely on it', async () => {
    const data = at('data');
    await inFolder(data, 'restore', at('b.motcua'));
    const [folder] = (await readdir(join(data, 'blobs'))).filter((name) => name.length === 2);
    const [file] = await readdir(join(data, 'blobs', folder!));
    await writeFile(join(data, 'blobs', folder!, file!), 'damaged');
    const incomplete = await inFolder(data, 'backup', at('incomplete.motcua'));
    const { code, out, err } = await inFolder(data, 'drill', at('incomplete.motcua'), '--in', home);

    expect([incomplete.code, code]).toEqual([1, 1]);
    expect(out).toContain(`cần tệp ${folder}${file}`);
    expect(err).toContain('Diễn tập KHÔNG đạt');
  }, 60_000);

  it('refuses a damaged file and an absent one in a sentence', async () => {
    const bytes = await readFile(at('b.motcua'));
    await writeFile(at('cut.motcua'), bytes.subarray(0, bytes.length / 2));
    const damaged = await inFolder(at('nowhere'), 'drill', at('cut.motcua'), '--in', home);
    const absent = await inFolder(at('nowhere'), 'drill', at('absent.motcua'));

    expect(damaged).toMatchObject({
      code: 1,
      err: expect.stringContaining('không phải là bản sao lưu nguyên vẹn'),
    });
    expect(absent).toMatchObject({ code: 1, err: `Không tìm thấy tệp ${at('absent.motcua')}.` });
    expect((await readdir(home)).filter((name) => name.startsWith('motcua-drill-'))).toEqual([]);
  });
});
