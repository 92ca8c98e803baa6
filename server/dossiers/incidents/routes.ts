import { z } from 'zod';
import { askerOf } from '../../access/asker.ts';
import { dossierResource } from '../../contract/dossiers.ts';
import {
  heldDossiers,
  heldQuery,
  incidentDetails,
  retryIncident as retryBody,
} from '../../contract/incidents.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { present } from '../read-dossier.ts';
import { viewerOf } from '../viewer-of.ts';
import { listIncidents, readIncidents } from './list-incidents.ts';
import { retryIncident } from './retry-incident.ts';

const tag = 'Hồ sơ';
const params = z.object({ code: z.string().max(100) });

/** Processes that are held at a place, for whoever keeps them running. */
export function incidentRoutes(runtime: Runtime): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/incidents',
      summary: 'Hồ sơ có quy trình đang vướng, vướng lâu nhất trước',
      tag,
      auth: 'session',
      ability: ['operate', 'Process'],
      query: heldQuery,
      response: heldDossiers,
      handler: (context) => listIncidents(runtime, { query: context.query, viewer: context }),
    }),
    endpoint({
      method: 'get',
      path: '/dossiers/:code/incidents',
      summary: 'Chỗ vướng của quy trình hồ sơ, kèm dữ liệu mà chỗ đó dùng',
      tag,
      auth: 'session',
      ability: ['operate', 'Process'],
      params,
      response: incidentDetails,
      handler: (context) =>
        readIncidents(runtime, { code: context.params.code, viewer: viewerOf(runtime, context) }),
    }),
    endpoint({
      method: 'post',
      path: '/dossiers/:code/incidents/retry',
      summary: 'Sửa dữ liệu của quy trình và chạy lại chỗ vướng, có lý do',
      tag,
      auth: 'session',
      ability: ['operate', 'Process'],
      params,
      body: retryBody,
      response: dossierResource,
      handler: async (context) => {
        const { dossier } = await retryIncident(runtime, {
          code: context.params.code,
          body: context.body,
          asker: askerOf(context),
        });
        return present(runtime, dossier, viewerOf(runtime, context));
      },
    }),
  ];
}
