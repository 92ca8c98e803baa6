import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormDocuments } from '../form-api.ts';
import { ChangeList } from './ChangeList.tsx';

interface Props {
  /** of the version compared with */
  name: string;
  before: FormDocuments;
  after: FormDocuments;
  onClose: () => void;
}

/** What the desk changes against a version. */
export function ChangesDialog({ name, before, after, onClose }: Props) {
  const { t } = useTranslation('forms');
  return (
    <Modal
      open
      width={720}
      style={{ top: 48 }}
      title={t('changes.title', { name })}
      footer={null}
      onCancel={onClose}
    >
      <ChangeList before={before} after={after} />
    </Modal>
  );
}
