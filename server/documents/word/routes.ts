import { z } from 'zod';
import { putWordForm, wordFormResource } from '../../contract/word-forms.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { problem } from '../../http/problem.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { keepWordForm, newestWordForm } from './keep-word-form.ts';
import type { WordFormRecord } from './records.ts';

const tag = 'Mẫu văn bản';
const params = z.object({ key: z.string().max(100) });

/** Word forms: kept by those who design templates, filled for whoever fetches a paper as `.docx`. */
export function wordRoutes(runtime: Runtime): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/templates/:key/word',
      summary: 'Tải lên mẫu Word của một loại giấy tờ',
      tag,
      auth: 'session',
      ability: ['create', 'Template'],
      params,
      body: putWordForm,
      response: wordFormResource,
      status: 201,
      handler: async ({ params: { key }, body, actor, ip, requestId }) =>
        view(await keepWordForm(runtime, { key, body, asker: { actor, ip, requestId } })),
    }),
    endpoint({
      method: 'get',
      path: '/templates/:key/word',
      summary: 'Mẫu Word đang dùng của một loại giấy tờ',
      tag,
      auth: 'session',
      ability: ['read', 'Template'],
      params,
      response: wordFormResource,
      handler: async ({ params: { key } }) => {
        const found = await newestWordForm(runtime, key);
        if (!found) throw problem('word-form.not-found', 404, { values: { key } });
        return view(found.doc);
      },
    }),
  ];
}

const view = ({ uploadedBy, ...form }: WordFormRecord) => ({ ...form, uploadedBy: uploadedBy.name });
