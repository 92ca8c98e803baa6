/** The audit trail: who did what, when, from where (R112, R127, R128). */
import { randomBytes } from 'node:crypto';
import type { Write } from '../store/store.ts';
import type { Actor } from './actor.ts';
import { type AuditRecord, auditSpec, unsealedSpec } from './records.ts';

export interface AuditLine {
  at: string;
  actor: Actor;
  /** dotted: `user.lock`, `dossier.accept`, `session.begin` */
  what: string;
  subject?: string;
  /** what was looked for, changed or decided (R127); never a password or a form's content */
  detail?: string;
  ip?: string;
  requestId?: string;
}

/** The writes that record a line, to be sealed soon; they belong into the commit of what the line tells. */
export function auditWrite({ at, actor, ...rest }: AuditLine): Write[] {
  const doc: AuditRecord = {
    at,
    actor: actor.id,
    actorName: actor.name,
    actorKind: actor.kind,
    ...rest,
  };
  const id = auditId(at);
  return [
    { op: 'insert', collection: auditSpec.name, id, doc },
    { op: 'insert', collection: unsealedSpec.name, id, doc: { at } },
  ];
}

/** Who asks, and from where; what an operation needs to leave its line. */
export interface Asker {
  actor: Actor;
  ip?: string;
  requestId?: string;
}

/** Ids grow with time, so that lines of the same instant keep the order they were written in. */
function auditId(at: string): string {
  written = (written + 1) % 46_656;
  const time = Date.parse(at).toString(36).padStart(9, '0');
  return `${time}${written.toString(36).padStart(3, '0')}${randomBytes(4).toString('hex')}`;
}

let written = 0;
