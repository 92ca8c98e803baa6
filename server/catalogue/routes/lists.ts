import { z } from 'zod';
import { page } from '../../contract/common.ts';
import { listItem, listQuery, listSummary } from '../../contract/lists.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { problem } from '../../http/problem.ts';
import type { Catalogue } from '../open-catalogue.ts';

export const listRoutes = ({ lists }: Pick<Catalogue, 'lists'>): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/lists',
    summary: 'Các danh mục dùng chung mà biểu mẫu được chọn giá trị',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Form'],
    response: page(listSummary),
    handler: async () => ({ items: lists.summaries() }),
  }),
  endpoint({
    method: 'get',
    path: '/lists/:name',
    summary: 'Các giá trị của một danh mục, trong một giá trị của danh mục trên nếu có nêu',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Form'],
    params: z.object({ name: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/) }),
    query: listQuery,
    response: page(listItem),
    handler: async ({ params: { name }, query: { within } }) => {
      const items = lists.items(name, within);
      if (!items) throw problem('list.not-found', 404, { values: { name } });
      return { items: [...items] };
    },
  }),
];
