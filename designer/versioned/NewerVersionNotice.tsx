import { Alert, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/format/format-time.ts';
import type { VersionRow } from './versioned-resource.ts';

interface Props {
  newer: VersionRow;
  /** saving was refused because of it */
  isUrgent: boolean;
  onCompare(): void;
  onOpen(): void;
  onSeen(): void;
}

/** Somebody saved while this person was drawing: look at it, go over to it, or go on with one's own. */
export function NewerVersionNotice({ newer, isUrgent, onCompare, onOpen, onSeen }: Props) {
  const { t } = useTranslation('versioned');
  return (
    <Alert
      type={isUrgent ? 'error' : 'warning'}
      showIcon
      role="alert"
      title={t('newer.title', {
        by: newer.createdBy,
        version: newer.version,
        at: formatInstant(newer.createdAt),
      })}
      description={t('newer.hint')}
      action={
        <Space wrap>
          <Button size="small" onClick={onCompare}>
            {t('newer.compare')}
          </Button>
          <Button size="small" onClick={onOpen}>
            {t('newer.open')}
          </Button>
          <Button size="small" type="primary" onClick={onSeen}>
            {t('newer.goOn')}
          </Button>
        </Space>
      }
    />
  );
}
