import { z } from 'zod';
import { askerOf } from '../../access/asker.ts';
import {
  createFormVersion,
  formResource,
  formUses as formUsesShape,
  formVerdict,
  formVersionResource,
  validateForm as validateFormBody,
  versionedQuery,
} from '../../contract/catalogue.ts';
import { page } from '../../contract/common.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { allVersions, versionsOf } from '../find-version.ts';
import { formUses } from '../form-uses.ts';
import { matchesTitle } from '../matches-title.ts';
import type { Catalogue } from '../open-catalogue.ts';
import { pageOfList } from '../page-of-list.ts';
import { presentForm, presentFormVersion } from '../present-version.ts';
import { draftVersion, findVersion, publishVersion } from '../publish-version.ts';
import { retireForm } from '../retire-form.ts';
import { refuseFailingExamples, refuseUnusableForm, validateForm } from '../validate-form.ts';

const byKey = z.object({ key: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/) });
const byVersion = byKey.extend({ version: z.coerce.number().int().positive() });

export const formRoutes = (catalogue: Catalogue): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/forms',
    summary: 'Danh sách biểu mẫu điện tử',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Form'],
    query: versionedQuery,
    response: page(formResource),
    handler: async ({ actor, query }) => {
      const forms = [...(await allVersions(catalogue.forms))].map(([key, versions]) =>
        presentForm(key, versions, actor),
      );
      return pageOfList(forms.filter(matchesTitle(query.q)), query);
    },
  }),
  endpoint({
    method: 'get',
    path: '/forms/:key',
    summary: 'Một biểu mẫu: bản đang dùng và các phiên bản',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Form'],
    params: byKey,
    response: formResource,
    handler: async ({ actor, params }) =>
      presentForm(params.key, await versionsOf(catalogue.forms, params.key), actor),
  }),
  endpoint({
    method: 'get',
    path: '/forms/:key/versions/:version',
    summary: 'Một phiên bản biểu mẫu',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Form'],
    params: byVersion,
    response: formVersionResource,
    handler: async ({ params }) =>
      presentFormVersion(await findVersion(catalogue.forms, { kind: 'form', ...params })),
  }),
  endpoint({
    method: 'post',
    path: '/forms/:key/versions',
    summary: 'Tạo phiên bản dự thảo; chỗ không dùng được được chỉ rõ',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['create', 'Form'],
    params: byKey,
    body: createFormVersion,
    response: formVersionResource,
    status: 201,
    handler: async (context) => {
      const { params, body } = context;
      const { basedOn, ...documents } = body;
      refuseUnusableForm(catalogue, documents);
      const title = typeof body.schema['title'] === 'string' ? body.schema['title'] : params.key;
      const drafted = await draftVersion(catalogue, {
        kind: 'form',
        collection: catalogue.forms,
        key: params.key,
        content: { ...documents, title },
        basedOn,
        by: askerOf(context),
      });
      return presentFormVersion(drafted);
    },
  }),
  endpoint({
    method: 'post',
    path: '/forms/:key/versions/:version/publish',
    summary: 'Ban hành một phiên bản đạt mọi dữ liệu kiểm thử đã giữ; bản trước thôi dùng',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['publish', 'Form'],
    params: byVersion,
    response: formVersionResource,
    handler: async (context) => {
      await refuseFailingExamples(catalogue, context.params, context.language);
      const published = await publishVersion(catalogue, {
        kind: 'form',
        collection: catalogue.forms,
        ...context.params,
        by: askerOf(context),
      });
      return presentFormVersion(published);
    },
  }),
  endpoint({
    method: 'post',
    path: '/forms/:key/versions/:version/retire',
    summary: 'Ngừng áp dụng phiên bản đang dùng, khi không thủ tục hay quy trình nào cần đến',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['publish', 'Form'],
    params: byVersion,
    response: formVersionResource,
    handler: async (context) =>
      presentFormVersion(await retireForm(catalogue, { ...context.params, by: askerOf(context) })),
  }),
  endpoint({
    method: 'get',
    path: '/forms/:key/uses',
    summary: 'Thủ tục, bước, văn bản và điều kiện dùng biểu mẫu và từng trường của nó',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    params: byKey,
    response: formUsesShape,
    handler: async ({ params }) => formUses(catalogue, params.key),
  }),
  endpoint({
    method: 'post',
    path: '/forms/:key/validate',
    summary: 'Kiểm tra dữ liệu theo biểu mẫu, bản đang dùng nếu không nêu phiên bản',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Form'],
    params: byKey,
    body: validateFormBody,
    response: formVerdict,
    handler: async ({ params, body, language }) =>
      validateForm(catalogue, { key: params.key, version: body.version, data: body.data, language }),
  }),
];
