import { z } from 'zod';
import { processActivity as activity } from '../../contract/catalogue.ts';
import { page } from '../../contract/common.ts';
import { dossierResource } from '../../contract/dossiers.ts';
import {
  migrateMany as manyBody,
  manyMigrated,
  migrateDossier as migrateBody,
  migrationPreview,
  previewMigration as previewBody,
} from '../../contract/migration.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { processActivity } from '../process-activity.ts';
import { present } from '../read-dossier.ts';
import { viewerOf } from '../viewer-of.ts';
import { migrateDossier } from './migrate-dossier.ts';
import { migrateMany } from './migrate-many.ts';
import { previewMigration } from './preview.ts';

const byVersion = z.object({ code: z.string().max(40), version: z.coerce.number().int().positive() });

/** Running dossiers and another version of their process; for who may publish one. */
export const migrationRoutes = (runtime: Runtime): Endpoint[] => [
  endpoint({
    method: 'post',
    path: '/procedures/:code/processes/:version/migration-preview',
    summary: 'Xem trước: hồ sơ đang giải quyết nào chuyển được sang phiên bản này, hệ quả từng hồ sơ',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['publish', 'Process'],
    params: byVersion,
    body: previewBody,
    response: page(migrationPreview),
    handler: ({ params: { code, version }, body, actor }) =>
      previewMigration(runtime, { procedure: code, version, body, actor }),
  }),
  endpoint({
    method: 'post',
    path: '/procedures/:code/processes/:version/migrate',
    summary: 'Chuyển một trang hồ sơ đang giải quyết sang phiên bản này; hồ sơ không chuyển được giữ nguyên',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['publish', 'Process'],
    params: byVersion,
    body: manyBody,
    response: manyMigrated,
    handler: (context) => {
      const { code, version } = context.params;
      return migrateMany(runtime, { procedure: code, version, body: context.body, asker: context });
    },
  }),
  endpoint({
    method: 'get',
    path: '/procedures/:code/processes/:version/activity',
    summary:
      'Hồ sơ theo phiên bản này: đang ở bước nào, bao nhiêu bước quá hạn, mỗi bước làm trung bình bao lâu',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    params: byVersion,
    response: activity,
    handler: ({ params: { code, version }, actor }) =>
      processActivity(runtime, { procedure: code, version, actor }),
  }),
  endpoint({
    method: 'post',
    path: '/dossiers/:code/migrate',
    summary: 'Chuyển hồ sơ đang giải quyết sang phiên bản quy trình khác, có lý do',
    tag: 'Hồ sơ',
    auth: 'session',
    ability: ['publish', 'Process'],
    params: z.object({ code: z.string().max(100) }),
    body: migrateBody,
    response: dossierResource,
    handler: async (context) => {
      const { params, body } = context;
      const { dossier } = await migrateDossier(runtime, { code: params.code, body, asker: context });
      return present(runtime, dossier, viewerOf(runtime, context));
    },
  }),
];
