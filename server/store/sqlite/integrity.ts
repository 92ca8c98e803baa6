/** Whether the database is whole: looked at before it is served or, where that would take minutes, beside the first requests. */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.ts';
import { StoreUnavailable } from '../store.ts';
import type { Connection } from './connection.ts';

/** @returns what is wrong with it, if anything is */
export function damageIn(connection: Connection): string | undefined {
  try {
    const findings = connection.rows('PRAGMA quick_check(1)').map(([finding]) => finding as string);
    return findings[0] === 'ok' ? undefined : findings.join('; ');
  } catch (fault) {
    if (fault instanceof StoreUnavailable && fault.reason === 'corrupt') return fault.message;
    throw fault;
  }
}

export interface CheckBeside {
  /** what it has found by now */
  damage(): StoreUnavailable | undefined;
  stop(): void;
}

/** In a process of its own, which is ended with the store; without one (nothing is built) nothing is found. */
export function checkBeside(path: string): CheckBeside {
  const file = join(packageRoot(), 'dist/server/integrity-process.js');
  if (!existsSync(file)) return { damage: () => undefined, stop: () => {} };
  let found: StoreUnavailable | undefined;
  const child = fork(file, [path], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.unref();
  child.channel?.unref();
  child.on('error', () => {});
  child.once('message', (said) => {
    const { damage } = said as { damage?: string };
    if (damage !== undefined) found = new StoreUnavailable('corrupt', new Error(damage));
  });
  return { damage: () => found, stop: () => void child.kill('SIGKILL') };
}
