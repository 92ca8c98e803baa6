import { App, Button, Segmented, Space } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Form, sampleData, validateForm, visibleData } from '../../../forms/index.ts';
import { FormReadView, FormView } from '../../../forms/react/index.ts';
import { civilDay } from '../../../ui/format/format-time.ts';
import { useSession } from '../../../ui/session/session-context.tsx';
import type { FormDocuments } from '../form-api.ts';

type Width = 'desktop' | 'phone' | 'read';

interface Props {
  documents: FormDocuments;
  form: Form;
  /** the documents now have problems; this is how the form was before */
  isStale: boolean;
  /** keeps the answer with the form as test data */
  onKeep?: (example: unknown) => void;
}

/** The form as it will be filled in, on a desk or a phone, or as officers read it. */
export function FormPreview({ documents, form, isStale, onKeep }: Props) {
  const { t, i18n } = useTranslation('forms');
  const { message } = App.useApp();
  const { session } = useSession();
  const [width, setWidth] = useState<Width>('desktop');
  const [value, setValue] = useState<unknown>({});
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const sample = useMemo(() => sampleData(form), [form]);
  return (
    <div className="form-preview">
      <Space wrap style={{ marginBottom: 10 }}>
        <Segmented<Width>
          value={width}
          onChange={setWidth}
          options={(['desktop', 'phone', 'read'] as const).map((option) => ({
            value: option,
            label: t(`preview.${option}`),
          }))}
        />
        <Button size="small" disabled={sample === undefined} onClick={() => setValue(sample)}>
          {t('preview.fill')}
        </Button>
        <Button size="small" onClick={() => setValue({})}>
          {t('preview.clear')}
        </Button>
        {isStale && <span className="form-quiet">{t('preview.stale')}</span>}
      </Space>
      <div className={`form-preview-page form-preview-${width}`}>
        {width === 'read' ? (
          <FormReadView {...documents} value={value} language={language} />
        ) : (
          <FormView
            {...documents}
            value={value}
            onChange={setValue}
            language={language}
            today={session ? civilDay(session.now) : undefined}
            onSubmit={() => message.success(t('preview.accepted'))}
            actions={
              onKeep && (
                <Button
                  disabled={!validateForm(form, value, language).valid}
                  onClick={() => onKeep(visibleData(form, value))}
                >
                  {t('preview.keep')}
                </Button>
              )
            }
          />
        )}
      </div>
    </div>
  );
}
