import { z } from 'zod';
import { askerOf } from '../../access/asker.ts';
import {
  createTemplateVersion,
  previewTemplate as previewTemplateBody,
  templateData,
  templateDataQuery,
  templateResource,
  templateVersionResource,
  versionedQuery,
} from '../../contract/catalogue.ts';
import { page } from '../../contract/common.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { allVersions, versionsOf } from '../find-version.ts';
import { matchesTitle } from '../matches-title.ts';
import type { Catalogue } from '../open-catalogue.ts';
import { pageOfList } from '../page-of-list.ts';
import { presentTemplate, presentTemplateVersion } from '../present-version.ts';
import { previewTemplate, refuseUnsuppliedNames, refuseUnusableTemplate } from '../preview-template.ts';
import { draftVersion, findVersion, publishVersion } from '../publish-version.ts';
import { templateData as templateDataOf } from '../template-data.ts';

const byKey = z.object({ key: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/) });
const byVersion = byKey.extend({ version: z.coerce.number().int().positive() });

export const templateRoutes = (catalogue: Catalogue): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/templates',
    summary: 'Danh sách mẫu văn bản',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Template'],
    query: versionedQuery,
    response: page(templateResource),
    handler: async ({ actor, query }) => {
      const templates = [...(await allVersions(catalogue.templates))].map(([key, versions]) =>
        presentTemplate(key, versions, actor),
      );
      return pageOfList(templates.filter(matchesTitle(query.q)), query);
    },
  }),
  endpoint({
    method: 'get',
    path: '/templates/:key',
    summary: 'Một mẫu văn bản: bản đang dùng và các phiên bản',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Template'],
    params: byKey,
    response: templateResource,
    handler: async ({ actor, params }) =>
      presentTemplate(params.key, await versionsOf(catalogue.templates, params.key), actor),
  }),
  endpoint({
    method: 'get',
    path: '/templates/:key/versions/:version',
    summary: 'Một phiên bản mẫu văn bản',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Template'],
    params: byVersion,
    response: templateVersionResource,
    handler: async ({ params }) =>
      presentTemplateVersion(await findVersion(catalogue.templates, { kind: 'template', ...params })),
  }),
  endpoint({
    method: 'post',
    path: '/templates/:key/versions',
    summary: 'Tạo phiên bản dự thảo; lỗi được chỉ rõ dòng và cột',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['create', 'Template'],
    params: byKey,
    body: createTemplateVersion,
    response: templateVersionResource,
    status: 201,
    handler: async (context) => {
      const { params, body } = context;
      refuseUnusableTemplate(body.source);
      const before = await versionsOf(catalogue.templates, params.key);
      const drafted = await draftVersion(catalogue, {
        kind: 'template',
        collection: catalogue.templates,
        key: params.key,
        content: {
          source: body.source,
          page: body.page,
          ...(body.decision && { decision: body.decision }),
          title: body.title ?? before[0]?.doc.title ?? params.key,
        },
        by: askerOf(context),
      });
      return presentTemplateVersion(drafted);
    },
  }),
  endpoint({
    method: 'post',
    path: '/templates/:key/versions/:version/publish',
    summary:
      'Ban hành một phiên bản; bản trước thôi dùng; tên dữ liệu không có nguồn được chỉ rõ dòng và cột',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['publish', 'Template'],
    params: byVersion,
    response: templateVersionResource,
    handler: async (context) => {
      const { key, version } = context.params;
      const { doc } = await findVersion(catalogue.templates, { kind: 'template', key, version });
      await refuseUnsuppliedNames(catalogue, doc);
      return presentTemplateVersion(
        await publishVersion(catalogue, {
          kind: 'template',
          collection: catalogue.templates,
          ...context.params,
          by: askerOf(context),
        }),
      );
    },
  }),
  endpoint({
    method: 'get',
    path: '/templates/:key/data',
    summary: 'Trường biểu mẫu mà mẫu văn bản được dùng, theo thủ tục ban hành văn bản đó',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Template'],
    params: byKey,
    query: templateDataQuery,
    response: templateData,
    handler: ({ params, query }) => templateDataOf(catalogue, { ...params, ...query }),
  }),
  endpoint({
    method: 'post',
    path: '/templates/:key/preview',
    summary: 'Xem thử phiên bản mới nhất với dữ liệu: HTML, hoặc PDF khi Accept yêu cầu',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Template'],
    params: byKey,
    body: previewTemplateBody,
    response: z.unknown(),
    produces: ['text/html', 'application/pdf'],
    handler: ({ params, body, header }) =>
      previewTemplate(catalogue, { key: params.key, ...body, accept: header('accept') }),
  }),
];
