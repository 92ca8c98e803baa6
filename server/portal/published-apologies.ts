/** Apologies and new appointments, published in full and in time, with masked names (R096; S4 Đ.11.3). */
import type { Page } from '../contract/common.ts';
import type { PublishedApology } from '../contract/portal.ts';
import type { DocumentRecord } from '../documents/records.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { maskName } from './mask-name.ts';

/** Issued ones, newest first; drafts are nobody's business yet. */
export async function publishedApologies(
  { documents }: Pick<Runtime, 'documents'>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<PublishedApology>> {
  const { items, next } = await documents.find({
    where: { kind: 'apology', state: { in: ['printing', 'issued', 'sent'] } },
    sort: [
      { field: 'kind', direction: 'desc' },
      { field: 'issuedAt', direction: 'desc' },
    ],
    limit,
    ...(cursor && { cursor }),
  });
  return { items: items.map(({ doc }) => published(doc)), ...(next && { next }) };
}

const published = ({ dossier, number, issuedAt, data }: DocumentRecord): PublishedApology => ({
  code: dossier,
  procedure: data.procedure?.name ?? '',
  unit: data.resolver?.name ?? data.unit?.name ?? '',
  applicant: maskName(data.applicant?.fullName ?? ''),
  number,
  issuedAt,
  ...(data.dossier?.originalDueAt && { dueAt: data.dossier.originalDueAt }),
  ...(data.appointment?.newDueAt && { newDueAt: data.appointment.newDueAt }),
  reason: data.reason ?? '',
});
