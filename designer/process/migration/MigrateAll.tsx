import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Flex, Form, Input, Progress } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkRun } from '../../../server/contract/bulk.ts';
import type { Page } from '../../../server/contract/common.ts';
import { api } from '../../../ui/api/client.ts';
import { ConfirmButton } from '../../../ui/components/ConfirmButton.tsx';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { type Tone, ToneTag } from '../../../ui/components/ToneTag.tsx';
import { StayedRows } from './StayedRows.tsx';

interface Props {
  procedure: string;
  version: string;
  mapping: Record<string, string>;
  /** dossiers have been moved */
  onMoved(): void;
}

/** While the server works, its progress is asked for. */
const ASK_EVERY_MS = 700;

const TONES: Record<BulkRun['state'], Tone> = {
  previewing: 'info',
  previewed: 'warning',
  applying: 'info',
  done: 'success',
  cancelled: 'neutral',
};

/** Every running dossier to this version, however many there are: looked at, approved, done in the background. */
export function MigrateAll({ procedure, version, mapping, onMoved }: Props) {
  const { t } = useTranslation('designer');
  const queries = useQueryClient();
  const key = ['migration-run', procedure, version];
  const {
    data: run,
    error,
    refetch,
  } = useQuery({
    queryKey: key,
    queryFn: () => newestRun(procedure, version),
    refetchInterval: ({ state: { data } }) => (data && isWorking(data) ? ASK_EVERY_MS : false),
  });
  const again = () => queries.invalidateQueries({ queryKey: key });
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
  const isOpen = run && (run.state === 'previewed' || isWorking(run));
  const failure = error ?? starting.error ?? deciding.error;
  return (
    <Card title={<h2 style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>{t('migration.all.title')}</h2>}>
      <p style={{ marginTop: 0, maxWidth: 760 }}>{t('migration.all.hint')}</p>
      {failure && <ErrorPanel error={failure} onRetry={() => void refetch()} />}
      {run && (
        <Flex align="center" gap={12} wrap style={{ marginBottom: 12 }}>
          <ToneTag tone={TONES[run.state]}>{t(`migration.all.is.${run.state}`)}</ToneTag>
          <span role="status">{t(`migration.all.counts.${run.state}`, run.counts)}</span>
        </Flex>
      )}
      {run?.state === 'applying' && (
        <Progress
          percent={Math.round(
            (100 * (run.counts.concerned - run.counts.waiting)) / run.counts.concerned || 0,
          )}
          aria-label={t('migration.all.is.applying')}
          style={{ maxWidth: 520 }}
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

/** Of the newest hundred migrations, the last one to this version. */
async function newestRun(procedure: string, version: string): Promise<BulkRun | null> {
  const { items } = await api.get<Page<BulkRun>>('/bulk-runs', { query: { kind: 'migration', limit: 100 } });
  return items.find((run) => run.procedure === procedure && run.version === Number(version)) ?? null;
}

const isWorking = ({ state }: BulkRun): boolean => state === 'previewing' || state === 'applying';
