import { formatMoney } from '../format/format-money.ts';

/** An amount in đồng. */
export function Money({ amount }: { amount: number }) {
  return <span className="numeric">{formatMoney(amount)}</span>;
}
