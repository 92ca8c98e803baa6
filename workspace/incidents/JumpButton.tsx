import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { JumpDialog } from './JumpDialog.tsx';

/** To another step of the process; for whoever the server offers it to. */
export function JumpButton({ dossier: { code, abilities } }: { dossier: Dossier }) {
  const { t } = useTranslation('incidents');
  const [isAsked, setIsAsked] = useState(false);
  if (!abilities.includes('jump')) return null;
  return (
    <>
      <Button onClick={() => setIsAsked(true)}>{t('jump.name')}</Button>
      {isAsked && <JumpDialog code={code} onClose={() => setIsAsked(false)} />}
    </>
  );
}
