import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BulkRow, BulkRun } from '../../server/contract/bulk.ts';
import type { Page } from '../../server/contract/common.ts';
import { api } from '../../ui/api/client.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { type Tone, ToneTag } from '../../ui/components/ToneTag.tsx';

const PAGE = 50;

const TONES: Record<BulkRow['state'], Tone> = { waiting: 'neutral', done: 'success', skipped: 'warning' };

/** Dossier by dossier: the date that was promised, the one it would be, and why. */
export function RecountRows({ run }: { run: BulkRun }) {
  const { t } = useTranslation('calendar');
  const [limit, setLimit] = useState(PAGE);
  const { data, error, refetch, isPending } = useQuery({
    queryKey: ['recount', run.id, run.state, run.counts.waiting, limit],
    queryFn: () =>
      api.get<Page<BulkRow>>('/bulk-runs/{id}/rows', { params: { id: run.id }, query: { limit } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div style={{ marginBottom: 16 }}>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <Table<BulkRow>
        rowKey="code"
        size="small"
        loading={isPending && !error}
        pagination={false}
        dataSource={data?.items ?? []}
        scroll={{ x: 900 }}
        columns={[
          {
            title: t('recount.dossier'),
            render: (_, { code, recount }) => (
              <>
                <Link to={`/ho-so/${encodeURIComponent(code)}`}>{code}</Link>
                <div style={{ color: '#51606f', fontSize: 13.5 }}>{recount?.procedure}</div>
              </>
            ),
          },
          { title: t('recount.before'), width: 150, render: (_, { recount }) => when(recount?.due.before) },
          {
            title: t('recount.after'),
            width: 190,
            render: (_, { recount }) => (
              <>
                <strong style={{ fontWeight: 600 }}>{when(recount?.due.after)}</strong>
                {recount?.isPaused && <div style={{ fontSize: 13.5 }}>{t('recount.paused')}</div>}
                {recount?.tasks.map(({ name, after }) => (
                  <div key={name} style={{ color: '#51606f', fontSize: 13.5 }}>
                    {name}: {when(after)}
                  </div>
                ))}
              </>
            ),
          },
          { title: t('recount.reason'), render: (_, { recount }) => recount?.reason },
          {
            title: t('recount.state'),
            width: 150,
            render: (_, { state, problem }) => (
              <>
                <ToneTag tone={TONES[state]}>{t(`recount.row.${state}`)}</ToneTag>
                {problem && (
                  <div style={{ fontSize: 13.5 }}>
                    {t(`recount.problem.${problem}`, t('recount.problem.other'))}
                  </div>
                )}
              </>
            ),
          },
        ]}
      />
      {data?.next && limit < 200 && (
        <Button type="link" onClick={() => setLimit(200)}>
          {t('recount.more')}
        </Button>
      )}
    </div>
  );
}

const when = (instant: string | undefined) => instant && <DateTime at={instant} />;
