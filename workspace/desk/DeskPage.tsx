import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Task, TaskPage } from '../../server/contract/tasks.ts';
import { api } from '../../ui/api/client.ts';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel, sentencesOf } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { SectionTabs } from '../../ui/components/SectionTabs.tsx';
import { ProcedureSelect } from '../procedure/ProcedureSelect.tsx';
import { TaskTable } from './TaskTable.tsx';
import { SCOPES, type Scope, useTaskFilter } from './task-filter.ts';
import { UrgencyFilter } from './UrgencyFilter.tsx';
import { useRowKeys } from './use-row-keys.ts';

const PAGE_SIZE = 20;

/** The desk: what waits for me and my unit, soonest due first. */
export default function DeskPage() {
  const { t } = useTranslation('desk');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [filter, change] = useTaskFilter();
  const list = useInfiniteQuery({
    queryKey: ['tasks', filter],
    queryFn: ({ pageParam }) =>
      api.get<TaskPage>('/tasks', { query: { ...filter, limit: PAGE_SIZE, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: (previous) => previous,
  });
  const claim = useMutation({
    mutationFn: (task: Task) => api.post<Task>('/tasks/{id}/claim', {}, { params: { id: task.id } }),
    onSuccess: (task) => void message.success(t('claimed', { task: task.name })),
    onError: (error) => {
      const { title, detail } = sentencesOf(error, t);
      void message.error(detail ?? title);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
  const first = list.data?.pages[0];
  const tasks = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = (task: Task | undefined) => task && void navigate(`/cong-viec/${task.id}`);
  const selected = useRowKeys(tasks.length, (index) => open(tasks[index]));
  const isFiltered = Boolean(filter.due || filter.procedure || filter.q);

  const panel = (
    <>
      <Flex gap={12} wrap justify="space-between" style={{ marginBottom: 16 }}>
        <UrgencyFilter counts={first?.counts} value={filter.due} onChange={(due) => change({ due })} />
        <Flex gap={8} wrap role="search">
          <ProcedureSelect
            width={200}
            value={filter.procedure}
            onChange={(procedure) => change({ procedure })}
          />
          <Input.Search
            type="search"
            allowClear
            defaultValue={filter.q}
            placeholder={t('search')}
            aria-label={t('search')}
            onSearch={(q) => change({ q: q.trim() || undefined })}
            style={{ width: 206 }}
          />
        </Flex>
      </Flex>
      {list.error && <ErrorPanel error={list.error} onRetry={list.refetch} />}
      <TaskTable
        tasks={tasks}
        isLoading={list.isPending}
        selected={selected}
        onOpen={open}
        onClaim={(task) => claim.mutate(task)}
        empty={
          <EmptyState
            title={isFiltered ? t('empty.filtered') : t(`empty.${filter.scope}`)}
            hint={isFiltered ? t('empty.filteredHint') : undefined}
          />
        }
      />
      <Flex align="center" justify="space-between" gap={12} style={{ marginTop: 12 }}>
        <span aria-live="polite" style={{ color: '#51606f' }}>
          {first && t('shown', { shown: tasks.length, total: first.total ?? tasks.length })}
        </span>
        {list.hasNextPage && (
          <Button onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {t('more')}
          </Button>
        )}
      </Flex>
    </>
  );

  return (
    <>
      <PageHeading title={t('title')} />
      <Card styles={{ body: { paddingTop: 4 } }}>
        <SectionTabs
          label={t('scope.label')}
          active={filter.scope}
          onChange={(scope) => change({ scope: scope as Scope, due: undefined })}
          sections={SCOPES.map((scope) => ({
            key: scope,
            label: t(`scope.${scope}`),
            children: scope === filter.scope && panel,
          }))}
        />
      </Card>
    </>
  );
}
