import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { batchResource, orderBatch as orderBody } from '../../contract/batches.ts';
import { Answer, type Endpoint, endpoint } from '../../http/endpoint.ts';
import { problem } from '../../http/problem.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Stored } from '../../store/store.ts';
import { orderBatch } from './order-batch.ts';
import { type BatchRecord, batchSpec } from './records.ts';
import { viewBatch } from './view-batch.ts';

const tag = 'Giấy tờ';
const params = z.object({ id: z.string().max(100) });

/** Many papers in one PDF: ordered, watched, fetched. */
export function batchRoutes(runtime: Runtime): Endpoint[] {
  const find = async (id: string, actor: Actor): Promise<Stored<BatchRecord>> => {
    const found = await runtime.store.collection(batchSpec).get(id);
    if (found?.doc.owner !== actor.id || !found) throw problem('batch.not-found', 404);
    return found;
  };
  return [
    endpoint({
      method: 'post',
      path: '/print-batches',
      summary: 'In nhiều giấy tờ vào một tệp PDF',
      tag,
      auth: 'session',
      ability: ['operate', 'Document'],
      body: orderBody,
      response: batchResource,
      status: 202,
      handler: async ({ body, actor }) => new Answer(202, await orderBatch(runtime, { order: body, actor })),
    }),
    endpoint({
      method: 'get',
      path: '/print-batches/:id',
      summary: 'Tiến độ in hàng loạt',
      tag,
      auth: 'session',
      ability: ['operate', 'Document'],
      params,
      response: batchResource,
      handler: async ({ params: { id }, actor }) => viewBatch(await find(id, actor)),
    }),
    endpoint({
      method: 'get',
      path: '/print-batches/:id.pdf',
      summary: 'Tệp PDF của một lần in hàng loạt',
      tag,
      auth: 'session',
      ability: ['operate', 'Document'],
      params,
      response: z.unknown(),
      produces: ['application/pdf'],
      handler: async ({ params: { id }, actor }) => {
        const { doc } = await find(id, actor);
        if (!doc.sha256) throw problem('batch.not-ready', 409);
        return new Answer(200, await runtime.blobs.get(doc.sha256), {
          'content-type': 'application/pdf',
          'content-disposition': 'inline; filename="in-hang-loat.pdf"',
        });
      },
    }),
  ];
}
