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

  it('never repeats a secret', () => {
    expect(sentencesOf({ SESSION_SECRET: 'quá ngắn', SEED_PASSWORD: 'ngắn' }).join()).not.toMatch(
      /quá ngắn|"ngắn/,
    );
  });
});
