/** The papers of an application: are the required ones there, and are their files? */
import type { Attachment } from '../contract/dossiers.ts';
import { problem } from '../http/problem.ts';
import type { ProcedureSettings } from '../runtime/ports.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** R049: what is incomplete is not received; every missing paper is named at once. */
export function requirePapers(
  { components }: Pick<ProcedureSettings, 'components'>,
  { attachments }: { attachments: Attachment[] },
): void {
  const missing = components.filter(
    ({ id, required }) => required && !attachments.some((paper) => paper.component === id),
  );
  if (missing.length === 0) return;
  throw problem('dossier.missing-paper', 422, {
    values: { papers: missing.map(({ name }) => name).join('; ') },
    errors: missing.map(({ id, name }) => ({ pointer: '/attachments', code: `missing:${id}`, detail: name })),
  });
}

/** Every file that is named must have been uploaded before. */
export async function checkAttachments(
  { blobs }: Runtime,
  { attachments }: { attachments: Attachment[] },
): Promise<void> {
  const known = await Promise.all(
    attachments.map(async ({ sha256 }) => sha256 === undefined || blobs.has(sha256)),
  );
  const errors = attachments.flatMap(({ name }, index) =>
    known[index] ? [] : [{ pointer: `/attachments/${index}/sha256`, detail: name }],
  );
  if (errors.length > 0) {
    const values = { names: errors.map(({ detail }) => detail).join('; ') };
    throw problem('dossier.unknown-attachment', 422, { values, errors });
  }
}
