import type { Clock } from '../clock.ts';
import type { Environment } from '../environment.ts';
import { readPassphrase } from '../store/backup/read-passphrase.ts';
import { type BackupKeeperOptions, keepBackups } from './keep-backups.ts';
import type { ScheduledBackups } from './routes.ts';
import { takeInChild } from './take-in-child.ts';

/**
 * What the environment wants to be backed up by itself; undefined when nothing.
 * @throws Problem `backup.key-unreadable`
 */
export async function openBackups(
  { backups: settings, backupKey, dataDir }: Pick<Environment, 'backups' | 'backupKey' | 'dataDir'>,
  { wallClock, logger }: { wallClock: Clock; logger: BackupKeeperOptions['log'] },
): Promise<ScheduledBackups | undefined> {
  if (!settings) return undefined;
  const passphrase = await readPassphrase(backupKey);
  const keeper = keepBackups({
    ...settings,
    dataDir,
    passphrase,
    take: takeInChild,
    clock: wallClock,
    log: logger,
  });
  return { keeper, settings, isEncrypted: passphrase !== undefined };
}
