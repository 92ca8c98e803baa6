/** `motcua migrate`: an embedded store moves to MongoDB, and is proven to have arrived. */
import { resolve } from 'node:path';
import { type Command, misuse, say } from './command.ts';

export const migrate: Command = {
  name: 'migrate',
  positionals: [],
  summary: {
    vi: 'Chuyển toàn bộ dữ liệu của một thư mục sang MongoDB đang trống rồi kiểm tra (hãy dừng máy chủ trước)',
    en: 'Move all data of a folder to an empty MongoDB database and check it (stop the server first)',
  },
  options: {
    from: {
      type: 'string',
      value: 'FOLDER',
      required: true,
      help: { vi: 'thư mục dữ liệu (DATA_DIR cũ)', en: 'the data folder (the former DATA_DIR)' },
    },
    to: {
      type: 'string',
      value: 'URI',
      required: true,
      help: { vi: 'địa chỉ mongodb://… (MONGODB_URI mới)', en: 'address mongodb://… (the new MONGODB_URI)' },
    },
  },
  run: async ({ values }, terminal) => {
    const folder = resolve(String(values['from']));
    const uri = String(values['to']);
    if (!/^mongodb(\+srv)?:\/\//.test(uri)) throw misuse('migrate.not-mongodb');
    const { lockFolder } = await import('../store/sqlite/folder-lock.ts');
    const { copyToMongo } = await import('../store/migration/copy-to-mongo.ts');
    const { openMongoSnapshot } = await import('../store/mongo/open-mongo-snapshot.ts');
    const { openMongoBlobs } = await import('../store/blobs/open-mongo-blobs.ts');
    const { reportFindings } = await import('./report-findings.ts');
    const unlock = lockFolder(folder);
    try {
      const { documents, sequences, blobs } = await copyToMongo({ folder, uri });
      terminal.err(say(terminal, 'migrate.copied', { documents, sequences, blobs }));
    } finally {
      unlock();
    }
    const store = await openMongoSnapshot({ uri });
    const files = await openMongoBlobs({ uri });
    try {
      return await reportFindings({ store, blobs: files }, { place: 'MongoDB', asJson: false, terminal });
    } finally {
      await store.close();
      await files.close();
    }
  },
};
