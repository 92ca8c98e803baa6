import { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { page, pageQuery } from '../contract/common.ts';
import {
  createDraft,
  type DocumentAction,
  type DocumentResource,
  documentBodies,
  documentList,
  documentResource,
  documentToSign,
} from '../contract/documents.ts';
import { documentsOf, findDossier } from '../dossiers/read-dossier.ts';
import { Answer, type Endpoint, endpoint } from '../http/endpoint.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { readWhole } from '../store/blobs/blob-store.ts';
import { actOnDocument, findDocument } from './act-on-document.ts';
import { ACTION_NAMES } from './action-names.ts';
import { draftableKinds, draftPaper } from './draft-paper.ts';
import { listToSign } from './list-to-sign.ts';
import { paperHtml } from './papers.ts';
import { type Printing, printPaper } from './print-document.ts';
import type { DocumentRecord } from './records.ts';
import { viewDocument } from './view-document.ts';
import { paperAsWord } from './word/paper-as-word.ts';

const tag = 'Giấy tờ';
const params = z.object({ code: z.string().max(100) });
const one = params.extend({ id: z.string().max(100) });

/** Papers of a dossier: the list, the page, the PDF, and their life from draft to sent. */
export function documentRoutes(runtime: Runtime, printing: Printing): Endpoint[] {
  const find = async (place: z.infer<typeof one>, actor: Actor): Promise<DocumentRecord> => {
    await findDossier(runtime, place.code, actor);
    return (await findDocument(runtime, place)).doc;
  };
  const show = async (place: z.infer<typeof one>, actor: Actor): Promise<DocumentResource> => {
    const { doc: dossier } = await findDossier(runtime, place.code, actor);
    const { doc: paper } = await findDocument(runtime, place);
    return viewDocument(paper, { actor, dossier });
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
      response: documentList,
      handler: async ({ params: { code }, actor, language }) => {
        const { doc: dossier } = await findDossier(runtime, code, actor);
        const papers = await documentsOf(runtime, code);
        const items = papers.map((paper) => viewDocument(paper, { actor, dossier }));
        const draftable = draftableKinds({ actor, dossier }, language);
        return { items, total: items.length, draftable };
      },
    }),
    endpoint({
      method: 'post',
      path: '/dossiers/:code/documents',
      summary: 'Soạn dự thảo một giấy tờ để trình ký',
      tag,
      auth: 'session',
      ability: ['operate', 'Document'],
      params,
      body: createDraft,
      response: documentResource,
      status: 201,
      handler: async (context) => {
        const { code } = context.params;
        const id = await draftPaper(runtime, { code, body: context.body, asker: context });
        return new Answer(201, await show({ code, id }, context.actor));
      },
    }),
    endpoint({
      method: 'get',
      path: '/documents/to-sign',
      summary: 'Các giấy tờ đang chờ lãnh đạo ký',
      tag,
      auth: 'session',
      ability: ['sign', 'Document'],
      query: pageQuery,
      response: page(documentToSign),
      handler: ({ query, actor }) => listToSign(runtime, { actor, ...query }),
    }),
    ...(Object.keys(documentBodies) as DocumentAction[]).map((action) =>
      endpoint({
        method: 'post',
        path: `/dossiers/:code/documents/:id/${action}`,
        summary: `Giấy tờ: ${ACTION_NAMES[action].vi}`,
        tag,
        auth: 'session',
        ability: [action === 'sign' || action === 'send-back' ? 'sign' : 'operate', 'Document'],
        params: one,
        body: documentBodies[action],
        response: documentResource,
        handler: async (context) => {
          const { params: place, actor, language } = context;
          const id = await actOnDocument(runtime, {
            place,
            action,
            body: context.body as never,
            asker: context,
            language,
          });
          return show({ code: place.code, id }, actor);
        },
      }),
    ),
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
    endpoint({
      method: 'get',
      path: '/dossiers/:code/documents/:id.docx',
      summary: 'Bản Word của một giấy tờ, để sửa tiếp bên ngoài',
      tag,
      auth: 'session',
      ability: ['operate', 'Document'],
      params: one,
      response: z.unknown(),
      produces: [WORD],
      handler: async ({ params: place, actor }) => {
        const paper = await find(place, actor);
        return new Answer(200, await paperAsWord(runtime, printing.render, paper), {
          'content-type': WORD,
          'content-disposition': `attachment; filename="${place.code}-${paper.name}.docx"`,
        });
      },
    }),
  ];
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The stored print; while the job has not got to it, the paper is printed for this reader. */
async function pdfOf(runtime: Runtime, printing: Printing, paper: DocumentRecord): Promise<Uint8Array> {
  const stored = paper.sha256 && (await readWhole(runtime.blobs, paper.sha256));
  return stored || printPaper(runtime, printing, paper);
}
