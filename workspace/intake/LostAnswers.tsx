import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LostLine } from './use-carried-over.ts';

/** What a draft of an older version held and the newer one has no field for: to be typed where it belongs now. */
export function LostAnswers({ lines }: { lines: readonly LostLine[] }) {
  const { t } = useTranslation('intake');
  if (lines.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('newerForm.title')}
      description={
        <>
          <p style={{ margin: '0 0 4px' }}>{t('newerForm.lost')}</p>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {lines.map(({ pointer, label, text }) => (
              <li key={pointer}>
                {label}: <strong>{text}</strong>
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
