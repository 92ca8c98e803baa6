import { Alert, Button, Flex, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slip } from './intake-draft.ts';

interface Props {
  /** names of the required papers that have not been handed in */
  missing: string[];
  isSending: boolean;
  /** whether the applicant is known well enough to be given a slip; shows what is wrong otherwise */
  isApplicantRight: () => Promise<boolean>;
  onEnd: (slip: Slip) => Promise<unknown>;
}

const OUTCOMES = ['request-supplement', 'refuse'] as const;

/** The two ways in which a reception ends without a receipt: a supplement slip or a refusal slip (R049; NĐ61 Đ.17.1). */
export function SlipButtons({ missing, isSending, isApplicantRight, onEnd }: Props) {
  const { t } = useTranslation('intake');
  const [outcome, setOutcome] = useState<Slip['outcome']>();
  const [form] = Form.useForm<Omit<Slip, 'outcome'>>();
  const ask = async (asked: Slip['outcome']) => {
    if (await isApplicantRight()) setOutcome(asked);
  };
  const close = () => setOutcome(undefined);
  const isFinal = outcome === 'refuse';
  return (
    <>
      <Flex gap={8} wrap>
        {OUTCOMES.map((each) => (
          <Button
            key={each}
            danger={each === 'refuse'}
            disabled={isSending}
            onClick={() => void ask(each)}
            style={{ flex: 1 }}
          >
            {t(`slip.${each}.name`)}
          </Button>
        ))}
      </Flex>
      {outcome && (
        <Modal
          open
          title={t(`slip.${outcome}.title`)}
          onCancel={close}
          onOk={() => form.submit()}
          okText={t(`slip.${outcome}.confirm`)}
          cancelText={t('ui:action.cancel')}
          okButtonProps={{ danger: isFinal, loading: isSending }}
          width={620}
        >
          <p style={{ marginTop: 0 }}>{t(`slip.${outcome}.hint`)}</p>
          {isFinal && (
            <Alert
              type="warning"
              showIcon
              title={t('dossier:operation.final')}
              style={{ marginBottom: 16 }}
            />
          )}
          {!isFinal && missing.length > 0 && (
            <>
              <div>{t('slip.missing')}</div>
              <ul style={{ marginTop: 4, paddingInlineStart: 20 }}>
                {missing.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </>
          )}
          <Form
            form={form}
            name="phieu"
            layout="vertical"
            onFinish={(fields) =>
              // a failure is told on the page, beside what it is about
              void onEnd({ ...fields, outcome }).then(close, close)
            }
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
            }}
          >
            <Form.Item
              name="reason"
              label={t('dossier:operation.field.reason')}
              rules={[{ required: true, whitespace: true, message: t('missing') }]}
            >
              <Input.TextArea rows={3} maxLength={2000} autoFocus />
            </Form.Item>
            {!isFinal && (
              <Form.Item name="days" label={t('dossier:operation.field.days')} extra={t('slip.daysHint')}>
                <InputNumber min={1} max={365} precision={0} style={{ width: 160 }} />
              </Form.Item>
            )}
          </Form>
        </Modal>
      )}
    </>
  );
}
