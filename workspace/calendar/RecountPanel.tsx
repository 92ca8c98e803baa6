import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Flex, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkRun } from '../../server/contract/bulk.ts';
import type { Page } from '../../server/contract/common.ts';
import { api } from '../../ui/api/client.ts';
import { ConfirmButton } from '../../ui/components/ConfirmButton.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { type Tone, ToneTag } from '../../ui/components/ToneTag.tsx';
import { ApproveRecount } from './ApproveRecount.tsx';
import { RecountRows } from './RecountRows.tsx';

/** While the server works, its progress is asked for. */
const ASK_EVERY_MS = 700;

const TONES: Record<BulkRun['state'], Tone> = {
  previewing: 'info',
  previewed: 'warning',
  applying: 'info',
  done: 'success',
  cancelled: 'neutral',
};

/** Due dates of running dossiers on the changed calendar: looked at, approved by a person, done with progress. */
export function RecountPanel() {
  const { t } = useTranslation('calendar');
  const queries = useQueryClient();
  const [isApproving, setApproving] = useState(false);
  const {
    data: run,
    error,
    refetch,
  } = useQuery({
    queryKey: ['recount'],
    queryFn: async () =>
      (await api.get<Page<BulkRun>>('/bulk-runs', { query: { kind: 'recount', limit: 1 } })).items[0] ?? null,
    refetchInterval: ({ state: { data } }) => (data && isWorking(data) ? ASK_EVERY_MS : false),
  });
  const again = () => queries.invalidateQueries({ queryKey: ['recount'] });
  const starting = useMutation({ mutationFn: () => api.post('/calendar/recounts', {}), onSettled: again });
  const cancelling = useMutation({
    mutationFn: (id: string) => api.post('/bulk-runs/{id}/cancel', {}, { params: { id } }),
    onSettled: again,
  });
  const isOpen = run?.state === 'previewed' || (run && isWorking(run));
  const failure = error ?? starting.error ?? cancelling.error;
  return (
    <Card title={t('recount.title')} style={{ marginTop: 24 }}>
      <p style={{ marginTop: 0, maxWidth: 760 }}>{t('recount.hint')}</p>
      {failure && <ErrorPanel error={failure} onRetry={() => void refetch()} />}
      {run && (
        <Flex align="center" gap={12} wrap style={{ marginBottom: 12 }}>
          <ToneTag tone={TONES[run.state]}>{t(`recount.is.${run.state}`)}</ToneTag>
          <span role="status">{t(`recount.counts.${run.state}`, run.counts)}</span>
        </Flex>
      )}
      {run?.state === 'applying' && (
        <Progress
          percent={Math.round(
            (100 * (run.counts.concerned - run.counts.waiting)) / run.counts.concerned || 0,
          )}
          aria-label={t('recount.is.applying')}
          style={{ maxWidth: 520 }}
        />
      )}
      {run && run.counts.concerned > 0 && <RecountRows run={run} />}
      <Flex gap={8} wrap>
        {!isOpen && (
          <Button loading={starting.isPending} onClick={() => starting.mutate()}>
            {t('recount.start')}
          </Button>
        )}
        {run?.abilities.includes('approve') && run.counts.concerned > 0 && (
          <Button type="primary" onClick={() => setApproving(true)}>
            {t('recount.approve', { count: run.counts.concerned })}
          </Button>
        )}
        {run?.abilities.includes('cancel') && (
          <ConfirmButton
            question={t('recount.cancelQuestion')}
            loading={cancelling.isPending}
            onConfirm={() => cancelling.mutate(run.id)}
          >
            {t('recount.cancel')}
          </ConfirmButton>
        )}
      </Flex>
      {run && isApproving && (
        <ApproveRecount
          run={run}
          onClose={() => {
            setApproving(false);
            void again();
          }}
        />
      )}
    </Card>
  );
}

const isWorking = ({ state }: BulkRun): boolean => state === 'previewing' || state === 'applying';
