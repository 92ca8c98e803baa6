import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwilling } from './unwilling.ts';

/** More than the largest commit of a day's work needs. */
const ROOM = Buffer.alloc(256 * 1024);

/** @throws StoreUnavailable when the folder has no room for an ordinary write, or may not be written */
export function requireRoom(folder: string): void {
  const file = join(folder, 'room-probe');
  try {
    writeFileSync(file, ROOM, { flush: true });
  } catch (fault) {
    throw unwilling(fault) ?? fault;
  } finally {
    rmSync(file, { force: true });
  }
}
