import { z } from 'zod';
import { apiKeyResource, createApiKey as createApiKeyBody, patchApiKey } from '../../contract/access.ts';
import { page, pageQuery } from '../../contract/common.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { createApiKey, deleteApiKey, presentApiKey, updateApiKey } from '../api-keys.ts';
import { askerOf } from '../asker.ts';
import type { Access } from '../open-access.ts';

const byId = z.object({ id: z.string().max(60) });

export const apiKeyRoutes = (access: Access): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/api-keys',
    summary: 'Khóa truy cập của các chương trình, mới nhất trước, không kèm bí mật',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['manage', 'ApiKey'],
    query: pageQuery,
    response: page(apiKeyResource),
    handler: async ({ query: { limit, cursor } }) => {
      const { items, next } = await access.apiKeys.find({
        sort: [{ field: 'createdAt', direction: 'desc' }],
        limit,
        ...(cursor ? { cursor } : {}),
      });
      return { items: items.map(presentApiKey), ...(next ? { next } : {}) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api-keys',
    summary: 'Tạo khóa truy cập; khóa chỉ hiện một lần trong câu trả lời',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['manage', 'ApiKey'],
    body: createApiKeyBody,
    response: apiKeyResource,
    status: 201,
    handler: async (context) => createApiKey(access, { settings: context.body, by: askerOf(context) }),
  }),
  endpoint({
    method: 'patch',
    path: '/api-keys/:id',
    summary: 'Sửa tên, vai trò hoặc số yêu cầu mỗi phút của khóa',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['manage', 'ApiKey'],
    params: byId,
    body: patchApiKey,
    response: apiKeyResource,
    handler: async (context) =>
      updateApiKey(access, { id: context.params.id, changes: context.body, by: askerOf(context) }),
  }),
  endpoint({
    method: 'delete',
    path: '/api-keys/:id',
    summary: 'Thu hồi khóa truy cập',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['manage', 'ApiKey'],
    params: byId,
    response: z.undefined(),
    status: 204,
    handler: async (context) => {
      await deleteApiKey(access, { id: context.params.id, by: askerOf(context) });
      return undefined;
    },
  }),
];
