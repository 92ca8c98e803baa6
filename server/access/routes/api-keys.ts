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
    summary: 'Keys of programs, newest first, without their secrets',
    tag: 'access',
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
    summary: 'Make a key; the answer shows it this once',
    tag: 'access',
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
    summary: 'Change a key’s name, roles or requests a minute',
    tag: 'access',
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
    summary: 'Take a key back',
    tag: 'access',
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
