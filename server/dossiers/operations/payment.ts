/** Financial obligations: asked for and paid; while due the clock stands still (Hà Nội 1610/2025 steps 4-6; R080). */
import { problem } from '../../http/problem.ts';
import { deliver } from '../../runtime/run-process.ts';
import { record } from '../../runtime/turn.ts';
import type { DossierRecord } from '../records.ts';
import { startPromise } from '../start-promise.ts';
import { type Act, take } from './act.ts';

export function requestPayment({ turn, row, body }: Act<'request-payment'>): void {
  const { finance } = turn.dossier;
  finance.items = [...finance.items, ...body.items];
  finance.state = 'due';
  record(turn, { type: 'request-payment', after: { items: body.items } });
  const total = sum(body.items);
  take(
    { turn, row },
    {
      reason: body.items.map(({ name }) => name).join('; '),
      paper: { payment: { items: body.items.map((item) => ({ ...item, note: '' })), total } },
    },
  );
}

/**
 * @throws Problem dossier.amount-differs when something is due and another sum was paid, dossier.payment-recorded when
 *   nothing is due and this very payment stands in the books already
 */
export function pay({ turn, row, body }: Act<'pay'>): void {
  const { dossier, at, actor } = turn;
  const { finance } = dossier;
  const due = outstanding(dossier);
  if (finance.state !== 'due' && isRecorded(dossier, body)) {
    throw problem('dossier.payment-recorded', 409, {
      values: { reference: body.reference },
      errors: [{ pointer: '/reference', code: 'dossier.payment-recorded' }],
    });
  }
  if (finance.state === 'due' && body.amount !== due) {
    throw problem('dossier.amount-differs', 422, {
      values: { due: inDong(due), paid: inDong(body.amount) },
      errors: [{ pointer: '/amount', code: 'dossier.amount-differs' }],
    });
  }
  finance.payments.push({ at, ...body, by: actor.id });
  finance.state = 'paid';
  finance.paidAt = at;
  record(turn, { type: 'pay', after: body });
  take({ turn, row });
  startPromise(turn, at);
  const { method, reference, amount } = body;
  deliver(turn, { name: 'payment', payload: { method, reference, amount } });
}

/** A voucher that is synchronised and uploaded as well pays once (R080). */
const isRecorded = ({ finance }: DossierRecord, { method, reference }: Act<'pay'>['body']): boolean =>
  reference !== '' &&
  finance.payments.some((known) => known.method === method && known.reference === reference);

const inDong = (amount: number): string => amount.toLocaleString('vi-VN');

const outstanding = ({ finance }: DossierRecord): number =>
  sum(finance.items) - (finance.state === 'due' ? sum(finance.payments) : 0);

const sum = (rows: { amount: number }[]): number => rows.reduce((total, { amount }) => total + amount, 0);
