/** Attachments over HTTP: up, and down again for who may see them. */
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { askerOf } from '../access/asker.ts';
import { type Asker, auditWrite } from '../access/audit.ts';
import { isoNow } from '../clock.ts';
import { beginUpload as beginUploadBody, blobResource, pieceAnswer } from '../contract/integration.ts';
import { Answer, type Endpoint, endpoint } from '../http/endpoint.ts';
import { problem } from '../http/problem.ts';
import { DuplicateKey, StoreConflict } from '../store/store.ts';
import type { BlobParts } from './blob-parts.ts';
import { beginUpload, finishUpload, readUpload, takePiece } from './piecewise-upload.ts';
import { receiveUpload, type Upload } from './receive-upload.ts';
import { uploadSpec } from './records.ts';

const byUpload = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) });
const bySha256 = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export const blobRoutes = (parts: BlobParts): Endpoint[] => [
  endpoint({
    method: 'post',
    path: '/blobs',
    summary: 'Tải lên một tệp đính kèm, tối đa 20 MB',
    tag: 'Tệp đính kèm',
    auth: 'session',
    ability: ['create', 'Blob'],
    consumes: 'multipart/form-data',
    response: blobResource,
    status: 201,
    handler: async (context) => {
      const upload = await receiveUpload(context.raw.request, parts.blobs);
      await remember(parts, upload, askerOf(context));
      const { sha256, name, mediaType, size } = upload;
      return { sha256, name, mediaType, size };
    },
  }),
  endpoint({
    method: 'post',
    path: '/uploads',
    summary: 'Bắt đầu tải lên một tệp theo từng phần, để nối tiếp được khi mất kết nối',
    tag: 'Tệp đính kèm',
    auth: 'session',
    ability: ['create', 'Blob'],
    body: beginUploadBody,
    response: pieceAnswer,
    status: 201,
    handler: ({ body, actor }) => beginUpload(parts, { ...body, owner: actor.id }),
  }),
  endpoint({
    method: 'get',
    path: '/uploads/:id',
    summary: 'Một tệp đang tải lên đã nhận đến đâu',
    tag: 'Tệp đính kèm',
    auth: 'session',
    ability: ['create', 'Blob'],
    params: byUpload,
    response: pieceAnswer,
    handler: ({ params: { id }, actor }) => readUpload(parts, { id, owner: actor.id }),
  }),
  endpoint({
    method: 'put',
    path: '/uploads/:id/pieces/:from',
    summary: 'Một phần của tệp, bắt đầu từ byte đã nêu, tối đa 1 MB',
    tag: 'Tệp đính kèm',
    auth: 'session',
    ability: ['create', 'Blob'],
    params: byUpload.extend({ from: z.coerce.number().int().nonnegative() }),
    consumes: 'application/octet-stream',
    response: pieceAnswer,
    handler: ({ params: { id, from }, actor, raw }) =>
      takePiece(parts, { id, from, owner: actor.id, body: raw.request }),
  }),
  endpoint({
    method: 'post',
    path: '/uploads/:id/finish',
    summary: 'Ghép các phần thành tệp đính kèm',
    tag: 'Tệp đính kèm',
    auth: 'session',
    ability: ['create', 'Blob'],
    params: byUpload,
    response: blobResource,
    status: 201,
    handler: async (context) => {
      const whose = { id: context.params.id, owner: context.actor.id };
      const upload = await finishUpload(parts, whose);
      await remember(parts, upload, askerOf(context));
      const { sha256, name, mediaType, size } = upload;
      return { sha256, name, mediaType, size };
    },
  }),
  endpoint({
    method: 'get',
    path: '/blobs/:sha256',
    summary: 'Tải về một tệp đính kèm',
    tag: 'Tệp đính kèm',
    auth: 'session',
    ability: ['read', 'Blob'],
    params: bySha256,
    query: z.object({ name: z.string().max(255).optional() }),
    response: z.unknown(),
    produces: ['application/octet-stream'],
    handler: ({ params, query, actor }) =>
      download(parts, { sha256: params.sha256, name: query.name, actor }),
  }),
];

/** The same bytes again are one blob, with one more owner. */
async function remember(parts: BlobParts, upload: Upload, by: Asker): Promise<void> {
  const { store, clock } = parts;
  const { sha256: id, name, mediaType, size } = upload;
  const at = isoNow(clock);
  const found = await store.collection(uploadSpec).get(id);
  if (found?.doc.owners.includes(by.actor.id)) return;
  const doc = found
    ? { ...found.doc, owners: [...found.doc.owners, by.actor.id] }
    : { name, mediaType, size, owners: [by.actor.id], at };
  try {
    await store.commit([
      found
        ? { op: 'replace', collection: uploadSpec.name, id, version: found.version, doc }
        : { op: 'insert', collection: uploadSpec.name, id, doc },
      ...auditWrite({ at, ...by, what: 'blob.create', subject: id, detail: `${mediaType} ${size}` }),
    ]);
  } catch (fault) {
    if (!(fault instanceof StoreConflict || fault instanceof DuplicateKey)) throw fault;
    // Somebody uploaded the same bytes at this moment: stand beside him.
    await remember(parts, upload, by);
  }
}

async function download(
  { store, blobs }: BlobParts,
  { sha256, name, actor }: { sha256: string; name: string | undefined; actor: Actor },
): Promise<Answer> {
  const found = await store.collection(uploadSpec).get(sha256);
  if (!found || !maySee(actor, found.doc.owners)) {
    throw problem('blob.not-found', 404, { values: { sha256 } });
  }
  const content: Readable = await blobs.get(sha256);
  return new Answer(200, content, {
    'content-type': found.doc.mediaType,
    'content-length': String(found.doc.size),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name ?? found.doc.name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
}

/** Staff see the papers of dossiers they handle; a citizen his own alone. */
const maySee = (actor: Actor, owners: string[]): boolean =>
  actor.kind !== 'citizen' || owners.includes(actor.id);
