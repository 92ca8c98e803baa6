import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type BackupKeeper,
  keepBackups,
  RETRY_MS,
  type TakeBackup,
} from '../../server/backups/keep-backups.ts';
import { readRetention } from '../../server/backups/retention.ts';
import { readSchedule } from '../../server/backups/schedule.ts';
import { manualClock } from '../../server/clock.ts';
import { problem } from '../../server/http/problem.ts';

const DAY_MS = 24 * 3_600_000;
/** 09:00 on Wednesday in Việt Nam. */
const NOW = Date.parse('2026-04-15T02:00:00Z');

let home: string;
let clock: ReturnType<typeof manualClock>;
let logged: string[];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'motcua-keeper-'));
  clock = manualClock(NOW);
  logged = [];
});
afterEach(() => rm(home, { recursive: true }));

const folder = () => join(home, 'backups');
const names = async () => (await readdir(folder())).sort();
const note = (_details: object, message: string) => void logged.push(message);

/** Writes a file as a real one does, without a database to copy. */
const takes: TakeBackup = async ({ file }) => {
  await writeFile(file, 'motcua-backup 1\n');
  return { blobs: 0, corrupt: [] };
};
const fails: TakeBackup = async ({ file }) => {
  await writeFile(`${file}.partial`, 'half');
  throw problem('backup.disk-full', 507, { values: { folder: folder() } });
};

const keeperWith = (take: TakeBackup, { keep = '2 daily' } = {}): BackupKeeper =>
  keepBackups({
    folder: folder(),
    dataDir: join(home, 'data'),
    schedule: readSchedule('01:30')!,
    retention: readRetention(keep)!,
    take,
    clock,
    log: { info: note, warn: note, error: note },
  });

