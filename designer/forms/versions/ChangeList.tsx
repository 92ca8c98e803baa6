import { WarningOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compareForms, compileForm, type FormChange } from '../../../forms/index.ts';
import type { FormUses } from '../../../server/contract/catalogue.ts';
import type { FormDocuments } from '../form-api.ts';
import { FieldUseList } from '../uses/FieldUseList.tsx';
import { usesTouchedBy } from '../uses/impact.ts';

interface Props {
  before: FormDocuments;
  after: FormDocuments;
  /** with it each change names the papers and conditions that it touches */
  uses?: FormUses | undefined;
}

/** What is different, in words: "Thêm trường ...", "Bắt buộc nhập ..."; what may break is marked. */
export function ChangeList({ before, after, uses }: Props) {
  const { t, i18n } = useTranslation('forms');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const changes = useMemo(() => {
    const [old, now] = [compileForm(before).form, compileForm(after).form];
    return old && now ? compareForms(old, now) : undefined;
  }, [before, after]);
  const word = ({ code }: FormChange, text = '') =>
    code === 'type-changed' && text ? t(`types.${text}`) : text;
  if (changes === undefined) return <Alert type="warning" showIcon title={t('changes.notUsable')} />;
  if (changes.length === 0) return <Alert type="info" showIcon title={t('changes.none')} />;
  return (
    <ul className="form-changes">
      {changes.map((change) => {
        const touched = uses ? usesTouchedBy(change, uses) : [];
        return (
          <li key={change.code + change.pointer + (change.after ?? '') + (change.before ?? '')}>
            {t(`changes.${change.code}`, {
              label: change.label[language],
              before: word(change, change.before),
              after: word(change, change.after),
            })}
            {change.isBreaking && (
              <span className="form-breaking" title={t('changes.breakingHint')}>
                <WarningOutlined /> {t('changes.breaking')}
              </span>
            )}
            {touched.length > 0 && (
              <>
                <div className="form-breaking">{t('uses.touched')}</div>
                <FieldUseList uses={touched} />
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
