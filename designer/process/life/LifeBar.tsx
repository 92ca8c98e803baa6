import { App, Button, DatePicker, Form, Input, Modal, Space, Steps } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessVersion } from '../../../server/contract/catalogue.ts';
import { isProblem } from '../../../ui/api/api-problem.ts';
import { api } from '../../../ui/api/client.ts';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { LinkButton } from '../../../ui/components/LinkButton.tsx';
import { LIFE_ACTIONS, LIFE_STATES, type LifeAction } from './life-actions.ts';
import { Readiness } from './Readiness.tsx';

interface LifeBarProps {
  version: ProcessVersion;
  /** what is drawn differs from what is saved: saving comes first */
  hasUnsaved: boolean;
  onChanged(): void;
}

/** Where a version stands on its way from draft to publication, and what this person may do with it now. */
export function LifeBar({ version, hasUnsaved, onChanged }: LifeBarProps) {
  const { t } = useTranslation('designer');
  const [asking, setAsking] = useState<LifeAction>();
  const offered = LIFE_ACTIONS.filter((action) => version.abilities.includes(action.name));
  return (
    <div className="life-bar">
      <Steps
        size="small"
        current={LIFE_STATES.indexOf(version.state)}
        items={LIFE_STATES.filter((state) => state !== 'retired' || version.state === 'retired').map(
          (state) => ({
            title: t(`life.states.${state}`),
          }),
        )}
      />
      <Space wrap>
        {version.state === 'published' && version.abilities.includes('retire') && (
          <LinkButton to={`/thiet-ke/quy-trinh/${version.procedure}/${version.version}/chuyen-ho-so`}>
            {t('migration.open')}
          </LinkButton>
        )}
        {offered.map((action) => (
          <Button
            key={action.name}
            type={action.primary ? 'primary' : 'default'}
            danger={action.danger}
            disabled={hasUnsaved}
            title={hasUnsaved ? t('life.saveFirst') : undefined}
            onClick={() => setAsking(action)}
          >
            {t(`life.actions.${action.name}`)}
          </Button>
        ))}
      </Space>
      {asking && (
        <LifeDialog
          version={version}
          action={asking}
          onClose={() => setAsking(undefined)}
          onDone={() => {
            setAsking(undefined);
            onChanged();
          }}
        />
      )}
    </div>
  );
}

/** Steps of its life that somebody answers for. */
const SHOWS_READINESS = new Set<LifeAction['name']>(['submit', 'appraise', 'approve', 'publish']);

interface LifeDialogProps {
  version: ProcessVersion;
  action: LifeAction;
  onClose(): void;
  onDone(): void;
}

interface Answers {
  note?: string;
  number?: string;
  date?: Dayjs;
  effectiveFrom?: Dayjs;
  override?: string;
}

function LifeDialog({ version, action, onClose, onDone }: LifeDialogProps) {
  const { t } = useTranslation('designer');
  const { message } = App.useApp();
  const [form] = Form.useForm<Answers>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const name = t(`life.actions.${action.name}`);
  const carryOut = async (answers: Answers) => {
    setBusy(true);
    setError(undefined);
    try {
      await api.post('/procedures/{procedure}/processes/{version}/{action}', bodyOf(answers), {
        params: { procedure: version.procedure, version: version.version, action: action.name },
      });
      message.success(t('life.done', { name, version: version.version }));
      onDone();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const required = { required: true, message: t('life.required') };
  return (
    <Modal
      open
      width={SHOWS_READINESS.has(action.name) ? 680 : 520}
      title={t('life.title', { name, version: version.version })}
      okText={name}
      okButtonProps={{ danger: action.danger }}
      cancelText={t('life.cancel')}
      confirmLoading={isBusy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {error !== undefined && <ErrorPanel error={error} takesFocus />}
      {SHOWS_READINESS.has(action.name) && <Readiness version={version} />}
      <Form form={form} layout="vertical" onFinish={(answers) => void carryOut(answers)}>
        {action.asks === 'decision' && (
          <>
            <Form.Item name="number" label={t('life.decisionNumber')} rules={[required]}>
              <Input placeholder="1234/QĐ-UBND" />
            </Form.Item>
            <Form.Item name="date" label={t('life.decisionDate')} rules={[required]}>
              <DatePicker format="DD/MM/YYYY" style={{ width: '100%' }} />
            </Form.Item>
          </>
        )}
        {action.asks === 'effective-date' && (
          <Form.Item name="effectiveFrom" label={t('life.effectiveFrom')} help={t('life.effectiveHelp')}>
            <DatePicker format="DD/MM/YYYY" style={{ width: '100%' }} />
          </Form.Item>
        )}
        {action.name === 'publish' && isProblem(error) && error.status === 422 && (
          <Form.Item name="override" label={t('life.override')} help={t('life.overrideHelp')}>
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
        )}
        {(action.asks === 'note' || action.asks === 'required-note') && (
          <Form.Item
            name="note"
            label={t('life.note')}
            rules={action.asks === 'required-note' ? [required] : []}
          >
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

/** The contract's body of a life action; what was not asked is left out. */
function bodyOf({ note, number, date, effectiveFrom, override }: Answers): object {
  return {
    ...(note ? { note } : {}),
    ...(override?.trim() ? { override: override.trim() } : {}),
    ...(number && date ? { decision: { number, date: date.format('YYYY-MM-DD') } } : {}),
    ...(effectiveFrom ? { effectiveFrom: effectiveFrom.format('YYYY-MM-DD') } : {}),
  };
}
