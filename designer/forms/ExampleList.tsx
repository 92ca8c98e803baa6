import { Alert } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../forms/index.ts';
import { failingExamples } from './examples.ts';

/** The kept test data that the form no longer accepts, with what it complains about. */
export function ExampleList({ form }: { form: Form }) {
  const { t, i18n } = useTranslation('forms');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const failing = useMemo(() => failingExamples(form, language), [form, language]);
  return failing.map(({ number, errors }) => (
    <Alert
      key={number}
      type="warning"
      showIcon
      style={{ marginTop: 8 }}
      title={t('examples.failing', { number })}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {errors.slice(0, 5).map(({ pointer, message }) => (
            <li key={pointer + message}>{message}</li>
          ))}
        </ul>
      }
    />
  ));
}
