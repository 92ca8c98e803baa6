/** `motcua verify`: whether the store of DATA_DIR is what it must be; also while a server runs. */
import { join } from 'node:path';
import { type Command, say } from './command.ts';
import { dataFolder } from './data-folder.ts';

export const verify: Command = {
  name: 'verify',
  positionals: [],
  summary: {
    vi: 'Kiểm tra dữ liệu của DATA_DIR: tệp dữ liệu, số lượng, mã hồ sơ, mã băm của từng tệp',
    en: 'Check the data of DATA_DIR: the data file, counts, dossier codes, the hash of every file',
  },
  options: {
    json: {
      type: 'boolean',
      help: { vi: 'mỗi phát hiện một dòng JSON', en: 'one JSON object a line for each finding' },
    },
  },
  run: async ({ values }, terminal) => {
    const folder = dataFolder();
    const { openSqliteSnapshot } = await import('../store/sqlite/open-sqlite-snapshot.ts');
    const { BLOBS_FOLDER, openFileBlobs } = await import('../store/blobs/open-file-blobs.ts');
    const { brokenInvariants } = await import('./invariants.ts');
    const store = openSqliteSnapshot({ folder });
    const blobs = await openFileBlobs({ folder: join(folder, BLOBS_FOLDER), isShared: true });
    let found = 0;
    for await (const finding of brokenInvariants({ store, blobs })) {
      found += 1;
      terminal.out(values['json'] ? JSON.stringify(finding) : say(terminal, finding.code, finding.values));
    }
    store.close();
    terminal.err(say(terminal, found === 0 ? 'verify.clean' : 'verify.found', { folder, found }));
    return found === 0 ? 0 : 1;
  },
};
