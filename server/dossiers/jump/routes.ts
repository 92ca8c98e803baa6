import { z } from 'zod';
import { askerOf } from '../../access/asker.ts';
import { dossierResource } from '../../contract/dossiers.ts';
import {
  jumpDossier as jumpBody,
  jumpChoices,
  jumpPreview,
  previewJump as previewBody,
} from '../../contract/jump.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { present } from '../read-dossier.ts';
import { viewerOf } from '../viewer-of.ts';
import { jumpDossier } from './jump-dossier.ts';
import { previewJump, readJumpChoices } from './preview-jump.ts';

const tag = 'Hồ sơ';
const params = z.object({ code: z.string().max(100) });

/** Moving a dossier to another step, told in advance; for whoever keeps processes running. */
export const jumpRoutes = (runtime: Runtime): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/dossiers/:code/jump',
    summary: 'Hồ sơ đang ở đâu, có thể chuyển đến bước nào của quy trình',
    tag,
    auth: 'session',
    ability: ['operate', 'Process'],
    params,
    response: jumpChoices,
    handler: (context) => {
      const { params: asked, language } = context;
      return readJumpChoices(runtime, { code: asked.code, asker: askerOf(context), language });
    },
  }),
  endpoint({
    method: 'post',
    path: '/dossiers/:code/jump-preview',
    summary: 'Xem trước: chuyển bước sẽ hủy những gì, mở những gì',
    tag,
    auth: 'session',
    ability: ['operate', 'Process'],
    params,
    body: previewBody,
    response: jumpPreview,
    handler: (context) => {
      const { params: asked, language, body } = context;
      return previewJump(runtime, { code: asked.code, asker: askerOf(context), language, jump: body });
    },
  }),
  endpoint({
    method: 'post',
    path: '/dossiers/:code/jump',
    summary: 'Chuyển hồ sơ đến bước khác của quy trình, có lý do',
    tag,
    auth: 'session',
    ability: ['operate', 'Process'],
    params,
    body: jumpBody,
    response: dossierResource,
    handler: async (context) => {
      const { params: asked, body } = context;
      const { dossier } = await jumpDossier(runtime, { code: asked.code, body, asker: askerOf(context) });
      return present(runtime, dossier, viewerOf(runtime, context));
    },
  }),
];
