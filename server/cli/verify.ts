/** `motcua verify`: whether the store of DATA_DIR or MONGODB_URI is what it must be; also while a server runs. */
import { join } from 'node:path';
import type { Command } from './command.ts';
import { dataFolder, mongodbAddress } from './data-folder.ts';
import type { Terminal } from './terminal.ts';

export const verify: Command = {
  name: 'verify',
  positionals: [],
  summary: {
    vi: 'Kiểm tra dữ liệu của DATA_DIR hoặc MONGODB_URI: tệp dữ liệu, số lượng, mã hồ sơ, mã băm của từng tệp',
    en: 'Check the data of DATA_DIR or MONGODB_URI: the data file, counts, dossier codes, the hash of every file',
  },
  options: {
    json: {
      type: 'boolean',
      help: { vi: 'mỗi phát hiện một dòng JSON', en: 'one JSON object a line for each finding' },
    },
  },
  run: (input, terminal) => {
    const uri = mongodbAddress();
    const asJson = input.values['json'] === true;
    if (uri) return verifyMongo(uri, { asJson }, terminal);
    const folder = dataFolder();
    return verifyFolder(folder, { asJson, place: folder }, terminal);
  },
};

/** @param options.place what the data are called in what is said */
export async function verifyFolder(
  folder: string,
  { asJson, place }: { asJson: boolean; place: string },
  terminal: Terminal,
): Promise<number> {
  const { openSqliteSnapshot } = await import('../store/sqlite/open-sqlite-snapshot.ts');
  const { BLOBS_FOLDER, openFileBlobs } = await import('../store/blobs/open-file-blobs.ts');
  const { reportFindings } = await import('./report-findings.ts');
  const store = openSqliteSnapshot({ folder });
  try {
    const blobs = await openFileBlobs({ folder: join(folder, BLOBS_FOLDER), isShared: true });
    return await reportFindings({ store, blobs }, { place, asJson, terminal });
  } finally {
    store.close();
  }
}

async function verifyMongo(
  uri: string,
  { asJson }: { asJson: boolean },
  terminal: Terminal,
): Promise<number> {
  const { openMongoSnapshot } = await import('../store/mongo/open-mongo-snapshot.ts');
  const { openMongoBlobs } = await import('../store/blobs/open-mongo-blobs.ts');
  const { reportFindings } = await import('./report-findings.ts');
  const store = await openMongoSnapshot({ uri });
  const blobs = await openMongoBlobs({ uri });
  try {
    return await reportFindings({ store, blobs }, { place: 'MongoDB', asJson, terminal });
  } finally {
    await store.close();
    await blobs.close();
  }
}
