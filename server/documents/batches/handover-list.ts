/** The list with which results go from one unit to another: a row a dossier, made for the batch and not numbered. */
import type { Actor } from '../../access/actor.ts';
import { isoNow } from '../../clock.ts';
import type { DossierRecord } from '../../dossiers/records.ts';
import { problem } from '../../http/problem.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { BatchRecord } from './records.ts';

const TEMPLATE = 'handover-list';

/** @throws Problem document.no-template */
export async function handoverList(
  runtime: Runtime,
  { dossiers, receiver, actor }: { dossiers: DossierRecord[]; receiver: string; actor: Actor },
): Promise<NonNullable<BatchRecord['list']>> {
  const template = await runtime.catalogue.publishedTemplate(TEMPLATE);
  if (!template) throw problem('document.no-template', 409, { values: { kind: TEMPLATE } });
  const unit = actor.unit ? await runtime.organisation.unit(actor.unit) : null;
  return {
    template: { key: TEMPLATE, version: template.version },
    title: 'Phiếu bàn giao kết quả',
    data: {
      unit: {
        name: unit?.name ?? '',
        parentName: unit?.parentName ?? '',
        address: unit?.address ?? '',
        phone: unit?.phone ?? '',
      },
      place: unit?.place ?? '',
      issuedAt: isoNow(runtime.clock),
      delivery: { giver: actor.name, receiver, rows: dossiers.map(rowOf) },
    },
  };
}

const rowOf = (dossier: DossierRecord, index: number) => ({
  index: index + 1,
  code: dossier.code,
  procedure: dossier.procedure.name,
  result: dossier.pins.settings.result,
  applicant: dossier.applicant.fullName,
  address: dossier.applicant.address ?? '',
  hasFee: dossier.finance.items.length > 0,
  isPostal: dossier.delivery.method === 'postal',
});
