import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ArchiveEntry, readArchive, writeArchive } from '../../server/store/backup/archive.ts';
import { PIECE_BYTES, TAG_BYTES } from '../../server/store/backup/sealed-format.ts';

const PASSPHRASE = 'mật khẩu sao lưu';
/** Seconds of key derivation are for real passphrases. */
const SEAL = { passphrase: PASSPHRASE, cost: 10 };
const SEALED_PIECE = PIECE_BYTES + TAG_BYTES;

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'motcua-sealed-'));
});
afterAll(() => rm(home, { recursive: true }));

let files = 0;
const freshFile = () => {
  files += 1;
  return join(home, `b${files}`);
};

async function* entriesOf(contents: Buffer[]): AsyncIterable<ArchiveEntry> {
  for (const [index, content] of contents.entries())
    yield { name: `n${index}`, size: content.length, content: () => Readable.from([content]) };
}

async function write(contents: Buffer[], seal = SEAL): Promise<string> {
  const file = freshFile();
  await writeArchive(file, { entries: entriesOf(contents), seal });
  return file;
}

async function read(file: string, passphrase?: string): Promise<Buffer[]> {
  const contents: Buffer[] = [];
  for await (const { content } of readArchive(file, passphrase)) contents.push(await buffer(content()));
  return contents;
}

/** The file's bytes changed, as another file. */
async function changed(file: string, change: (bytes: Buffer) => Buffer): Promise<string> {
  const other = freshFile();
  await writeFile(other, change(await readFile(file)));
  return other;
}

/** What a difference is told by; comparing large buffers byte by byte takes the runner seconds. */
const hashes = (contents: Buffer[]): string[] =>
  contents.map((content) => createHash('sha256').update(content).digest('hex'));

const whole = (): Buffer[] => [Buffer.alloc(3 * PIECE_BYTES, 'hồ sơ'), Buffer.from('giấy tiếp nhận')];
/** Where the first piece begins: after three lines. */
const headLength = (bytes: Buffer): number => {
  const second = bytes.indexOf('\n', bytes.indexOf('\n') + 1);
  return bytes.indexOf('\n', second + 1) + 1;
};

describe('a sealed backup', () => {
  it('gives back what was put in, whatever its size', async () => {
    const sizes = fc.oneof(
      fc.nat(200),
      fc.integer({ min: PIECE_BYTES - 200, max: PIECE_BYTES + 200 }),
      fc.integer({ min: 2 * PIECE_BYTES - 200, max: 2 * PIECE_BYTES + 200 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(sizes, { maxLength: 4 }), async (lengths) => {
        const contents = lengths.map((length, index) => Buffer.alloc(length, index + 1));
        expect(hashes(await read(await write(contents), PASSPHRASE))).toEqual(hashes(contents));
      }),
      { numRuns: 25 },
    );
  });

  it('shows nothing of its content, and is another file each time', async () => {
    const [one, other] = [await readFile(await write(whole())), await readFile(await write(whole()))];

    expect(one.includes('giấy tiếp nhận')).toBe(false);
    expect(one.equals(other)).toBe(false);
    expect(one.toString('latin1').startsWith('motcua-backup-sealed 1\n')).toBe(true);
  });

  it('opens by its passphrase alone', async () => {
    const file = await write(whole());

    await expect(read(file, 'mật khẩu khác')).rejects.toMatchObject({ code: 'backup.passphrase-wrong' });
    await expect(read(file)).rejects.toMatchObject({ code: 'backup.passphrase-missing' });
    expect(hashes(await read(file, PASSPHRASE.normalize('NFD')))).toEqual(hashes(whole()));
  });

  it('is read without a passphrase when it was written without', async () => {
    const file = freshFile();
    await writeArchive(file, { entries: entriesOf(whole()) });

    expect(hashes(await read(file, PASSPHRASE))).toEqual(hashes(whole()));
  });

  it('is refused before the first entry when any one byte is another', async () => {
    const file = await write([Buffer.alloc(PIECE_BYTES + 50, 'a')]);
    const { length } = await readFile(file);

    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.nat(length - 1), fc.nat(200)),
        fc.integer({ min: 1, max: 255 }),
        async (at, bits) => {
          const other = await changed(file, (bytes) => {
            bytes[at]! ^= bits;
            return bytes;
          });
          await expect(readArchive(other, PASSPHRASE)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
            code: expect.stringMatching(/^backup\.(damaged|passphrase-wrong)$/),
          });
          await rm(other);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is refused when it ends early, wherever it is cut', async () => {
    const file = await write([Buffer.alloc(2 * PIECE_BYTES, 'a')]);
    const { length } = await readFile(file);
    const head = headLength(await readFile(file));
    const ends = fc.oneof(fc.nat(length - 1), fc.constantFrom(head, head + SEALED_PIECE));

    await fc.assert(
      fc.asyncProperty(ends, async (end) => {
        const other = await changed(file, (bytes) => bytes.subarray(0, end));
        await expect(read(other, PASSPHRASE)).rejects.toMatchObject({ code: 'backup.damaged' });
        await rm(other);
      }),
      { numRuns: 40 },
    );
  });

  it.each<[string, (pieces: Buffer[]) => Buffer[]]>([
    ['swapped', ([first, second, ...rest]) => [second!, first!, ...rest]],
    ['left out', ([first, , ...rest]) => [first!, ...rest]],
    ['repeated', ([first, ...rest]) => [first!, first!, ...rest]],
    ['added at the end', (pieces) => [...pieces, pieces[0]!]],
  ])('is refused when a piece is %s', async (_name, rearrange) => {
    const other = await changed(await write(whole()), (bytes) => {
      const head = headLength(bytes);
      const pieces: Buffer[] = [];
      for (let at = head; at < bytes.length; at += SEALED_PIECE)
        pieces.push(bytes.subarray(at, at + SEALED_PIECE));
      return Buffer.concat([bytes.subarray(0, head), ...rearrange(pieces)]);
    });

    await expect(read(other, PASSPHRASE)).rejects.toMatchObject({ code: 'backup.damaged' });
  });

  it('is refused when its head asks for more memory than any of ours', async () => {
    const other = await changed(await write(whole()), (bytes) =>
      Buffer.from(bytes.toString('latin1').replace('"cost":10', '"cost":40'), 'latin1'),
    );

    await expect(read(other, PASSPHRASE)).rejects.toMatchObject({ code: 'backup.damaged' });
  });

  it('is not left half-written when its content breaks off', async () => {
    const file = freshFile();
    const broken: AsyncIterable<ArchiveEntry> = {
      async *[Symbol.asyncIterator]() {
        yield* entriesOf(whole());
        throw new Error('the blob store went away');
      },
    };

    await expect(writeArchive(file, { entries: broken, seal: SEAL })).rejects.toThrow('went away');

    expect((await readdir(home)).filter((name) => join(home, name).startsWith(file))).toEqual([]);
  });
});
