/** Streams that hash what flows through them: into the store under a size limit, out of it under a promise. */
import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { problem } from '../../http/problem.ts';
import type { BlobInfo } from './blob-store.ts';

/** Passes bytes on and knows their hash and size at the end. @throws Problem `blob.too-large` beyond `limit` */
export function measuring(limit: number): Transform & { measured(): BlobInfo } {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) {
        done(problem('blob.too-large', 413, { values: { limit } }));
        return;
      }
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return Object.assign(stream, { measured: () => ({ sha256: hash.digest('hex'), size }) });
}

/** Passes bytes on and fails with Problem `blob.corrupt` at the end when they are not those of `sha256`. */
export function verifying(sha256: string): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest('hex') === sha256 ? null : problem('blob.corrupt', 500, { values: { sha256 } }));
    },
  });
}
