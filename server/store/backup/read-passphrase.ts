import { readFile } from 'node:fs/promises';
import { type BackupKeySettings, LEAST_PASSPHRASE } from '../../environment.ts';
import { problem } from '../../http/problem.ts';

/** @throws Problem `backup.key-unreadable` when the key file holds no passphrase */
export async function readPassphrase(settings: BackupKeySettings | undefined): Promise<string | undefined> {
  if (!settings || 'passphrase' in settings) return settings?.passphrase;
  const passphrase = (await readFile(settings.file, 'utf8').catch(() => '')).replace(/\r?\n$/, '');
  if (passphrase.length >= LEAST_PASSPHRASE && !passphrase.includes('\n')) return passphrase;
  throw problem('backup.key-unreadable', 422, { values: { file: settings.file, least: LEAST_PASSPHRASE } });
}
