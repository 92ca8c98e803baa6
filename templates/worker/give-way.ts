import { setPriority } from 'node:os';

const NICE = 10;

/**
 * Has this thread run with what the others leave: only Linux gives threads priorities of their own, elsewhere the whole
 * program would give way.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(NICE);
}
