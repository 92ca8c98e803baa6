import { Result } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from './session-context.tsx';

/** Shows its children to whom the shell offers the place; the server decides about every record anyway. */
export default function RequireAbility({ anyOf, children }: { anyOf: string[]; children: ReactNode }) {
  const { t } = useTranslation('ui');
  const { may } = useSession();
  if (anyOf.some(may)) return children;
  return <Result status="403" title={t('session.notAllowed')} subTitle={t('session.notAllowedHint')} />;
}
