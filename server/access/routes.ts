/** Sessions, accounts, units, roles, keys and the audit trail over HTTP. */
import type { Endpoint } from '../http/endpoint.ts';
import type { LookUpLog } from './look-up-log.ts';
import type { Access } from './open-access.ts';
import { apiKeyRoutes } from './routes/api-keys.ts';
import { auditRoutes } from './routes/audit.ts';
import { sessionRoutes } from './routes/session.ts';
import { unitRoutes } from './routes/units.ts';
import { userRoutes } from './routes/users.ts';

export const accessRoutes = (access: Access, lookUps: LookUpLog): Endpoint[] => [
  ...sessionRoutes(access),
  ...userRoutes(access),
  ...unitRoutes(access),
  ...apiKeyRoutes(access),
  ...auditRoutes(access, lookUps),
];
