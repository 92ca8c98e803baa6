/** A disk of its own for one server: Linux only, in a mount namespace that ends with the process. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

const UNSHARE = ['unshare', '--user', '--map-root-user', '--mount'];

/** Whether this machine lets an ordinary process have one. */
export const canHaveSmallDisk =
  spawnSync(UNSHARE[0]!, [...UNSHARE.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    .status === 0;

/** The command before a server's that gives it a disk of so many megabytes at `folder`. */
export const onSmallDisk = (folder: string, megabytes: number): string[] => [
  ...UNSHARE,
  'sh',
  '-c',
  `mount -t tmpfs -o size=${megabytes}m tmpfs "$0" && exec "$@"`,
  folder,
];

/** The command before a server's that lets it only read `folder`. */
export const readOnly = (folder: string): string[] => [
  ...UNSHARE,
  'sh',
  '-c',
  'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"',
  folder,
];

export interface SmallDisk {
  /** until there is no byte left */
  fill(): Promise<void>;
  free(): Promise<void>;
}

/** @param pid the server's, which lives on the disk */
export function smallDisk(pid: number, folder: string): SmallDisk {
  const filler = join(`/proc/${pid}/root`, folder, 'filler');
  return {
    fill: async () => {
      const file = createWriteStream(filler);
      const full = once(file, 'error');
      const block = Buffer.alloc(4096);
      const write = () => {
        while (file.write(block));
      };
      file.on('drain', write);
      write();
      await full.catch(() => undefined);
    },
    free: () => rm(filler),
  };
}
