/** One server a folder. The operating system holds the lock, so that it ends with the process, however it ends. */
import { join } from 'node:path';
import { problem } from '../../http/problem.ts';
import { StoreUnavailable } from '../store.ts';
import { connect } from './connection.ts';

/**
 * @returns how to let go
 * @throws Problem `store.folder-in-use` when another server has the folder
 */
export function lockFolder(folder: string): () => void {
  const connection = connect(join(folder, 'server.lock'), { busyTimeoutMs: 0 });
  try {
    connection.script('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (error instanceof StoreUnavailable && error.reason === 'unreachable')
      throw problem('store.folder-in-use', 503, { values: { folder } });
    throw error;
  }
  return () => connection.close();
}
