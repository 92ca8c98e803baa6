import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  /** brought back from an earlier visit */
  isRestored: boolean;
  isKept: boolean;
  onStartOver: () => void;
}

/** Says that a draft was brought back and offers to begin anew; warns while the browser cannot keep it. */
export function DraftNotice({ isRestored, isKept, onStartOver }: Props) {
  const { t } = useTranslation('ui');
  if (!isKept) return <Alert type="warning" showIcon title={t('draft.notKept')} />;
  if (!isRestored) return null;
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t('draft.restored')}
      action={
        <Button size="small" onClick={onStartOver}>
          {t('draft.startOver')}
        </Button>
      }
    />
  );
}
