import { open } from 'node:fs/promises';

/** What was renamed into or out of the folder survives a power cut when this resolves. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
