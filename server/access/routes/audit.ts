import { auditPage, auditQuery } from '../../contract/access.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { listAudit } from '../list-audit.ts';
import type { LookUpLog } from '../look-up-log.ts';
import type { Access } from '../open-access.ts';

export const auditRoutes = (access: Access, lookUps: LookUpLog): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/audit',
    summary: 'Nhật ký: ai làm gì, lúc nào, từ đâu; mới nhất trước',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['read', 'Audit'],
    query: auditQuery,
    response: auditPage,
    handler: async ({ query }) => {
      await lookUps.write();
      return listAudit(access, query);
    },
  }),
];
