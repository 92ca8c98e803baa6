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

/**
 * Passes bytes on and fails with Problem `blob.corrupt` when they are not those of `sha256`. The last of them wait
 * for the verdict, so that nobody who counts bytes takes damaged ones for the whole.
 */
export function verifying(sha256: string): Transform {
  const hash = createHash('sha256');
  let last: Buffer | undefined;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      const before = last;
      last = chunk;
      done(null, before);
    },
    flush(done) {
      if (hash.digest('hex') === sha256) done(null, last);
      else done(problem('blob.corrupt', 500, { values: { sha256 } }));
    },
  });
}
