import { spawnCli } from './spawn-cli.ts';

/** What `motcua verify` says of a data folder, in Vietnamese. */
export async function verifyFolder(folder: string): Promise<{ exit: number | null; said: string }> {
  const verify = spawnCli(['verify'], { DATA_DIR: folder });
  return { exit: await verify.ended(), said: verify.output() };
}
