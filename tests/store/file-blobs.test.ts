import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openFileBlobs } from '../../server/store/blobs/open-file-blobs.ts';
import { blobContract, sha256Of } from './blob-contract.ts';

const temporaryFolder = () => mkdtemp(join(tmpdir(), 'motcua-blobs-'));
const fileOf = (folder: string, sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2));

blobContract('blobs in files', async () => {
  const folder = await temporaryFolder();
  return {
    blobs: await openFileBlobs({ folder, maxBytes: 1_048_576 }),
    damage: async (sha256) => {
      const bytes = await readFile(fileOf(folder, sha256));
      bytes[bytes.length - 1]! ^= 1;
      await writeFile(fileOf(folder, sha256), bytes);
    },
    dispose: () => rm(folder, { recursive: true }),
  };
});

describe('a folder of blobs', () => {
  it('is rid of what a crash left half-written', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'incoming'));
    await writeFile(join(folder, 'incoming/half'), 'ha');
    await openFileBlobs({ folder });
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('mends a cut-off blob when its bytes are put again', async () => {
    const folder = await temporaryFolder();
    const blobs = await openFileBlobs({ folder });
    const bytes = Buffer.from('nguyên vẹn');
    const { sha256 } = await blobs.put(bytes);
    await truncate(fileOf(folder, sha256), 3);
    await blobs.put(bytes);
    expect(sha256Of(await readFile(fileOf(folder, sha256)))).toBe(sha256);
    await rm(folder, { recursive: true });
  });
});
