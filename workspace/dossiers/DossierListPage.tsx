import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, Flex, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Page } from '../../server/contract/common.ts';
import type { DossierRow } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';
import { DayInput } from '../../ui/components/DayInput.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { useSession } from '../../ui/session/session-context.tsx';
import { useRowKeys } from '../desk/use-row-keys.ts';
import { PrintMany } from '../documents/PrintMany.tsx';
import { ProcedureSelect } from '../procedure/ProcedureSelect.tsx';
import { DossierTable } from './DossierTable.tsx';
import { useDossierFilter } from './dossier-filter.ts';
import { OperateMany } from './OperateMany.tsx';
import { STATUS_ORDER } from './status-order.ts';

const PAGE_SIZE = 20;

/** Finds dossiers by code, person, status, procedure and day of reception. */
export default function DossierListPage() {
  const { t } = useTranslation('dossier');
  const navigate = useNavigate();
  const { may } = useSession();
  const [filter, change] = useDossierFilter();
  const list = useInfiniteQuery({
    queryKey: ['dossiers', filter],
    queryFn: ({ pageParam }) =>
      api.get<Page<DossierRow>>('/dossiers', { query: { ...filter, limit: PAGE_SIZE, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: (previous) => previous,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = (row: DossierRow | undefined) =>
    row && void navigate(`/ho-so/${encodeURIComponent(row.code)}`);
  const selected = useRowKeys(rows.length, (index) => open(rows[index]));
  const [chosen, setChosen] = useState<string[]>([]);
  // what a changed filter no longer shows is not acted on unseen
  const picked = rows.map(({ code }) => code).filter((code) => chosen.includes(code));
  const total = list.data?.pages[0]?.total;

  return (
    <>
      <PageHeading
        title={t('list.title')}
        actions={
          may('desk') && (
            <Space wrap>
              <OperateMany chosen={picked} onDone={() => setChosen([])} />
              <PrintMany rows={rows} />
            </Space>
          )
        }
      />
      <Card>
        <Flex gap={8} wrap role="search" style={{ marginBottom: 16 }}>
          <Input.Search
            type="search"
            allowClear
            defaultValue={filter.q}
            placeholder={t('list.search')}
            aria-label={t('list.search')}
            onSearch={(q) => change({ q: q.trim() || undefined })}
            style={{ width: 300 }}
          />
          <ProcedureSelect value={filter.procedure} onChange={(procedure) => change({ procedure })} />
          <Select<string>
            allowClear
            value={filter.status ?? null}
            onChange={(status) => change({ status: status ?? undefined })}
            placeholder={t('list.anyStatus')}
            aria-label={t('list.status')}
            style={{ width: 250 }}
            options={STATUS_ORDER.map((status) => ({ value: status, label: t(`ui:status.${status}`) }))}
          />
          <DayInput
            value={filter.from}
            aria-label={t('list.from')}
            prefix={t('list.from')}
            onChange={(from) => change({ from })}
            style={{ width: 205 }}
          />
          <DayInput
            value={filter.to}
            aria-label={t('list.to')}
            prefix={t('list.to')}
            onChange={(to) => change({ to })}
            style={{ width: 205 }}
          />
          <Checkbox
            checked={filter.overdue === 'true'}
            onChange={(event) => change({ overdue: event.target.checked ? 'true' : undefined })}
            style={{ alignSelf: 'center' }}
          >
            {t('list.overdueOnly')}
          </Checkbox>
        </Flex>
        {list.error && <ErrorPanel error={list.error} onRetry={list.refetch} />}
        <DossierTable
          rows={rows}
          isLoading={list.isPending}
          selected={selected}
          {...(may('desk') && { chosen: picked, onChoose: setChosen })}
          empty={<EmptyState title={t('list.none')} hint={t('list.noneHint')} />}
        />
        <Flex align="center" justify="space-between" gap={12} style={{ marginTop: 12 }}>
          <span aria-live="polite" style={{ color: '#51606f' }}>
            {total !== undefined && t('list.shown', { shown: rows.length, total })}
          </span>
          {list.hasNextPage && (
            <Button onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
              {t('list.more')}
            </Button>
          )}
        </Flex>
      </Card>
    </>
  );
}
