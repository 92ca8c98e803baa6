import { z } from 'zod';
import { askerOf } from '../../access/asker.ts';
import { keptTrial, processReadiness as readiness } from '../../contract/catalogue.ts';
import { page } from '../../contract/common.ts';
import { trial } from '../../contract/trial/trial.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { findProcedure, findProcess } from '../find-version.ts';
import type { Catalogue } from '../open-catalogue.ts';
import { processReadiness } from '../process-readiness.ts';
import { dropTrial, keepTrial, trialsOf } from '../process-trials.ts';

const byCode = z.object({ code: z.string().max(40) });

/** Dry runs that were kept as tests, and what a version makes of them. */
export const trialRoutes = (catalogue: Catalogue): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/procedures/:code/trials',
    summary: 'Các bài chạy thử đã lưu của thủ tục',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    params: byCode,
    response: page(keptTrial),
    handler: async ({ params: { code } }) => {
      await findProcedure(catalogue, code);
      const items = await trialsOf(catalogue, code);
      return { items, total: items.length };
    },
  }),
  endpoint({
    method: 'post',
    path: '/procedures/:code/trials',
    summary: 'Lưu một lần chạy thử làm bài kiểm tra của quy trình',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['create', 'Process'],
    params: byCode,
    body: trial,
    response: keptTrial,
    status: 201,
    handler: (context) =>
      keepTrial(catalogue, { procedure: context.params.code, trial: context.body, by: askerOf(context) }),
  }),
  endpoint({
    method: 'delete',
    path: '/procedures/:code/trials/:id',
    summary: 'Bỏ một bài chạy thử đã lưu',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['create', 'Process'],
    params: byCode.extend({ id: z.string().max(60) }),
    response: z.void(),
    status: 204,
    handler: (context) => {
      const { code, id } = context.params;
      return dropTrial(catalogue, { procedure: code, id, by: askerOf(context) });
    },
  }),
  endpoint({
    method: 'get',
    path: '/procedures/:code/processes/:version/readiness',
    summary: 'Trước khi ban hành: kết quả kiểm tra, khác biệt với bảng bước, các bài chạy thử, đối chiếu',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    params: byCode.extend({ version: z.coerce.number().int().positive() }),
    response: readiness,
    handler: async ({ params }) => processReadiness(catalogue, (await findProcess(catalogue, params)).doc),
  }),
];
