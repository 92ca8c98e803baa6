import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { JumpPreview } from '../../server/contract/jump.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';

/** What a jump would end, open and run into. */
export function JumpConsequences({ preview: { cancels, opens, incidents } }: { preview: JumpPreview }) {
  const { t } = useTranslation('incidents');
  return (
    <div role="status">
      <Alert
        type={incidents.length > 0 ? 'error' : 'warning'}
        showIcon
        style={{ marginBottom: 16 }}
        title={t('jump.consequences')}
        description={
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {cancels.map(({ element, name, kind }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step that is repeated stands there several times
              <li key={`${element}-${index}`}>{t(`jump.cancels.${kind}`, { name })}</li>
            ))}
            {opens.map(({ element, name, unitName = '', dueAt }) => (
              <li key={element}>
                {t('jump.opens', { name, unit: unitName })}
                {dueAt && (
                  <>
                    , {t('jump.due')} <DateTime at={dueAt} />
                  </>
                )}
              </li>
            ))}
            {incidents.map(({ element, name, text }) => (
              <li key={element}>
                {t('held', { step: name })}: {text}
              </li>
            ))}
            <li>{t('jump.stays')}</li>
          </ul>
        }
      />
    </div>
  );
}
