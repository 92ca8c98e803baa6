import { CheckOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { ToneTag } from '../../ui/components/ToneTag.tsx';

/** Early, on time, late, or open and overdue (S4 Art. 14.4). */
export function Timeliness({ value }: { value: NonNullable<Dossier['timeliness']> }) {
  const { t } = useTranslation('dossier');
  const isLate = value === 'late' || value === 'overdue';
  return (
    <ToneTag tone={isLate ? 'danger' : 'success'} icon={isLate ? <WarningOutlined /> : <CheckOutlined />}>
      {t(`timeliness.${value}`)}
    </ToneTag>
  );
}
