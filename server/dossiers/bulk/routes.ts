/** Undertakings on many dossiers over HTTP: look, approve, follow. */
import { z } from 'zod';
import { askerOf } from '../../access/asker.ts';
import {
  approveBulk,
  bulkRow,
  bulkRowQuery,
  bulkRun,
  bulkRunQuery,
  startMigration,
  startRecount,
} from '../../contract/bulk.ts';
import { page } from '../../contract/common.ts';
import { Answer, type Endpoint, endpoint } from '../../http/endpoint.ts';
import { problem } from '../../http/problem.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { targetOf } from '../migration/migrate-dossier.ts';
import type { BulkKinds } from './bulk-kind.ts';
import { approveRun, cancelRun } from './decide-run.ts';
import type { BulkOrder } from './records.ts';
import { startRun } from './start-run.ts';
import { findRun, listRows, listRuns, viewRun } from './view-run.ts';

const params = z.object({ id: z.uuid() });
const tag = 'Xử lý hàng loạt';

export function bulkRoutes(runtime: Runtime, kinds: BulkKinds): Endpoint[] {
  const started = async (order: BulkOrder, asker: ReturnType<typeof askerOf>) => {
    const run = await startRun(runtime, { order, asker });
    return new Answer(201, await viewRun(runtime, run), { location: `/api/v1/bulk-runs/${run.id}` });
  };
  return [
    endpoint({
      method: 'post',
      path: '/calendar/recounts',
      summary: 'Xem trước việc tính lại hạn của hồ sơ đang giải quyết khi lịch làm việc đã thay đổi',
      tag: 'Lịch làm việc',
      auth: 'session',
      ability: ['update', 'Calendar'],
      body: startRecount,
      response: bulkRun,
      status: 201,
      handler: async (context) => {
        const { unit } = context.body;
        if (unit && !(await runtime.organisation.unit(unit))) {
          throw problem('dossier.unknown-unit', 422, {
            errors: [{ pointer: '/unit', code: 'dossier.unknown-unit' }],
          });
        }
        return started({ kind: 'recount', ...(unit && { unit }) }, askerOf(context));
      },
    }),
    endpoint({
      method: 'post',
      path: '/procedures/:code/processes/:version/migrations',
      summary: 'Xem trước việc chuyển mọi hồ sơ đang giải quyết sang phiên bản này',
      tag: 'Danh mục',
      auth: 'session',
      ability: ['publish', 'Process'],
      params: z.object({ code: z.string().max(40), version: z.coerce.number().int().positive() }),
      body: startMigration,
      response: bulkRun,
      status: 201,
      handler: async (context) => {
        const { code: procedure, version } = context.params;
        await targetOf(runtime, procedure, version);
        const { mapping } = context.body;
        return started({ kind: 'migration', procedure, version, mapping }, askerOf(context));
      },
    }),
    endpoint({
      method: 'get',
      path: '/bulk-runs',
      summary: 'Các đợt xử lý hàng loạt, mới nhất trước',
      tag,
      auth: 'session',
      ability: ['read', 'Report'],
      query: bulkRunQuery,
      response: page(bulkRun),
      handler: ({ query, actor }) => listRuns(runtime, query, { kinds, actor }),
    }),
    endpoint({
      method: 'get',
      path: '/bulk-runs/:id',
      summary: 'Một đợt xử lý hàng loạt và tiến độ',
      tag,
      auth: 'session',
      ability: ['read', 'Report'],
      params,
      response: bulkRun,
      handler: async ({ params: { id }, actor }) =>
        viewRun(runtime, await findRun(runtime, id, { kinds, actor })),
    }),
    endpoint({
      method: 'get',
      path: '/bulk-runs/:id/rows',
      summary: 'Các hồ sơ của một đợt: thay đổi gì, vì sao, đã làm chưa',
      tag,
      auth: 'session',
      ability: ['read', 'Report'],
      params,
      query: bulkRowQuery,
      response: page(bulkRow),
      handler: async ({ params: { id }, query, actor, language }) =>
        listRows(runtime, await findRun(runtime, id, { kinds, actor }), { ...query, language }),
    }),
    endpoint({
      method: 'post',
      path: '/bulk-runs/:id/approve',
      summary: 'Phê duyệt: thực hiện trên từng hồ sơ đã xem trước',
      tag,
      auth: 'session',
      ability: ['read', 'Report'],
      params,
      body: approveBulk,
      response: bulkRun,
      handler: async (context) => {
        const run = await findRun(runtime, context.params.id, { kinds, actor: context.actor });
        return viewRun(runtime, await approveRun(runtime, run, { asker: askerOf(context), ...context.body }));
      },
    }),
    endpoint({
      method: 'post',
      path: '/bulk-runs/:id/cancel',
      summary: 'Dừng đợt xử lý; hồ sơ đã làm giữ nguyên kết quả',
      tag,
      auth: 'session',
      ability: ['read', 'Report'],
      params,
      body: z.object({}),
      response: bulkRun,
      handler: async (context) => {
        const run = await findRun(runtime, context.params.id, { kinds, actor: context.actor });
        return viewRun(runtime, await cancelRun(runtime, run, askerOf(context)));
      },
    }),
  ];
}
