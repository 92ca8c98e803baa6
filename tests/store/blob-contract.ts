/** What every blob store keeps. */
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type BlobStore, readWhole } from '../../server/store/blobs/blob-store.ts';

export interface BlobsUnderTest {
  /** limited to 1 MiB */
  blobs: BlobStore;
  /** Changes the stored bytes behind the store's back. */
  damage(sha256: string): Promise<void>;
  dispose(): Promise<void>;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function blobContract(name: string, open: () => Promise<BlobsUnderTest>): void {
  describe(name, () => {
    let under: BlobsUnderTest;
    let blobs: BlobStore;
    beforeEach(async () => {
      under = await open();
      blobs = under.blobs;
    });
    afterEach(() => under.dispose());

    const listed = async () => {
      const all = [];
      for await (const info of blobs.list()) all.push(info);
      return all;
    };

    it.each([
      ['nothing', Buffer.alloc(0)],
      ['text', Buffer.from('Giấy tiếp nhận hồ sơ')],
      ['many chunks', randomBytes(700_000)],
    ])('gives back what was put: %s', async (_name, bytes) => {
      const info = await blobs.put(Readable.from(bytes.length > 0 ? chunks(bytes) : []));
      expect(info).toEqual({ sha256: sha256Of(bytes), size: bytes.length });
      expect(bytes.equals(await buffer(await blobs.get(info.sha256)))).toBe(true);
      expect(await blobs.stat(info.sha256)).toEqual(info);
    });

    it('takes bytes at hand as it takes a stream', async () => {
      const { sha256 } = await blobs.put(new Uint8Array([1, 2, 3]));
      expect(await readWhole(blobs, sha256)).toEqual(Buffer.from([1, 2, 3]));
    });

    it('keeps the same bytes once, however many put them at the same time', async () => {
      const puts = await Promise.all(Array.from({ length: 10 }, () => blobs.put(Buffer.from('một'))));
      expect(new Set(puts.map(({ sha256 }) => sha256)).size).toBe(1);
      expect(await listed()).toEqual([puts[0]]);
    });

    it('refuses what is too large, and keeps nothing of it', async () => {
      const refusal = { name: 'Problem', code: 'blob.too-large', status: 413 };
      await expect(blobs.put(Readable.from(chunks(randomBytes(1_048_577))))).rejects.toMatchObject(refusal);
      await expect(blobs.put(Buffer.alloc(1_048_577))).rejects.toMatchObject(refusal);
      expect(await listed()).toEqual([]);
    });

    it('keeps nothing of a stream that breaks', async () => {
      const breaking = Readable.from(
        (async function* () {
          yield Buffer.from('half');
          throw new Error('connection lost');
        })(),
      );
      await expect(blobs.put(breaking)).rejects.toThrow('connection lost');
      expect(await listed()).toEqual([]);
    });

    it.each([
      ['unknown', 'a'.repeat(64)],
      ['not a hash', '../../etc/passwd'],
    ])('has none that is %s', async (_name, sha256) => {
      expect(await blobs.has(sha256)).toBe(false);
      expect(await blobs.stat(sha256)).toBeNull();
      expect(await readWhole(blobs, sha256)).toBeNull();
      await expect(blobs.get(sha256)).rejects.toMatchObject({ code: 'blob.not-found', status: 404 });
      await expect(blobs.delete(sha256)).resolves.toBeUndefined();
    });

    it('fails the reader of a blob whose bytes changed', async () => {
      const { sha256 } = await blobs.put(randomBytes(300_000));
      await under.damage(sha256);
      await expect(buffer(await blobs.get(sha256))).rejects.toMatchObject({ code: 'blob.corrupt' });
    });

    it('lists all and forgets what is deleted', async () => {
      const first = await blobs.put(Buffer.from('một'));
      const second = await blobs.put(Buffer.from('hai'));
      expect((await listed()).map(({ sha256 }) => sha256).sort()).toEqual(
        [first.sha256, second.sha256].sort(),
      );
      await blobs.delete(first.sha256);
      expect(await listed()).toEqual([second]);
      expect(await blobs.has(first.sha256)).toBe(false);
    });
  });
}

function chunks(bytes: Buffer): Buffer[] {
  const size = 65_536;
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
    bytes.subarray(n * size, (n + 1) * size),
  );
}
