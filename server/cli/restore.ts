/** `motcua restore`: a backup back into an empty data folder. */
import { existsSync } from 'node:fs';
import { type Command, say, wrongInput } from './command.ts';
import { backupPassphrase, dataFolder } from './data-folder.ts';

export const restore: Command = {
  name: 'restore',
  positionals: ['FILE'],
  summary: {
    vi: 'Khôi phục một bản sao lưu vào DATA_DIR đang trống',
    en: 'Restore a backup into an empty DATA_DIR',
  },
  options: {},
  run: async ({ positionals: [file = ''] }, terminal) => {
    if (!existsSync(file)) throw wrongInput('file.missing', { file });
    const folder = dataFolder();
    const { restoreBackup } = await import('../store/backup/restore-backup.ts');
    const { blobs } = await restoreBackup({ file, folder, passphrase: await backupPassphrase() });
    terminal.err(say(terminal, 'restore.done', { folder, blobs }));
    return 0;
  },
};
