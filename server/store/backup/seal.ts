/** Seals a backup's bytes as they flow; the form is in sealed-format.ts. */
import { createCipheriv, randomBytes } from 'node:crypto';
import {
  CIPHER,
  DEFAULT_COST,
  headMac,
  type KeyDerivation,
  nonceOf,
  PIECE_BYTES,
  SEALED_FIRST_LINE,
  sealingKeys,
} from './sealed-format.ts';

export interface SealOptions {
  passphrase: string;
  /** scrypt's N as a power of two; 17 when absent */
  cost?: number;
}

export async function* sealed(
  content: AsyncIterable<Buffer>,
  { passphrase, cost = DEFAULT_COST }: SealOptions,
): AsyncIterable<Buffer> {
  const derivation: KeyDerivation = { kdf: 'scrypt', cost, salt: randomBytes(16).toString('base64') };
  const keys = await sealingKeys(passphrase, derivation);
  const head = `${SEALED_FIRST_LINE}${JSON.stringify(derivation)}\n`;
  yield Buffer.from(`${head}${headMac(head, keys)}\n`);
  let number = 0;
  for await (const { bytes, isLast } of pieces(content)) {
    const cipher = createCipheriv(CIPHER, keys.content, nonceOf(number, isLast));
    cipher.setAAD(Buffer.from(head));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** One full piece is held back until it is known whether another follows. */
async function* pieces(content: AsyncIterable<Buffer>): AsyncIterable<{ bytes: Buffer; isLast: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of content) {
    waiting.push(chunk);
    length += chunk.length;
    if (length <= PIECE_BYTES) continue;
    let rest = Buffer.concat(waiting, length);
    for (; rest.length > PIECE_BYTES; rest = rest.subarray(PIECE_BYTES))
      yield { bytes: rest.subarray(0, PIECE_BYTES), isLast: false };
    waiting = [rest];
    length = rest.length;
  }
  yield { bytes: Buffer.concat(waiting, length), isLast: true };
}
