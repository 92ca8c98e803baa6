/**
 * A backup sealed with a passphrase: a first line, a line of JSON that says how the keys come from the passphrase, a
 * line with the HMAC of both, then pieces. Each piece is AES-256-GCM under a nonce that carries its number and whether
 * it is the last, with the head as additional data: none can be changed, moved, left out or cut off unnoticed.
 */
import { createHmac, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

export const SEALED_FIRST_LINE = 'motcua-backup-sealed 1\n';
/** bytes of content in every piece but the last, which may hold fewer */
export const PIECE_BYTES = 64 * 1024;
/** bytes that GCM adds to a piece */
export const TAG_BYTES = 16;
export const CIPHER = 'aes-256-gcm';

/** The head's second line. */
export interface KeyDerivation {
  kdf: 'scrypt';
  /** scrypt's N as a power of two */
  cost: number;
  /** random for each file, so that no two have a key in common; base64 */
  salt: string;
}

export interface SealingKeys {
  /** of the pieces */
  content: Buffer;
  /** of the head, by which a wrong passphrase is told from a damaged file */
  head: Buffer;
}

/** What a reader accepts: a forged head must not take all memory (N of 2^20 takes 1 GB). */
export const COSTS = { least: 10, most: 20 } as const;
/** 128 MB and about half a second. */
export const DEFAULT_COST = 17;
const BLOCK_SIZE = 8;
const KEY_BYTES = 32;

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

export async function sealingKeys(passphrase: string, { cost, salt }: KeyDerivation): Promise<SealingKeys> {
  const N = 2 ** cost;
  // Typed by hand elsewhere, the same letters may come composed differently.
  const both = await derive(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 2 * KEY_BYTES, {
    N,
    r: BLOCK_SIZE,
    p: 1,
    maxmem: 256 * N * BLOCK_SIZE,
  });
  return { content: both.subarray(0, KEY_BYTES), head: both.subarray(KEY_BYTES) };
}

/** The head's third line, without its end. */
export const headMac = (head: string, { head: key }: SealingKeys): string =>
  createHmac('sha256', key).update(head).digest('hex');

/** 11 bytes of number, one that says whether it is the last. */
export function nonceOf(piece: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(piece), 3);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
