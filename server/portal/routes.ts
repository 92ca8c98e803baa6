import { z } from 'zod';
import { anonymous } from '../access/actor.ts';
import { listProcedures } from '../catalogue/list-procedures.ts';
import type { Catalogue } from '../catalogue/open-catalogue.ts';
import { presentProcedure } from '../catalogue/present-procedure.ts';
import { procedureResource } from '../contract/catalogue.ts';
import { page, pageQuery } from '../contract/common.ts';
import { checkedPaper, publicDossier, publishedApology, rating } from '../contract/portal.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { checkPaper } from './check-paper.ts';
import { lookUp } from './look-up.ts';
import { publishedApologies } from './published-apologies.ts';
import { rateDossier } from './rate-dossier.ts';

const tag = 'Cổng công khai';
const params = z.object({ code: z.string().max(100) });
const search = z.object({ q: z.string().max(200).optional(), limit: z.coerce.number().optional() });
const publicProcedure = procedureResource.omit({ samples: true, abilities: true });

/** No session needed: the catalogue, the look-up by code, the rating. */
export function portalRoutes({ runtime, catalogue }: { runtime: Runtime; catalogue: Catalogue }): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/public/procedures',
      summary: 'Thủ tục hành chính đang tiếp nhận',
      tag,
      auth: 'public',
      query: search,
      response: page(publicProcedure),
      handler: async ({ query }) => {
        const found = await listProcedures(catalogue, { q: query.q });
        const shown = await Promise.all(found.map((each) => presentProcedure(catalogue, each, anonymous)));
        const items = shown
          .filter(({ activeVersion }) => activeVersion !== undefined)
          .map(({ samples: _samples, abilities: _abilities, ...procedure }) => procedure);
        return { items, total: items.length };
      },
    }),
    endpoint({
      method: 'get',
      path: '/public/dossiers/:code',
      summary: 'Tra cứu tình trạng hồ sơ theo mã số',
      tag,
      auth: 'public',
      params,
      response: publicDossier,
      handler: ({ params: { code }, language }) => lookUp(runtime, { code, language }),
    }),
    endpoint({
      method: 'get',
      path: '/public/dossiers/:code/documents/:id',
      summary: 'Kiểm tra một giấy tờ: thật, đã bị thay thế, đã thu hồi hay không có',
      tag,
      auth: 'public',
      params: params.extend({ id: z.string().max(100) }),
      response: checkedPaper,
      handler: ({ params: { code, id }, language }) => checkPaper(runtime, { code, id, language }),
    }),
    endpoint({
      method: 'get',
      path: '/public/apologies',
      summary: 'Các phiếu xin lỗi và hẹn lại ngày trả kết quả đã ban hành',
      tag,
      auth: 'public',
      query: pageQuery,
      response: page(publishedApology),
      handler: ({ query }) => publishedApologies(runtime, query),
    }),
    endpoint({
      method: 'post',
      path: '/public/dossiers/:code/rating',
      summary: 'Đánh giá sau khi nhận kết quả, mỗi mã hồ sơ một lần',
      tag,
      auth: 'public',
      params,
      body: rating,
      response: z.object({ rated: z.literal(true) }),
      status: 201,
      handler: async ({ params: { code }, body }) => {
        await rateDossier(runtime, { code, ...body });
        return { rated: true as const };
      },
    }),
  ];
}
