import { z } from 'zod';
import { askerOf } from '../../access/asker.ts';
import {
  createProcessComment,
  createProcessVersion,
  processComment,
  processDiff,
  settleProcessComment,
} from '../../contract/catalogue.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { diffProcesses } from '../diff-processes.ts';
import { findProcess } from '../find-version.ts';
import type { Catalogue } from '../open-catalogue.ts';
import { addComment, settleComment } from '../process-comments.ts';

const byVersion = z.object({ code: z.string().max(40), version: z.coerce.number().int().positive() });

/** Working on one version together: remarks, and what another editor has saved meanwhile. */
export const commentRoutes = (catalogue: Catalogue): Endpoint[] => [
  endpoint({
    method: 'post',
    path: '/procedures/:code/processes/:version/comments',
    summary: 'Góp ý cho phiên bản hoặc một phần tử của sơ đồ',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    params: byVersion,
    body: createProcessComment,
    response: processComment,
    status: 201,
    handler: (context) => addComment(catalogue, { ...context.params, ...context.body, by: askerOf(context) }),
  }),
  endpoint({
    method: 'put',
    path: '/procedures/:code/processes/:version/comments/:id',
    summary: 'Đánh dấu góp ý đã xử lý, hoặc mở lại',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['update', 'Process'],
    params: byVersion.extend({ id: z.string().max(60) }),
    body: settleProcessComment,
    response: processComment,
    handler: (context) =>
      settleComment(catalogue, { ...context.params, ...context.body, by: askerOf(context) }),
  }),
  endpoint({
    method: 'post',
    path: '/procedures/:code/processes/:version/diff',
    summary: 'Một bản vẽ chưa lưu khác bản đã lưu ở những chỗ nào',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    params: byVersion,
    body: createProcessVersion.pick({ xml: true }),
    response: processDiff,
    handler: async ({ params, body, language }) => {
      const { doc } = await findProcess(catalogue, params);
      const changes = await diffProcesses(doc.xml, body.xml, language);
      return { from: params.version, to: params.version, changes };
    },
  }),
];
