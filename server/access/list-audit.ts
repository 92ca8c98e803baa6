import type { AuditEntry } from '../contract/access.ts';
import type { Page } from '../contract/common.ts';
import type { Condition } from '../store/store.ts';
import type { Access } from './open-access.ts';

export interface AuditQuery {
  actor?: string | undefined;
  /** instants or days; `to` is the first moment no longer asked for */
  from?: string | undefined;
  to?: string | undefined;
  /** `user.lock`, or everything of a kind: `user.` */
  what?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** The trail, newest first. */
export async function listAudit(access: Access, query: AuditQuery): Promise<Page<AuditEntry>> {
  const { items, next } = await access.audit.find({
    where: {
      ...(query.actor ? { actor: query.actor } : {}),
      ...(query.what ? { what: query.what.endsWith('.') ? { prefix: query.what } : query.what } : {}),
      ...atBetween(query),
    },
    sort: [{ field: 'at', direction: 'desc' }],
    limit: query.limit,
    ...(query.cursor ? { cursor: query.cursor } : {}),
  });
  return {
    items: items.map(({ id, doc: { actorKind: _kind, ...line } }) => ({ id, ...line })),
    ...(next ? { next } : {}),
  };
}

function atBetween({ from, to }: AuditQuery): { at?: Condition } {
  if (!from && !to) return {};
  return { at: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } };
}
