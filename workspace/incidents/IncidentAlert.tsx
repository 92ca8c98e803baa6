import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { RetryDialog } from './RetryDialog.tsx';

/** Where the process of a dossier is held, why and since when; with the way out for whoever may take it. */
export function IncidentAlert({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('incidents');
  const [asked, setAsked] = useState<string>();
  const { incidents = [], code } = dossier;
  return (
    <>
      {incidents.map(({ id, elementName, code: fault, text, since, abilities }) => (
        <Alert
          key={id}
          type="error"
          showIcon
          style={{ marginBottom: 16 }}
          title={t('held', { step: elementName })}
          description={
            <>
              <p style={{ margin: 0 }}>{text}</p>
              <p style={{ margin: '4px 0 0' }}>
                {t('since')} <DateTime at={since} />.{' '}
                {abilities.length === 0 && fault !== 'process.failed' && t('whoMay')}
              </p>
              {abilities.includes('retry') && (
                <Button style={{ marginTop: 8 }} type="primary" onClick={() => setAsked(id)}>
                  {t('retry.name')}
                </Button>
              )}
            </>
          }
        />
      ))}
      {asked && <RetryDialog code={code} incident={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}
