/**
 * A file sent in pieces, so that a cut line costs one piece and not the file: the upload is begun, each piece names
 * the place it continues from, and the last one makes the file an attachment like any other. Pieces wait in the store
 * beside what they belong to, so that any process takes the next one, and are forgotten after a day.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { isoNow } from '../clock.ts';
import type { PieceAnswer } from '../contract/integration.ts';
import { problem } from '../http/problem.ts';
import type { Stored, Write } from '../store/store.ts';
import type { BlobParts } from './blob-parts.ts';
import { ALLOWED_EXTENSIONS, isAllowedName } from './file-kinds.ts';
import { keepFile, UPLOAD_LIMIT, type Upload } from './receive-upload.ts';
import { type BegunUpload, begunUploadSpec, pieceId, uploadPieceSpec } from './records.ts';

/** Bytes of one piece at most; the browser sends half of it. */
const PIECE_LIMIT = 1024 * 1024;
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

interface Whose {
  id: string;
  owner: string;
}

/** @throws Problem 413 too large; 422 empty; 415 a forbidden name */
export async function beginUpload(
  parts: BlobParts,
  { name, size, owner }: { name: string; size: number; owner: string },
): Promise<PieceAnswer> {
  if (size > UPLOAD_LIMIT) {
    throw problem('blob.too-large', 413, { values: { limit: `${UPLOAD_LIMIT / 1024 / 1024} MB` } });
  }
  if (!isAllowedName(name)) {
    throw problem('blob.type-forbidden', 415, { values: { name, allowed: ALLOWED_EXTENSIONS } });
  }
  await forgetOld(parts);
  const id = randomBytes(16).toString('hex');
  const doc: BegunUpload = { name, size, owner, at: isoNow(parts.clock), received: 0, pieces: 0 };
  await parts.store.commit([{ op: 'insert', collection: begunUploadSpec.name, id, doc }]);
  return { id, received: 0, size };
}

/** How far an upload has come. @throws Problem 404, also for somebody else's */
export async function readUpload(parts: BlobParts, whose: Whose): Promise<PieceAnswer> {
  const { doc } = await find(parts, whose);
  return { id: whose.id, received: doc.received, size: doc.size };
}

/**
 * Takes the piece that begins at `from`. A piece that came before, or too early, changes nothing: the answer says
 * where to go on.
 * @throws Problem 404; 413 a piece, or all together, too large
 */
export async function takePiece(
  parts: BlobParts,
  { from, body, ...whose }: Whose & { from: number; body: IncomingMessage },
): Promise<PieceAnswer> {
  const bytes = await readPiece(body);
  const { doc, version } = await find(parts, whose);
  const { id } = whose;
  if (from !== doc.received || bytes.length === 0) return { id, received: doc.received, size: doc.size };
  if (doc.received + bytes.length > doc.size) {
    throw problem('blob.too-large', 413, { values: { limit: `${doc.size} byte` } });
  }
  const received = doc.received + bytes.length;
  await parts.store.commit([
    {
      op: 'insert',
      collection: uploadPieceSpec.name,
      id: pieceId(id, doc.pieces),
      doc: { bytes: bytes.toString('base64') },
    },
    {
      op: 'replace',
      collection: begunUploadSpec.name,
      id,
      version,
      doc: { ...doc, received, pieces: doc.pieces + 1 },
    },
  ]);
  return { id, received, size: doc.size };
}

/**
 * Makes the file of its pieces.
 * @throws Problem 404; 409 pieces are missing; 415, 422 as for a file sent at once, and the pieces are forgotten then
 */
export async function finishUpload(parts: BlobParts, whose: Whose): Promise<Upload> {
  const { doc } = await find(parts, whose);
  if (doc.received !== doc.size) {
    throw problem('blob.unfinished', 409, { values: { received: doc.received, size: doc.size } });
  }
  const { pieces } = collections(parts);
  async function* bytesOf() {
    for (let index = 0; index < doc.pieces; index += 1) {
      const piece = await pieces.get(pieceId(whose.id, index));
      yield Buffer.from(piece?.doc.bytes ?? '', 'base64');
    }
  }
  try {
    return await keepFile(Readable.from(bytesOf()), { name: doc.name, blobs: parts.blobs });
  } finally {
    await parts.store.commit(forgetting(whose.id, doc));
  }
}

/** Both are declared before anything is written to either. */
const collections = ({ store }: BlobParts) => ({
  begun: store.collection(begunUploadSpec),
  pieces: store.collection(uploadPieceSpec),
});

async function find(parts: BlobParts, { id, owner }: Whose): Promise<Stored<BegunUpload>> {
  const found = await collections(parts).begun.get(id);
  if (found?.doc.owner !== owner) throw problem('blob.upload-not-found', 404);
  return found;
}

async function readPiece(body: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > PIECE_LIMIT) throw problem('blob.too-large', 413, { values: { limit: '1 MB' } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const forgetting = (id: string, { pieces }: BegunUpload): Write[] => [
  { op: 'delete', collection: begunUploadSpec.name, id },
  ...Array.from(
    { length: pieces },
    (_, index): Write => ({ op: 'delete', collection: uploadPieceSpec.name, id: pieceId(id, index) }),
  ),
];

/** What nobody went on with. */
async function forgetOld(parts: BlobParts): Promise<void> {
  const { store, clock } = parts;
  const before = new Date(Date.parse(isoNow(clock)) - FORGOTTEN_AFTER_MS).toISOString();
  const { items } = await collections(parts).begun.find({ where: { at: { lt: before } }, limit: 20 });
  const writes = items.flatMap(({ id, doc }) => forgetting(id, doc));
  if (writes.length > 0) await store.commit(writes);
}
