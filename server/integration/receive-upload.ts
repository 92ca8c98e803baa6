/** Takes one file of a multipart request straight into the blob store. */
import type { IncomingMessage } from 'node:http';
import { type Readable, Transform } from 'node:stream';
import busboy from 'busboy';
import { problem } from '../http/problem.ts';
import type { BlobInfo, BlobStore } from '../store/blobs/blob-store.ts';
import { ALLOWED_EXTENSIONS, mediaTypeOf, SNIFFED_BYTES } from './file-kinds.ts';

/** R045's scans fit; larger sets are split by paper. */
export const UPLOAD_LIMIT = 20 * 1024 * 1024;

export interface Upload extends BlobInfo {
  name: string;
  mediaType: string;
}

/**
 * Reads nothing into memory beyond the first bytes; what is refused is not kept.
 * @throws Problem 415 not multipart; 422 no file, or an empty one; 413 too large; 415 a forbidden type
 */
export async function receiveUpload(request: IncomingMessage, blobs: BlobStore): Promise<Upload> {
  if (!request.headers['content-type']?.startsWith('multipart/form-data')) {
    throw problem('request.unsupported-media-type', 415, { values: { expected: 'multipart/form-data' } });
  }
  return new Promise((resolve, reject) => {
    const parser = busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 20, fieldSize: 1024 },
    });
    let receiving: Promise<Upload> | undefined;
    const fail = (fault: unknown) => {
      request.unpipe(parser);
      // The rest of the body is read and dropped, so that the answer reaches a client that still sends.
      request.resume();
      reject(fault instanceof Error ? fault : new Error(String(fault)));
    };
    parser.on('file', (_field, content, { filename }) => {
      receiving = keepFile(content, { name: filename ?? '', blobs });
      receiving.catch(fail);
    });
    parser.on('error', () => fail(problem('blob.malformed-upload', 400)));
    parser.on('close', () => {
      if (receiving) receiving.then(resolve, reject);
      else fail(problem('blob.missing', 422, { errors: [{ pointer: '/file', code: 'blob.missing' }] }));
    });
    request.once('aborted', () => fail(problem('blob.malformed-upload', 400)));
    request.pipe(parser);
  });
}

/** Checks name, size and content as the bytes flow into the blob store. @throws Problem as {@link receiveUpload} */
export async function keepFile(
  content: Readable,
  { name, blobs }: { name: string; blobs: BlobStore },
): Promise<Upload> {
  const checked = checking(name);
  content.on('error', (fault) => checked.stream.destroy(fault));
  content.pipe(checked.stream);
  try {
    const info = await blobs.put(checked.stream);
    return { ...info, name, mediaType: checked.mediaType() };
  } finally {
    content.unpipe(checked.stream);
    content.resume();
  }
}

/** Lets bytes through once their beginning shows an allowed type, up to the limit. */
function checking(name: string): { stream: Transform; mediaType(): string } {
  let beginning: Buffer | undefined = Buffer.alloc(0);
  let size = 0;
  let mediaType = '';
  const admit = async (bytes: Buffer): Promise<Buffer> => {
    if (bytes.length === 0)
      throw problem('blob.empty', 422, { errors: [{ pointer: '/file', code: 'blob.empty' }] });
    const found = await mediaTypeOf(name, bytes);
    if (!found) throw problem('blob.type-forbidden', 415, { values: { name, allowed: ALLOWED_EXTENSIONS } });
    mediaType = found;
    return bytes;
  };
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > UPLOAD_LIMIT) {
        return done(
          problem('blob.too-large', 413, { values: { limit: `${UPLOAD_LIMIT / 1024 / 1024} MB` } }),
        );
      }
      if (!beginning) return done(null, chunk);
      beginning = Buffer.concat([beginning, chunk]);
      if (beginning.length < SNIFFED_BYTES) return done();
      const seen = beginning;
      beginning = undefined;
      admit(seen).then((bytes) => done(null, bytes), done);
    },
    flush(done) {
      if (!beginning) return done();
      admit(beginning).then((bytes) => done(null, bytes), done);
    },
  });
  return { stream, mediaType: () => mediaType };
}