describe('the keeper of backups', () => {
  it('takes the first at once, and the next when the hour has come', async () => {
    const keeper = keeperWith(takes);
    await keeper.tick();
    await keeper.tick();
    clock.moveTo(Date.parse('2026-04-15T18:29:00Z'));
    await keeper.tick();
    const before = await names();
    clock.moveTo(Date.parse('2026-04-15T18:30:00Z'));
    await keeper.tick();

    expect(before).toEqual(['motcua-20260415T020000Z.motcua']);
    expect(await names()).toEqual(['motcua-20260415T020000Z.motcua', 'motcua-20260415T183000Z.motcua']);
    expect((await keeper.status()).nextAt).toBe(Date.parse('2026-04-16T18:30:00Z'));
  });

  it('makes up one that was missed while the server was away, once', async () => {
    await keeperWith(takes).tick();
    clock.moveTo(NOW + 5 * DAY_MS);
    const again = keeperWith(takes);
    await again.tick();
    await again.tick();

    expect(await names()).toEqual(['motcua-20260415T020000Z.motcua', 'motcua-20260420T020000Z.motcua']);
  });

  it('takes one all the same when files bear a date to come', async () => {
    await keeperWith(takes).tick();
    clock.moveTo(NOW - 40 * DAY_MS);
    const keeper = keeperWith(takes, { keep: '1 daily' });
    await keeper.tick();

    expect(await names()).toEqual(['motcua-20260306T020000Z.motcua', 'motcua-20260415T020000Z.motcua']);
  });

  it('keeps what the retention says, and leaves other files alone', async () => {
    const keeper = keeperWith(takes);
    await mkdir(folder());
    await writeFile(join(folder(), 'before-upgrade.motcua'), 'mine');
    for (let day = 0; day < 5; day += 1) {
      clock.moveTo(NOW + day * DAY_MS);
      await keeper.tick();
    }

    expect(await names()).toEqual([
      'before-upgrade.motcua',
      'motcua-20260418T020000Z.motcua',
      'motcua-20260419T020000Z.motcua',
    ]);
  });

  it('says why none was taken, removes none, leaves nothing half, and tries again later', async () => {
    await keeperWith(takes, { keep: '1 daily' }).tick();
    clock.moveTo(NOW + DAY_MS);
    const keeper = keeperWith(fails, { keep: '1 daily' });
    await keeper.tick();
    const failed = await keeper.status();
    await keeper.tick();

    expect(await names()).toEqual(['motcua-20260415T020000Z.motcua']);
    expect(failed.last).toMatchObject({ fault: { code: 'backup.disk-full' } });
    expect(failed.nextAt).toBe(NOW + DAY_MS + RETRY_MS);
    expect([keeper.hasFailed(), await keeper.ageOfLastGood()]).toEqual([true, DAY_MS / 1000]);
    expect(logged.filter((message) => message === 'no backup taken')).toHaveLength(1);

    clock.moveTo(NOW + DAY_MS + RETRY_MS);
    await keeper.tick();
    expect(logged.filter((message) => message === 'no backup taken')).toHaveLength(2);
  });

  it('keeps every older one while the store holds damaged files, and no incomplete one after that', async () => {
    let corrupt = ['a'.repeat(64)];
    const keeper = keeperWith(async (order, signal) => ({ ...(await takes(order, signal)), corrupt }), {
      keep: '1 daily',
    });
    await keeperWith(takes).tick();
    for (const day of [1, 2]) {
      clock.moveTo(NOW + day * DAY_MS);
      await keeper.tick();
    }
    const meanwhile = await names();
    const age = await keeper.ageOfLastGood();
    const hadFailed = keeper.hasFailed();
    corrupt = [];
    clock.moveTo(NOW + 3 * DAY_MS);
    await keeper.tick();

    expect(meanwhile).toEqual([
      'motcua-20260415T020000Z.motcua',
      'motcua-20260416T020000Z.incomplete.motcua',
      'motcua-20260417T020000Z.incomplete.motcua',
    ]);
    expect([age, hadFailed]).toEqual([(2 * DAY_MS) / 1000, true]);
    expect(await names()).toEqual(['motcua-20260418T020000Z.motcua']);
    expect(keeper.hasFailed()).toBe(false);
  });

  it('removes what a killed attempt left', async () => {
    await mkdir(folder());
    for (const left of ['', '.database', '.partial'])
      await writeFile(join(folder(), `motcua-20260414T183000Z.taking${left}`), 'half');
    await keeperWith(takes).tick();

    expect(await names()).toEqual(['motcua-20260415T020000Z.motcua']);
  });

  it('says that a folder cannot be made where its disk is not mounted', async () => {
    const keeper = keepBackups({
      folder: join(home, 'not-mounted/backups'),
      dataDir: join(home, 'data'),
      schedule: readSchedule('01:30')!,
      retention: { daily: 1 },
      take: takes,
      clock,
      log: { info: note, warn: note, error: note },
    });
    await keeper.tick();

    expect((await keeper.status()).last).toMatchObject({ fault: { code: 'backup.no-folder' } });
    expect(await keeper.ageOfLastGood()).toBe(Number.POSITIVE_INFINITY);
    expect(await readdir(home)).toEqual([]);
  });

  it('is told to take one now, one at a time, and gives it up when the server stops', async () => {
    let begun = 0;
    let nowBegun = () => {};
    const began = new Promise<void>((resolve) => {
      nowBegun = resolve;
    });
    const keeper = keeperWith((_order, signal) => {
      begun += 1;
      nowBegun();
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    keeper.begin();
    await began;
    expect(() => keeper.begin()).toThrow(expect.objectContaining({ code: 'backup.running', status: 409 }));
    await keeper.tick();
    expect((await keeper.status()).runningSince).toBe(NOW);
    await keeper.stop();

    expect(begun).toBe(1);
    expect((await keeper.status()).runningSince).toBeUndefined();
    expect(logged).toEqual([]);
    expect(await names()).toEqual([]);
  });
});
