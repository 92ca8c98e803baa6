import { useMutation } from '@tanstack/react-query';
import { Button, Card, Form, Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../ui/api/client.ts';
import { BulkRunState } from '../../../ui/bulk-runs/BulkRunState.tsx';
import { useBulkRun } from '../../../ui/bulk-runs/use-bulk-run.ts';
import { ConfirmButton } from '../../../ui/components/ConfirmButton.tsx';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { StayedRows } from './StayedRows.tsx';

interface Props {
  procedure: string;
  version: string;
  mapping: Record<string, string>;
  /** dossiers have been moved */
  onMoved(): void;
}

/** Every running dossier to this version, however many there are: looked at, approved, done in the background. */
export function MigrateAll({ procedure, version, mapping, onMoved }: Props) {
  const { t } = useTranslation('designer');
  const { run, error, refetch, isOpen, again } = useBulkRun({
    queryKey: ['migration-run', procedure, version],
    kind: 'migration',
    isWanted: (each) => each.procedure === procedure && each.version === Number(version),
  });
  const starting = useMutation({
    mutationFn: () =>
      api.post(
        '/procedures/{procedure}/processes/{version}/migrations',
        { mapping },
        {
          params: { procedure, version },
        },
      ),
    onSettled: again,
  });
  const deciding = useMutation({
    mutationFn: ({ id, decision, body }: { id: string; decision: 'approve' | 'cancel'; body: object }) =>
      api.post(`/bulk-runs/{id}/${decision}`, body, { params: { id } }),
    onSettled: again,
  });
  const hasMoved = run?.state === 'done';
  useEffect(() => {
    if (hasMoved) onMoved();
  }, [hasMoved, onMoved]);
  const failure = error ?? starting.error ?? deciding.error;
  return (
    <Card title={<h2 style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>{t('migration.all.title')}</h2>}>
      <p style={{ marginTop: 0, maxWidth: 760 }}>{t('migration.all.hint')}</p>
      {failure && <ErrorPanel error={failure} onRetry={() => void refetch()} />}
      {run && (
        <BulkRunState
          run={run}
          state={t(`migration.all.is.${run.state}`)}
          counts={t(`migration.all.counts.${run.state}`, run.counts)}
        />
      )}
      {run && run.counts.skipped > 0 && <StayedRows run={run} />}
      {run?.abilities.includes('approve') && run.counts.concerned > 0 && (
        <Form
          name="chuyen-tat-ca"
          layout="vertical"
          onFinish={(body: { reason: string }) => deciding.mutate({ id: run.id, decision: 'approve', body })}
        >
          <Form.Item
            name="reason"
            label={t('migration.all.reason')}
            rules={[{ required: true, whitespace: true, message: t('life.required') }]}
          >
            <Input.TextArea rows={2} maxLength={2000} style={{ maxWidth: 640 }} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={deciding.isPending} style={{ marginBottom: 8 }}>
            {t('migration.all.approve', { count: run.counts.concerned })}
          </Button>
        </Form>
      )}
      {!isOpen && (
        <Button loading={starting.isPending} onClick={() => starting.mutate()}>
          {t('migration.all.start')}
        </Button>
      )}
      {run?.abilities.includes('cancel') && (
        <ConfirmButton
          question={t('migration.all.cancelQuestion')}
          onConfirm={() => deciding.mutate({ id: run.id, decision: 'cancel', body: {} })}
        >
          {t('migration.all.cancel')}
        </ConfirmButton>
      )}
    </Card>
  );
}
