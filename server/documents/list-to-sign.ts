/** Papers that wait for the signature of a unit that somebody heads (trình ký), by unit, oldest first. */
import type { Actor } from '../access/actor.ts';
import type { Page } from '../contract/common.ts';
import type { DocumentToSign } from '../contract/documents.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { viewDocument } from './view-document.ts';

export async function listToSign(
  { documents, dossiers }: Pick<Runtime, 'documents' | 'dossiers'>,
  { actor, limit, cursor }: { actor: Actor; limit: number; cursor?: string | undefined },
): Promise<Page<DocumentToSign>> {
  const units = actor.positions.filter(({ role }) => role === 'leader').map(({ unit }) => unit);
  if (units.length === 0) return { items: [], total: 0 };
  const where = { awaiting: { in: units } };
  const [{ items, next }, total] = await Promise.all([
    documents.find({
      where,
      sort: [
        { field: 'awaiting', direction: 'asc' },
        { field: 'issuedAt', direction: 'asc' },
      ],
      limit,
      ...(cursor && { cursor }),
    }),
    documents.count({ where }, { atMost: COUNTED }),
  ]);
  const about = new Map(
    (await dossiers.getMany([...new Set(items.map(({ doc }) => doc.dossier))])).map(({ doc }) => [
      doc.code,
      doc,
    ]),
  );
  return {
    items: items.map(({ doc: paper }) => {
      const dossier = about.get(paper.dossier)!;
      const { code, procedure, applicant, clock } = dossier;
      return {
        ...viewDocument(paper, { actor, dossier }),
        dossier: {
          code,
          procedure: procedure.name,
          applicant: applicant.fullName,
          ...(clock && { dueAt: clock.dueAt }),
        },
      };
    }),
    total,
    ...(next && { next }),
  };
}

/** A badge says no more than that there are many. */
const COUNTED = 1000;
