import { Checkbox, Form, type FormInstance, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../ui/components/DayInput.tsx';
import type { IntakeDraft } from './intake-draft.ts';

interface Props {
  form: FormInstance<Pick<IntakeDraft, 'applicant' | 'hasSubmitter'>>;
  value: Pick<IntakeDraft, 'applicant' | 'hasSubmitter'>;
  onChange: (value: Pick<IntakeDraft, 'applicant' | 'hasSubmitter'>) => void;
}

/** Whose dossier it is; who hands it in when that is somebody else, and who authorised him (R065). */
export function ApplicantFields({ form, value, onChange }: Props) {
  const { t } = useTranslation('intake');
  const isOrganisation = value.applicant.kind === 'organisation';
  const required = { required: true, whitespace: true, message: t('missing') };
  return (
    <Form
      form={form}
      name="nguoi-nop"
      layout="vertical"
      initialValues={value}
      onValuesChange={(_, all) =>
        onChange({ applicant: { ...value.applicant, ...all.applicant }, hasSubmitter: all.hasSubmitter })
      }
    >
      <Form.Item name={['applicant', 'kind']} label={t('applicant.kind')}>
        <Radio.Group
          optionType="button"
          options={[
            { value: 'person', label: t('applicant.person') },
            { value: 'organisation', label: t('applicant.organisation') },
          ]}
        />
      </Form.Item>
      <div className="intake-fields">
        <Form.Item
          name={['applicant', 'fullName']}
          label={isOrganisation ? t('applicant.organisationName') : t('applicant.fullName')}
          rules={[required]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name={['applicant', 'identifier']}
          label={isOrganisation ? t('applicant.organisationCode') : t('applicant.identifier')}
          rules={
            isOrganisation ? [] : [{ pattern: /^(\d{9}|\d{12})$/, message: t('applicant.identifierWrong') }]
          }
        >
          <Input maxLength={20} inputMode="numeric" autoComplete="off" />
        </Form.Item>
        {!isOrganisation && (
          <Form.Item name={['applicant', 'birthDate']} label={t('applicant.birthDate')}>
            <DayInput />
          </Form.Item>
        )}
        <Form.Item
          name={['applicant', 'phone']}
          label={t('applicant.phone')}
          rules={[{ pattern: /^[+\d][\d .]{7,18}$/, message: t('applicant.phoneWrong') }]}
        >
          <Input maxLength={20} inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item
          name={['applicant', 'email']}
          label={t('applicant.email')}
          rules={[{ type: 'email', message: t('applicant.emailWrong') }]}
        >
          <Input maxLength={200} inputMode="email" autoComplete="off" />
        </Form.Item>
        <Form.Item name={['applicant', 'address']} label={t('applicant.address')} className="wide">
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="hasSubmitter" valuePropName="checked" style={{ marginBottom: 8 }}>
        <Checkbox>{t('applicant.hasSubmitter')}</Checkbox>
      </Form.Item>
      {value.hasSubmitter && (
        <div className="intake-fields">
          <Form.Item
            name={['applicant', 'submitter', 'fullName']}
            label={t('applicant.submitterName')}
            rules={[required]}
          >
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name={['applicant', 'submitter', 'identifier']} label={t('applicant.identifier')}>
            <Input maxLength={20} inputMode="numeric" autoComplete="off" />
          </Form.Item>
          <Form.Item name={['applicant', 'submitter', 'phone']} label={t('applicant.phone')}>
            <Input maxLength={20} inputMode="tel" autoComplete="off" />
          </Form.Item>
          <Form.Item
            name={['applicant', 'submitter', 'authoriser', 'fullName']}
            label={t('applicant.authoriserName')}
            extra={t('applicant.authoriserHint')}
          >
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name={['applicant', 'submitter', 'authoriser', 'document']}
            label={t('applicant.authorisation')}
          >
            <Input maxLength={300} autoComplete="off" placeholder={t('applicant.authorisationExample')} />
          </Form.Item>
        </div>
      )}
    </Form>
  );
}
