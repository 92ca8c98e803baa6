/** Remarks on a version and its elements while it is looked over (R002). */
import { randomUUID } from 'node:crypto';
import type { Asker } from '../access/audit.ts';
import { auditWrite } from '../access/audit.ts';
import { isoNow } from '../clock.ts';
import type { ProcessComment } from '../contract/catalogue.ts';
import { problem } from '../http/problem.ts';
import type { Stored } from '../store/store.ts';
import { findProcess } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import { type ProcessVersionRecord, processVersionSpec } from './records.ts';

const MOST = 500;

interface Where {
  code: string;
  version: number;
  by: Asker;
}

/**
 * Adds a remark; whoever may read a process may remark on it.
 * @throws Problem 404; 409 too many
 */
export async function addComment(
  catalogue: Catalogue,
  { code, version, by, element, text }: Where & { element?: string | undefined; text: string },
): Promise<ProcessComment> {
  const found = await findProcess(catalogue, { code, version });
  const comments = found.doc.comments ?? [];
  if (comments.length >= MOST) throw problem('process.too-many-comments', 409, { values: { most: MOST } });
  const at = isoNow(catalogue.clock);
  const comment: ProcessComment = {
    id: randomUUID(),
    at,
    actor: by.actor.name,
    text,
    ...(element ? { element } : {}),
    isSettled: false,
  };
  await replace(catalogue, found, [...comments, comment], { ...by, at, what: 'process.comment' });
  return comment;
}

/**
 * Settles a remark, or opens it again.
 * @throws Problem 404
 */
export async function settleComment(
  catalogue: Catalogue,
  { code, version, by, id, isSettled }: Where & { id: string; isSettled: boolean },
): Promise<ProcessComment> {
  const found = await findProcess(catalogue, { code, version });
  const comments = found.doc.comments ?? [];
  const before = comments.find((comment) => comment.id === id);
  if (!before) throw problem('process.no-such-comment', 404, {});
  const after = { ...before, isSettled };
  await replace(
    catalogue,
    found,
    comments.map((comment) => (comment.id === id ? after : comment)),
    { ...by, at: isoNow(catalogue.clock), what: 'process.settle-comment' },
  );
  return after;
}

/** The version's own number stays what editors saw last: a remark is no change of the drawing. */
async function replace(
  { store }: Catalogue,
  { id, version, doc }: Stored<ProcessVersionRecord>,
  comments: ProcessComment[],
  line: Asker & { at: string; what: string },
): Promise<void> {
  await store.commit([
    { op: 'replace', collection: processVersionSpec.name, id, version, doc: { ...doc, comments } },
    ...auditWrite({ ...line, subject: id }),
  ]);
}
