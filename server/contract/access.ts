/** Sessions, users, units, roles, keys, and the audit trail. */
import { z } from 'zod';
import { instant, localised, page, pageQuery } from './common.ts';

/**
 * The roles of the house, each held within a unit (`position`).
 * `counter` receives and returns; `specialist`, `leader`, `clerk` do steps; `procedure-owner`,
 * `form-designer` draw; `appraiser` appraises, approves, publishes (the provincial office).
 */
export const roleKey = z.enum([
  'admin',
  'procedure-owner',
  'form-designer',
  'appraiser',
  'counter',
  'specialist',
  'leader',
  'clerk',
  'citizen',
]);

/** A role held within a unit; a person may hold several. */
export const position = z.object({ unit: z.string(), unitName: z.string().optional(), role: roleKey });

export const userResource = z.object({
  id: z.string(),
  username: z.string(),
  fullName: z.string(),
  unit: z.string().optional(),
  unitName: z.string().optional(),
  /** every role held anywhere, without doubles */
  roles: z.array(roleKey),
  positions: z.array(position),
  title: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  state: z.enum(['active', 'locked', 'revoked', 'pending']),
  lastSignInAt: instant.optional(),
  /** what the caller may do with this account: `update`, `lock`, `unlock`, `revoke`, `reset-password` */
  abilities: z.array(z.string()).optional(),
});
/** A password to hand over, shown once; its owner must change it at the first sign-in (R110, R111). */
export const temporaryPassword = z.object({ temporaryPassword: z.string() });
export const createdUser = userResource.extend(temporaryPassword.shape);
export const userQuery = pageQuery.extend({
  q: z.string().max(200).optional(),
  unit: z.string().optional(),
  role: roleKey.optional(),
});

export const signIn = z.object({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
});
export const sessionResource = z.object({
  user: userResource,
  mustChangePassword: z.boolean(),
  /** what the shell may show: `studio`, `counter`, `desk`, `reports`, `admin` */
  abilities: z.array(z.string()),
  /** CLOCK=manual: the screens offer sample data, and show the clock */
  manualClock: z.boolean(),
  now: instant,
});
export const changePassword = z.object({ current: z.string().max(200), next: z.string().min(10).max(200) });

export const unitResource = z.object({
  id: z.string(),
  name: z.string(),
  /** code in dossier codes, level 1 at the left (`H01.12`) */
  code: z.string(),
  parent: z.string().optional(),
  parentName: z.string().optional(),
  kind: z.enum(['province', 'department', 'division', 'commune', 'service-centre', 'office']),
  address: z.string().optional(),
  phone: z.string().optional(),
  place: z.string().optional(),
});

export const createUnit = unitResource.omit({ parentName: true }).extend({
  id: z.string().regex(/^[A-Za-z0-9._-]{1,60}$/),
  name: z.string().trim().min(1).max(300),
  code: z.string().regex(/^[A-Z0-9]{1,10}(\.[A-Z0-9]{1,10}){0,3}$/),
});
export const patchUnit = createUnit.omit({ id: true }).partial();

export const roleResource = z.object({
  key: roleKey,
  name: localised,
  description: localised,
});

export const createUser = z.object({
  username: z.string().regex(/^[a-z0-9._-]{3,50}$/),
  fullName: z.string().trim().min(1).max(200),
  unit: z.string().optional(),
  /** roles in `unit` */
  roles: z.array(roleKey).min(1),
  /** roles in further units */
  positions: z
    .array(position.omit({ unitName: true }))
    .max(50)
    .default([]),
  title: z.string().max(200).optional(),
  email: z.string().max(200).optional(),
  phone: z.string().max(20).optional(),
});
export const patchUser = createUser
  .omit({ username: true })
  .extend({ positions: createUser.shape.positions.removeDefault() })
  .partial();

export const createApiKey = z.object({
  name: z.string().trim().min(1).max(200),
  roles: z.array(roleKey).min(1),
  unit: z.string().optional(),
  /** R125: requests a minute; without it the server's own limits alone */
  requestsPerMinute: z.number().int().min(1).max(100_000).optional(),
});
export const patchApiKey = createApiKey.partial();
export const apiKeyResource = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(roleKey),
  unit: z.string().optional(),
  requestsPerMinute: z.number().int().optional(),
  createdAt: instant,
  lastUsedAt: instant.optional(),
  /** shown once, at creation */ key: z.string().optional(),
});

export const auditQuery = pageQuery.extend({
  actor: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  what: z.string().optional(),
});
export const auditEntry = z.object({
  id: z.string(),
  at: instant,
  actor: z.string(),
  actorName: z.string(),
  what: z.string(),
  subject: z.string().optional(),
  detail: z.string().optional(),
  ip: z.string().optional(),
  requestId: z.string().optional(),
});
export const auditPage = page(auditEntry);

export type User = z.infer<typeof userResource>;
export type RoleKey = z.infer<typeof roleKey>;
export type Position = z.infer<typeof position>;
export type Role = z.infer<typeof roleResource>;
export type ApiKey = z.infer<typeof apiKeyResource>;
export type CreateUser = z.output<typeof createUser>;
export type Session = z.infer<typeof sessionResource>;
export type Unit = z.infer<typeof unitResource>;
export type AuditEntry = z.infer<typeof auditEntry>;
