/** The result has been handed over: the delivery axis, its slip, and the end of the business axis. */
import { issueDocument } from '../documents/issue-document.ts';
import type { Turn } from '../runtime/turn.ts';
import { moveStatus } from './move-status.ts';
import type { DossierRecord } from './records.ts';

type Method = DossierRecord['delivery']['method'];

/** How a result reaches the applicant, as papers name it (R060). */
export const DELIVERY_METHODS: Record<Method, string> = {
  counter: 'Trực tiếp tại quầy',
  postal: 'Qua dịch vụ bưu chính công ích',
  electronic: 'Bản điện tử',
};

/** R081, R082. Does nothing to a dossier that has no result yet, or whose result was handed over before. */
export function markReturned(turn: Turn, { to, method }: { to: string; method: Method }): void {
  const { dossier, context, at, actor } = turn;
  if (dossier.status !== 'resolved') return;
  dossier.delivery = { ...dossier.delivery, state: 'delivered', method, returnedAt: at, returnedTo: to };
  moveStatus(turn, 'returned');
  issueDocument(turn, 'return-slip', {
    returned: {
      at,
      by: actor.name,
      byPhone: context.units.get(dossier.units.returning)?.phone ?? '',
      to,
      toPhone: phoneOf(dossier, to),
      method: DELIVERY_METHODS[method],
      kind: dossier.outcome === 'refused' ? 'Văn bản từ chối giải quyết hồ sơ' : context.procedure.result,
      summary: dossier.procedure.name,
    },
  });
}

/** Known only of the applicant himself; whoever else collects it writes it on the slip. */
const phoneOf = ({ applicant }: DossierRecord, to: string): string =>
  to === applicant.fullName ? (applicant.phone ?? '') : '';
