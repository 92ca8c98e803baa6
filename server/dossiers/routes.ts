import { z } from 'zod';
import { page } from '../contract/common.ts';
import {
  askEarlierAnswers,
  createDossier,
  dossierDiagram,
  dossierQuery,
  dossierResource,
  dossierRow,
  duplicatesQuestion,
  earlierAnswers,
  historyEvent,
  operateMany as manyBody,
  manyOperated,
  type Operation,
  operationBodies,
  timeSpent,
} from '../contract/dossiers.ts';
import { Answer, type Endpoint, endpoint } from '../http/endpoint.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { readDiagram } from './diagram.ts';
import { readEarlierAnswers } from './earlier-answers.ts';
import { findDuplicates } from './find-duplicates.ts';
import { takeIn } from './intake.ts';
import { listDossiers } from './list-dossiers.ts';
import { OPERATION_NAMES } from './operation-names.ts';
import { operate } from './operations/operate.ts';
import { operateMany } from './operations/operate-many.ts';
import { present, readDossier } from './read-dossier.ts';
import { readHistory } from './read-history.ts';
import { readTimeByUnit } from './time-by-unit.ts';
import { viewDossier } from './view-dossier.ts';
import { viewerOf } from './viewer-of.ts';

const params = z.object({ code: z.string().max(100) });
const tag = 'Hồ sơ';

/** Intake, reading, and everything a dossier can be told. */
export function dossierRoutes(runtime: Runtime): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/dossiers',
      summary: 'Nộp hồ sơ: tại quầy, trực tuyến hoặc qua bưu chính',
      tag,
      auth: 'session',
      ability: ['create', 'Dossier'],
      body: createDossier,
      response: dossierResource,
      status: 201,
      handler: async (context) => {
        const key = context.header('idempotency-key');
        const answer = await takeIn(runtime, {
          body: context.body,
          asker: context,
          language: context.language,
          ...(key && { key }),
          present: (dossier, documents, turnContext) =>
            viewDossier(dossier, { documents, context: turnContext, viewer: viewerOf(runtime, context) }),
        });
        return new Answer(201, answer, { location: `/api/v1/dossiers/${codeOf(answer)}` });
      },
    }),
    endpoint({
      method: 'get',
      path: '/dossiers',
      summary: 'Tìm hồ sơ',
      tag,
      auth: 'session',
      ability: ['read', 'Dossier'],
      query: dossierQuery,
      response: page(dossierRow),
      handler: ({ query, actor, language }) => listDossiers(runtime, { search: query, actor, language }),
    }),
    endpoint({
      method: 'get',
      path: '/dossiers/:code',
      summary: 'Một hồ sơ: dữ liệu, giấy tờ, thời hạn, công việc đang mở, việc có thể làm',
      tag,
      auth: 'session',
      ability: ['read', 'Dossier'],
      params,
      response: dossierResource,
      handler: (context) => readDossier(runtime, context.params.code, viewerOf(runtime, context)),
    }),
    endpoint({
      method: 'post',
      path: '/forms/:key/earlier-answers',
      summary: 'Nội dung đã khai trong các hồ sơ trước của cùng một người, theo biểu mẫu',
      tag,
      auth: 'session',
      ability: ['create', 'Dossier'],
      params: z.object({ key: z.string().max(100) }),
      body: askEarlierAnswers,
      response: earlierAnswers,
      handler: ({ params: { key }, body, actor }) =>
        readEarlierAnswers(runtime, { key, person: body, actor }),
    }),
    endpoint({
      method: 'get',
      path: '/dossiers/:code/history',
      summary: 'Toàn bộ diễn biến của hồ sơ, theo thứ tự',
      tag,
      auth: 'session',
      ability: ['read', 'Dossier'],
      params,
      response: page(historyEvent),
      handler: ({ params: { code }, actor, language }) => readHistory(runtime, { code, actor, language }),
    }),
    endpoint({
      method: 'get',
      path: '/dossiers/:code/time',
      summary: 'Thời gian làm việc tại từng cơ quan, tính đến nay',
      tag,
      auth: 'session',
      ability: ['operate', 'Task'],
      params,
      response: timeSpent,
      handler: ({ params: { code }, actor }) => readTimeByUnit(runtime, { code, actor }),
    }),
    endpoint({
      method: 'post',
      path: '/dossiers/operate',
      summary: 'Thực hiện cùng một thao tác trên nhiều hồ sơ, có kết quả từng hồ sơ',
      tag,
      auth: 'session',
      ability: ['operate', 'Task'],
      body: manyBody,
      response: manyOperated,
      handler: (context) =>
        operateMany(runtime, { order: context.body, asker: context, language: context.language }),
    }),
    endpoint({
      method: 'post',
      path: '/dossiers/duplicates',
      summary: 'Hồ sơ có thể trùng: cùng thủ tục, cùng người nộp, đang giải quyết hoặc vừa kết thúc',
      tag,
      auth: 'session',
      ability: ['operate', 'Task'],
      body: duplicatesQuestion,
      response: page(dossierRow),
      handler: async ({ body, actor, language }) => ({
        items: await findDuplicates(runtime, { question: body, actor, language }),
      }),
    }),
    endpoint({
      method: 'get',
      path: '/dossiers/:code/diagram',
      summary: 'Sơ đồ quy trình và vị trí của hồ sơ',
      tag,
      auth: 'session',
      ability: ['read', 'Dossier'],
      params,
      response: dossierDiagram,
      handler: ({ params: { code }, actor }) => readDiagram(runtime, { code, actor }),
    }),
    ...(Object.keys(operationBodies) as Operation[]).map((operation) =>
      endpoint({
        method: 'post',
        path: `/dossiers/:code/${operation}`,
        summary: OPERATION_NAMES[operation].vi,
        tag,
        auth: 'session',
        ability: ['operate', 'Dossier'],
        params,
        body: operationBodies[operation],
        response: dossierResource,
        handler: async (context) => {
          const { dossier } = await operate(runtime, {
            code: context.params.code,
            operation,
            body: context.body as never,
            asker: context,
            language: context.language,
          });
          return present(runtime, dossier, viewerOf(runtime, context));
        },
      }),
    ),
  ];
}

const codeOf = (answer: unknown): string => encodeURIComponent((answer as { code: string }).code);
