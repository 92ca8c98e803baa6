import { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { page } from '../contract/common.ts';
import { documentResource } from '../contract/documents.ts';
import { documentsOf, findDossier } from '../dossiers/read-dossier.ts';
import { Answer, type Endpoint, endpoint } from '../http/endpoint.ts';
import { problem } from '../http/problem.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { readWhole } from '../store/blobs/blob-store.ts';
import { paperHtml } from './papers.ts';
import type { Printing } from './print-document.ts';
import { type DocumentRecord, documentId } from './records.ts';
import { viewDocument } from './view-document.ts';

const tag = 'Giấy tờ';
const params = z.object({ code: z.string().max(100) });
const one = params.extend({ id: z.string().max(100) });

/** Issued papers of a dossier: the list, the page, the PDF. */
export function documentRoutes(runtime: Runtime, printing: Printing): Endpoint[] {
  const find = async (place: z.infer<typeof one>, actor: Actor): Promise<DocumentRecord> => {
    await findDossier(runtime, place.code, actor);
    const found = await runtime.documents.get(documentId(place.code, place.id));
    if (!found) throw problem('document.not-found', 404, { values: { id: place.id } });
    return found.doc;
  };
  return [
    endpoint({
      method: 'get',
      path: '/dossiers/:code/documents',
      summary: 'Các giấy tờ đã ban hành của hồ sơ',
      tag,
      auth: 'session',
      ability: ['read', 'Document'],
      params,
      response: page(documentResource),
      handler: async ({ params: { code }, actor }) => {
        await findDossier(runtime, code, actor);
        const items = (await documentsOf(runtime, code)).map(viewDocument);
        return { items, total: items.length };
      },
    }),
    endpoint({
      method: 'get',
      path: '/dossiers/:code/documents/:id.pdf',
      summary: 'Bản PDF của một giấy tờ',
      tag,
      auth: 'session',
      ability: ['read', 'Document'],
      params: one,
      response: z.unknown(),
      produces: ['application/pdf'],
      handler: async ({ params: place, actor }) => {
        const paper = await find(place, actor);
        const bytes = await pdfOf(runtime, printing, paper);
        return new Answer(200, bytes, {
          'content-type': 'application/pdf',
          'content-disposition': `inline; filename="${place.code}-${paper.name}.pdf"`,
        });
      },
    }),
    endpoint({
      method: 'get',
      path: '/dossiers/:code/documents/:id.html',
      summary: 'Bản HTML của một giấy tờ, có ngay khi ban hành',
      tag,
      auth: 'session',
      ability: ['read', 'Document'],
      params: one,
      response: z.unknown(),
      produces: ['text/html'],
      handler: async ({ params: place, actor }) => {
        const html = await paperHtml(
          { catalogue: runtime.catalogue, render: printing.render },
          await find(place, actor),
        );
        return new Answer(200, html, {
          'content-type': 'text/html; charset=utf-8',
          // The page is a paper: it runs nothing and loads nothing.
          'content-security-policy':
            "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'",
        });
      },
    }),
  ];
}

/** The stored print; while the job has not got to it, the paper is printed for this reader. */
async function pdfOf(
  runtime: Runtime,
  { render, print }: Printing,
  paper: DocumentRecord,
): Promise<Uint8Array> {
  const stored = paper.sha256 && (await readWhole(runtime.blobs, paper.sha256));
  if (stored) return stored;
  const template = await runtime.catalogue.templateVersion(paper.template.key, paper.template.version);
  const html = await paperHtml({ catalogue: runtime.catalogue, render }, paper);
  return print(html, { title: paper.title, page: template!.page });
}
