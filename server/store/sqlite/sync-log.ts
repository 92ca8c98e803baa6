/** Brings what is committed to the disk: the log that SQLite writes first, synced in the driver's place. */
import { type FileHandle, open } from 'node:fs/promises';
import { syncFolder } from '../sync-folder.ts';

export interface LogSync {
  /** Resolves when everything committed before the call is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param folder holds the database and its log
 * @param file the log's name; it stays one file as long as a connection is open
 */
export function openLogSync(folder: string, file: string): LogSync {
  let opened: Promise<FileHandle> | undefined;
  const openLog = async () => {
    const handle = await open(`${folder}/${file}`, 'r+');
    // that the log is there at all
    await syncFolder(folder);
    return handle;
  };
  return {
    sync: async () => {
      opened ??= openLog();
      await (await opened).datasync();
    },
    close: async () => {
      await (await opened)?.close();
    },
  };
}
