/** Reads a sealed backup at any place: each piece is opened by itself and believed only when its tag fits. */
import { createDecipheriv, timingSafeEqual } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { problem } from '../../http/problem.ts';
import type { ArchiveSource } from './archive-source.ts';
import {
  CIPHER,
  COSTS,
  headMac,
  nonceOf,
  PIECE_BYTES,
  type SealingKeys,
  sealingKeys,
  TAG_BYTES,
} from './sealed-format.ts';

const derivation = z.strictObject({
  kdf: z.literal('scrypt'),
  cost: z.number().int().min(COSTS.least).max(COSTS.most),
  salt: z.base64().min(16).max(64),
});

const LONGEST_HEAD = 1024;
const SEALED_PIECE_BYTES = PIECE_BYTES + TAG_BYTES;

/** @throws Problem `backup.passphrase-wrong`, `backup.damaged` */
export async function openSealed({
  file,
  handle,
  passphrase,
}: {
  file: string;
  handle: FileHandle;
  passphrase: string;
}): Promise<ArchiveSource> {
  const damaged = (finding: string) => problem('backup.damaged', 422, { values: { file, finding } });
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEAD), 0, LONGEST_HEAD, 0);
  const [first, second, mac] = buffer.toString('latin1', 0, bytesRead).split('\n');
  const described = derivation.safeParse(jsonOf(second ?? ''));
  if (!described.success || mac?.length !== 64) throw damaged('scrypt');
  const head = `${first}\n${second}\n`;
  const keys = await sealingKeys(passphrase, described.data);
  if (!timingSafeEqual(Buffer.from(headMac(head, keys)), Buffer.from(mac, 'latin1')))
    throw problem('backup.passphrase-wrong', 422, { values: { file } });

  const start = head.length + mac.length + 1;
  const { size: fileSize } = await handle.stat();
  const count = Math.ceil((fileSize - start) / SEALED_PIECE_BYTES);
  const size = fileSize - start - count * TAG_BYTES;
  const readPiece = async (number: number): Promise<Buffer> => {
    const place = start + number * SEALED_PIECE_BYTES;
    const length = Math.min(SEALED_PIECE_BYTES, fileSize - place);
    const { buffer: piece, bytesRead: read } = await handle.read(Buffer.alloc(length), 0, length, place);
    const opened = read === length && openPiece(piece, { number, isLast: number === count - 1, head, keys });
    if (!opened) throw damaged(`AES-GCM ${number}`);
    return opened;
  };
  return {
    size,
    bytes: async function* (from, to) {
      for (let position = from; position < to; ) {
        const number = Math.floor(position / PIECE_BYTES);
        const offset = number * PIECE_BYTES;
        const piece = (await readPiece(number)).subarray(position - offset, to - offset);
        yield piece;
        position += piece.length;
      }
    },
    close: () => handle.close(),
  };
}

/** Null when the tag does not fit. */
function openPiece(
  piece: Buffer,
  { number, isLast, head, keys }: { number: number; isLast: boolean; head: string; keys: SealingKeys },
): Buffer | null {
  if (piece.length < TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, keys.content, nonceOf(number, isLast), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(head)).setAuthTag(piece.subarray(piece.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
