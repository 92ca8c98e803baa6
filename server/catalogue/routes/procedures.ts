import { z } from 'zod';
import { askerOf } from '../../access/asker.ts';
import {
  procedureQuery,
  procedureResource,
  putProcedure as putProcedureBody,
} from '../../contract/catalogue.ts';
import { page } from '../../contract/common.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { findProcedure } from '../find-version.ts';
import { listProcedures } from '../list-procedures.ts';
import type { Catalogue } from '../open-catalogue.ts';
import { pageOfList } from '../page-of-list.ts';
import { presentProcedure } from '../present-procedure.ts';
import { putProcedure } from '../put-procedure.ts';

const byCode = z.object({ code: z.string().regex(/^[A-Za-z0-9.-]{1,40}$/) });

export const procedureRoutes = (catalogue: Catalogue): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/procedures',
    summary: 'Danh mục thủ tục; q tìm theo từ trong mã, tên, lĩnh vực, có dấu hoặc không dấu',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Procedure'],
    query: procedureQuery,
    response: page(procedureResource),
    handler: async ({ actor, query }) => {
      const { items, ...rest } = pageOfList(await listProcedures(catalogue, query), query);
      return {
        items: await Promise.all(items.map((found) => presentProcedure(catalogue, found, actor))),
        ...rest,
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/procedures/:code',
    summary: 'Một thủ tục: cơ quan, thời hạn, phí, thành phần hồ sơ, biểu mẫu, quy trình đang dùng',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Procedure'],
    params: byCode,
    response: procedureResource,
    handler: async ({ actor, params }) =>
      presentProcedure(catalogue, await findProcedure(catalogue, params.code), actor),
  }),
  endpoint({
    method: 'put',
    path: '/procedures/:code',
    summary: 'Tạo hoặc sửa thủ tục',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['update', 'Procedure'],
    params: byCode,
    body: putProcedureBody,
    response: procedureResource,
    handler: async (context) => {
      const { params, body, actor } = context;
      const saved = await putProcedure(catalogue, {
        code: params.code,
        settings: body,
        by: askerOf(context),
      });
      return presentProcedure(catalogue, saved, actor);
    },
  }),
];
