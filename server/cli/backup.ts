/** `motcua backup`: the store and its blobs in one file, also while a server runs. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Command, say, wrongInput } from './command.ts';
import { backupPassphrase, dataFolder } from './data-folder.ts';

export const backup: Command = {
  name: 'backup',
  positionals: ['FILE'],
  summary: {
    vi: 'Sao lưu dữ liệu của DATA_DIR và các tệp vào một tệp, kể cả khi máy chủ đang chạy',
    en: 'Back up the data and files of DATA_DIR into one file, also while the server runs',
  },
  options: {},
  run: async ({ positionals: [file = ''] }, terminal) => {
    if (existsSync(file)) throw wrongInput('file.exists', { file });
    if (!existsSync(dirname(file))) throw wrongInput('file.unwritable', { file, detail: dirname(file) });
    const folder = dataFolder();
    const passphrase = await backupPassphrase();
    const { backUp } = await import('../store/backup/back-up.ts');
    const { blobs, corrupt } = await backUp({
      folder,
      file,
      seal: passphrase === undefined ? undefined : { passphrase },
    });
    for (const sha256 of corrupt) terminal.err(say(terminal, 'backup.corrupt-blob', { sha256 }));
    terminal.err(
      say(terminal, passphrase === undefined ? 'backup.written' : 'backup.sealed', { file, blobs }),
    );
    return corrupt.length === 0 ? 0 : 1;
  },
};
