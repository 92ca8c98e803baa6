import { useTranslation } from 'react-i18next';
import type { Procedure } from '../../server/contract/catalogue.ts';
import { Money } from '../../ui/components/Money.tsx';

/** Fees and charges, a line each; says so when there are none. */
export function FeeList({ fees }: { fees: Procedure['fees'] }) {
  const { t } = useTranslation('procedure');
  if (fees.length === 0) return <>{t('noFees')}</>;
  return fees.map(({ name, amount, note }) => (
    <div key={name}>
      {name}: <Money amount={amount} />
      {note && <span style={{ color: '#51606f', fontWeight: 400 }}> ({note})</span>}
    </div>
  ));
}
