import { ExpandOutlined } from '@ant-design/icons';
import { App, Button, Modal, Segmented, Space } from 'antd';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExampleList, type Form, sampleData, validateForm, visibleData } from '../../../forms/index.ts';
import { FormReadView, FormView } from '../../../forms/react/index.ts';
import { loadList } from '../../../ui/api/load-list.ts';
import { civilDay } from '../../../ui/format/format-time.ts';
import { useSession } from '../../../ui/session/session-context.tsx';
import type { FormDocuments } from '../form-api.ts';

type Width = 'desktop' | 'phone' | 'read';

interface Props {
  documents: FormDocuments;
  form: Form;
  /** the documents now have problems; this is how the form was before */
  isStale: boolean;
  value: unknown;
  onChange: (value: unknown) => void;
  /** keeps the answer with the form as test data */
  onKeep?: ((list: ExampleList, answer: unknown) => void) | undefined;
}

/** The form as it will be filled in, on a desk or a phone, or as officers read it. */
export const FormPreview = memo(function FormPreview(props: Props) {
  const { documents, form, isStale, value, onChange, onKeep } = props;
  const { t, i18n } = useTranslation('forms');
  const { message } = App.useApp();
  const { session } = useSession();
  const [width, setWidth] = useState<Width>('desktop');
  const [isWide, setWide] = useState(false);
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const today = session ? civilDay(session.now) : undefined;
  const sample = useMemo(() => sampleData(form), [form]);
  const keep = () => {
    const { valid } = validateForm(form, value, language, today === undefined ? {} : { today });
    onKeep?.(valid ? 'examples' : 'x-refused-examples', visibleData(form, value));
    message.success(t(valid ? 'preview.keptRight' : 'preview.keptWrong'));
  };
  const page =
    width === 'read' ? (
      <FormReadView {...documents} value={value} language={language} />
    ) : (
      <FormView
        {...documents}
        value={value}
        onChange={onChange}
        language={language}
        today={today}
        loadList={loadList}
        onSubmit={() => message.success(t('preview.accepted'))}
      />
    );
  return (
    <div className="form-preview">
      <Space wrap size={6} style={{ marginBottom: 10 }}>
        <Segmented<Width>
          size="small"
          value={width}
          onChange={setWidth}
          options={(['desktop', 'phone', 'read'] as const).map((option) => ({
            value: option,
            label: t(`preview.${option}`),
          }))}
        />
        <Button size="small" disabled={sample === undefined} onClick={() => onChange(sample)}>
          {t('preview.fill')}
        </Button>
        <Button size="small" onClick={() => onChange({})}>
          {t('preview.clear')}
        </Button>
        {onKeep && (
          <Button size="small" onClick={keep} title={t('preview.keepHint')}>
            {t('preview.keep')}
          </Button>
        )}
        <Button
          size="small"
          icon={<ExpandOutlined />}
          aria-label={t('preview.expand')}
          title={t('preview.expand')}
          onClick={() => setWide(true)}
        />
      </Space>
      {isStale && <p className="form-quiet">{t('preview.stale')}</p>}
      {isWide ? (
        <Modal
          open
          width={width === 'phone' ? 460 : 1120}
          style={{ top: 32 }}
          title={t('preview.expanded')}
          footer={null}
          onCancel={() => setWide(false)}
        >
          {page}
        </Modal>
      ) : (
        <div className={`form-preview-page form-preview-${width}`}>{page}</div>
      )}
    </div>
  );
});
