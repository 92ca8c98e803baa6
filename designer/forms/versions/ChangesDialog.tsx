import { WarningOutlined } from '@ant-design/icons';
import { Alert, Modal } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compareForms, compileForm } from '../../../forms/index.ts';
import type { FormDocuments } from '../form-api.ts';

interface Props {
  /** of the version compared with */
  name: string;
  before: FormDocuments;
  after: FormDocuments;
  onClose: () => void;
}

/** What the desk changes against a version, in words: "Thêm trường ...", "Bắt buộc nhập ...". */
export function ChangesDialog({ name, before, after, onClose }: Props) {
  const { t, i18n } = useTranslation('forms');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const changes = useMemo(() => {
    const [old, now] = [compileForm(before).form, compileForm(after).form];
    return old && now ? compareForms(old, now) : undefined;
  }, [before, after]);
  return (
    <Modal open width={720} title={t('changes.title', { name })} footer={null} onCancel={onClose}>
      {changes === undefined && <Alert type="warning" showIcon title={t('changes.notUsable')} />}
      {changes?.length === 0 && <Alert type="info" showIcon title={t('changes.none')} />}
      <ul className="form-changes">
        {changes?.map((change) => (
          <li key={change.code + change.pointer + (change.after ?? '') + (change.before ?? '')}>
            {t(`changes.${change.code}`, {
              label: change.label[language],
              before: namedType(change.code, change.before),
              after: namedType(change.code, change.after),
            })}
            {change.isBreaking && (
              <span className="form-breaking" title={t('changes.breakingHint')}>
                <WarningOutlined /> {t('changes.breaking')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  );

  function namedType(code: string, word: string | undefined): string {
    return code === 'type-changed' && word ? t(`types.${word}`) : (word ?? '');
  }
}
