/** Unpacks the headless Chromium that comes inside the npm package @sparticuz/chromium. */
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';

/** A browser and the shared libraries to offer it where the system lacks them. */
export type UnpackedChromium = { executablePath: string; libraries: string };

/**
 * The package's own loader writes `/tmp/chromium` in place, so two programs that start together see half a
 * browser, and anybody on the machine can put one there. Here it is unpacked aside, into a folder that only this
 * user may write, and moved into place when it is whole.
 */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const folder = join(tmpdir(), `motcua-chromium-${VERSION}-${userInfo().uid}`);
  const unpacked = { executablePath: join(folder, 'chromium'), libraries: join(folder, 'lib') };
  if (isWhole(unpacked)) return unpacked;
  const aside = await mkdtemp(join(tmpdir(), 'motcua-chromium-'));
  try {
    await Promise.all([unpackBrowser(aside), unpackLibraries(aside)]);
    // What a cleaner of the temporary folder left over goes first.
    if (!isWhole(unpacked)) await rm(folder, { recursive: true, force: true });
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    // Another program finished first: its browser is as good.
    if (!isWhole(unpacked)) throw error;
  }
  return unpacked;
}

/** All of it is there, and nobody else put it there. */
function isWhole({ executablePath, libraries }: UnpackedChromium): boolean {
  const files = [executablePath, libraries].map((path) => statSync(path, { throwIfNoEntry: false }));
  return files.every((file) => file?.uid === userInfo().uid);
}

const packageRequire = createRequire(import.meta.url);
const PACKED = join(dirname(packageRequire.resolve('@sparticuz/chromium')), '../../bin');
const VERSION = '147.0.0';

async function unpackBrowser(folder: string): Promise<void> {
  const target = join(folder, 'chromium');
  await pipeline(
    createReadStream(join(PACKED, 'chromium.br')),
    createBrotliDecompress({ chunkSize: 1 << 21 }),
    createWriteStream(target),
  );
  await chmod(target, 0o700);
}

/** NSS and expat, for systems without them (a bare container). */
async function unpackLibraries(folder: string): Promise<void> {
  const archive = brotliDecompressSync(await readFile(join(PACKED, 'al2023.tar.br')));
  await mkdir(join(folder, 'lib'));
  for (const { name, content } of filesOfTar(archive)) {
    await writeFile(join(folder, 'lib', name.replace(/^.*\//, '')), content);
  }
}

/** Plain files of an uncompressed tar: 512-byte headers, name at 0, octal size at 124. */
function filesOfTar(tar: Buffer): { name: string; content: Buffer }[] {
  const files: { name: string; content: Buffer }[] = [];
  let offset = 0;
  while (offset + 512 <= tar.length) {
    const name = tar.toString('utf8', offset, offset + 100).replace(/\0.*$/s, '');
    if (!name) break;
    const size = Number.parseInt(tar.toString('utf8', offset + 124, offset + 136), 8);
    const isFile = tar[offset + 156] === 0x30 || tar[offset + 156] === 0;
    if (isFile) files.push({ name, content: tar.subarray(offset + 512, offset + 512 + size) });
    offset += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
