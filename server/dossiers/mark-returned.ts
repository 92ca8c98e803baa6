/** The result has been handed over: the delivery axis, its slip, and the end of the business axis. */
import { issueDocument } from '../documents/issue-document.ts';
import type { Turn } from '../runtime/turn.ts';
import { moveStatus } from './move-status.ts';
import type { DossierRecord } from './records.ts';

type Method = DossierRecord['delivery']['method'];

const METHODS: Record<Method, string> = {
  counter: 'Trực tiếp tại quầy',
  postal: 'Qua dịch vụ bưu chính công ích',
  electronic: 'Bản điện tử',
};

/** R081, R082. Does nothing to a dossier that has no result yet, or whose result was handed over before. */
export function markReturned(turn: Turn, { to, method }: { to: string; method: Method }): void {
  const { dossier, at, actor } = turn;
  if (dossier.status !== 'resolved') return;
  dossier.delivery = { ...dossier.delivery, state: 'delivered', method, returnedAt: at, returnedTo: to };
  moveStatus(turn, 'returned');
  issueDocument(turn, 'return-slip', {
    returned: { at, by: actor.name, to, method: METHODS[method] },
  });
}
