import { useMutation } from '@tanstack/react-query';
import { Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../ui/api/client.ts';
import { BulkRunState } from '../../ui/bulk-runs/BulkRunState.tsx';
import { useBulkRun } from '../../ui/bulk-runs/use-bulk-run.ts';
import { ConfirmButton } from '../../ui/components/ConfirmButton.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { ApproveRecount } from './ApproveRecount.tsx';
import { RecountRows } from './RecountRows.tsx';

/** Due dates of running dossiers on the changed calendar: looked at, approved by a person, done with progress. */
export function RecountPanel() {
  const { t } = useTranslation('calendar');
  const [isApproving, setApproving] = useState(false);
  const { run, error, refetch, isOpen, again } = useBulkRun({ queryKey: ['recount'], kind: 'recount' });
  const starting = useMutation({ mutationFn: () => api.post('/calendar/recounts', {}), onSettled: again });
  const cancelling = useMutation({
    mutationFn: (id: string) => api.post('/bulk-runs/{id}/cancel', {}, { params: { id } }),
    onSettled: again,
  });
  const failure = error ?? starting.error ?? cancelling.error;
  return (
    <Card title={t('recount.title')} style={{ marginTop: 24 }}>
      <p style={{ marginTop: 0, maxWidth: 760 }}>{t('recount.hint')}</p>
      {failure && <ErrorPanel error={failure} onRetry={() => void refetch()} />}
      {run && (
        <BulkRunState
          run={run}
          state={t(`recount.is.${run.state}`)}
          counts={t(`recount.counts.${run.state}`, run.counts)}
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
