/** What is stored of a task: a row of somebody's inbox, kept after it is closed. */
import type { RoleKey } from '../contract/access.ts';
import type { Attachment } from '../contract/dossiers.ts';
import type { CollectionSpec } from '../store/store.ts';

export interface TaskRecord {
  dossier: string;
  procedure: string;
  procedureName: string;
  applicant: string;
  dossierDueAt?: string;
  element: string;
  name: string;
  unit?: string;
  unitName?: string;
  role?: RoleKey;
  assignee?: string;
  assigneeName?: string;
  status: 'open' | 'completed' | 'cancelled';
  openedAt: string;
  dueAt?: string;
  closedAt?: string;
  closedBy?: { id: string; name: string };
  form?: { key: string; version: number };
  output?: Record<string, unknown>;
  comment?: string;
  attachments?: Attachment[];
  /** while open: whose inbox it is in, `user:<id>` once claimed or assigned, else `position:<unit>|<role>` */
  holder?: string;
  /** while open: its unit */
  openUnit?: string;
  /** while open: true, so that "all" is an index too */
  open?: true;
  /** due instant and id: one string orders the inbox and is its cursor; what has no limit comes last */
  order: string;
  /** while open: dossier code and applicant, as `searchWords` writes them */
  search?: string[];
}

export const taskSpec: CollectionSpec<TaskRecord> = {
  name: 'tasks',
  shardKey: 'id',
  indexes: [
    { name: 'holder', fields: ['holder', 'order'], sparse: true },
    { name: 'holder-procedure', fields: ['holder', 'procedure', 'order'], sparse: true },
    { name: 'unit', fields: ['openUnit', 'order'], sparse: true },
    { name: 'open', fields: ['open', 'order'], sparse: true },
    { name: 'search', fields: ['search'], many: true },
  ],
};

/** @example holderOf({ unit: 'kt', role: 'specialist' }) // 'position:kt|specialist' */
export const holderOf = (task: { assignee?: string; unit?: string; role?: string }): string =>
  task.assignee ? `user:${task.assignee}` : `position:${task.unit ?? ''}|${task.role ?? ''}`;

/** Sorts by due instant; a task without one after all that have. */
export const orderOf = (id: string, dueAt: string | undefined): string =>
  `${dueAt ?? '9999-12-31T23:59:59.999Z'}|${id}`;

/** Task ids carry their dossier, so that a completion reads one document. */
export const taskId = (dossier: string, number: number): string => `${dossier}.${number}`;
export const dossierOfTask = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('.')));
