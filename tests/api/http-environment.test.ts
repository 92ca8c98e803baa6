import { describe, expect, it } from '@jest/globals';
import { type EnvironmentFault, readEnvironment } from '../../server/environment.ts';

const sentencesOf = (variables: Record<string, string>): string[] => {
  try {
    readEnvironment(variables);
    return [];
  } catch (fault) {
    return (fault as EnvironmentFault).sentences;
  }
};

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readEnvironment({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      clock: 'system',
      seed: 'auto',
      logLevel: 'info',
    });
  });

  it('takes an empty variable for an unset one, and does not look at others', () => {
    expect(readEnvironment({ PORT: '', PUBLIC_URL: '', HOME: '/nowhere' }).port).toBe(3000);
  });

  it('reads what is set', () => {
    const { port, publicUrl, seedPassword } = readEnvironment({
      PORT: '0',
      PUBLIC_URL: 'https://motcua.example.vn/',
      SEED_PASSWORD: 'mat-khau-mau',
    });

    expect([port, publicUrl, seedPassword]).toEqual([0, 'https://motcua.example.vn', 'mat-khau-mau']);
  });

  it('says each wrong value in a sentence', () => {
    expect(sentencesOf({ PORT: '70000', CLOCK: 'slow', PUBLIC_URL: 'motcua', LOG_LEVEL: 'loud' })).toEqual([
      'Biến môi trường PORT "70000" phải là số nguyên từ 0 đến 65535.',
      'Biến môi trường CLOCK "slow" phải là "system" hoặc "manual".',
      'Biến môi trường PUBLIC_URL "motcua" phải là địa chỉ http hoặc https đầy đủ, ví dụ https://motcua.example.vn.',
      'Biến môi trường LOG_LEVEL "loud" phải là một trong: fatal, error, warn, info, debug, trace, silent.',
    ]);
  });

  it('takes the address of a MongoDB, and repeats none that is wrong: it may hold a password', () => {
    const mongodbUri = 'mongodb://db1,db2/motcua?replicaSet=rs0';
    expect(readEnvironment({ MONGODB_URI: mongodbUri })).toMatchObject({ mongodbUri });
    expect(sentencesOf({ MONGODB_URI: 'postgres://me:bi-mat@db1/motcua' }).join()).toMatch(
      /^Biến môi trường MONGODB_URI phải là địa chỉ mongodb:/,
    );
  });

  it('reads where and when backups are taken and which are kept', () => {
    const BACKUP_DIR = '/var/backups/motcua';
    expect(readEnvironment({}).backups).toBeUndefined();
    expect(readEnvironment({ BACKUP_DIR }).backups).toEqual({
      folder: BACKUP_DIR,
      schedule: { every: 'day', time: '01:30' },
      retention: { daily: 7, weekly: 4, monthly: 12 },
    });
    expect(readEnvironment({ BACKUP_DIR, BACKUP_AT: 'sat 22:00', BACKUP_KEEP: '9 weekly' }).backups).toEqual({
      folder: BACKUP_DIR,
      schedule: { every: 'week', weekday: 6, time: '22:00' },
      retention: { weekly: 9 },
    });
    expect(readEnvironment({ BACKUP_PASSPHRASE: 'mật khẩu đủ dài' }).backupKey).toEqual({
      passphrase: 'mật khẩu đủ dài',
    });
    expect(readEnvironment({ BACKUP_KEY_FILE: '/etc/motcua/key' }).backupKey).toEqual({
      file: '/etc/motcua/key',
    });
  });

  it.each<[Record<string, string>, string]>([
    [
      { BACKUP_DIR: '/b', BACKUP_AT: '25:00' },
      'BACKUP_AT "25:00" phải là giờ như "01:30", "sun 01:30" (hằng tuần) hoặc "1 01:30" (hằng tháng)',
    ],
    [
      { BACKUP_DIR: '/b', BACKUP_KEEP: 'all' },
      'BACKUP_KEEP "all" phải có dạng như "7 daily, 4 weekly, 12 monthly"',
    ],
    [
      { BACKUP_DIR: '/b', MONGODB_URI: 'mongodb://db1/motcua' },
      'BACKUP_DIR "/b" chỉ dùng cho kho dữ liệu nhúng; với MONGODB_URI hãy sao lưu bằng công cụ của MongoDB (docs/how-to/mongodb.md)',
    ],
    [
      { BACKUP_DIR: '/d/backups', DATA_DIR: '/d' },
      'BACKUP_DIR "/d/backups" phải nằm ngoài DATA_DIR: bản sao lưu không được mất cùng dữ liệu',
    ],
    [{ BACKUP_AT: '01:30' }, 'BACKUP_AT "01:30" chỉ có nghĩa khi đặt BACKUP_DIR'],
    [{ BACKUP_KEEP: '7 daily' }, 'BACKUP_KEEP "7 daily" chỉ có nghĩa khi đặt BACKUP_DIR'],
    [{ BACKUP_PASSPHRASE: 'ngắn' }, 'BACKUP_PASSPHRASE phải có ít nhất 12 ký tự'],
    [
      { BACKUP_PASSPHRASE: 'mật khẩu đủ dài', BACKUP_KEY_FILE: '/k' },
      'BACKUP_KEY_FILE "/k" không dùng cùng BACKUP_PASSPHRASE; hãy đặt một trong hai',
    ],
  ])('refuses %j in one sentence', (variables, sentence) => {
    expect(sentencesOf(variables)).toEqual([`Biến môi trường ${sentence}.`]);
  });

  it('reads which proxies are trusted, and refuses what is no address', () => {
    const TRUSTED_PROXIES = 'loopback, 10.0.0.0/8,fd00::/8, 192.0.2.7';
    expect(readEnvironment({ TRUSTED_PROXIES }).trustedProxies).toEqual([
      'loopback',
      '10.0.0.0/8',
      'fd00::/8',
      '192.0.2.7',
    ]);
    for (const wrong of ['everybody', '10.0.0.0/33', '10.0.0', 'loopback,'])
      expect(sentencesOf({ TRUSTED_PROXIES: wrong })).toEqual([
        `Biến môi trường TRUSTED_PROXIES "${wrong}" phải là danh sách địa chỉ hoặc dải địa chỉ, ví dụ "loopback, 10.0.0.0/8".`,
      ]);
  });

  it('takes how many requests are worked on at once, and refuses a number that would serve nobody', () => {
    expect(readEnvironment({ MAX_REQUESTS: '64' }).maxRequests).toBe(64);
    expect(sentencesOf({ MAX_REQUESTS: '2' })).toEqual([
      'Biến môi trường MAX_REQUESTS "2" phải là số nguyên từ 8 đến 100000.',
    ]);
  });

  it('never repeats a secret', () => {
    expect(sentencesOf({ SESSION_SECRET: 'quá ngắn', SEED_PASSWORD: 'ngắn' }).join()).not.toMatch(
      /quá ngắn|"ngắn/,
    );
  });
});
