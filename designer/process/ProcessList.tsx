import { useQuery } from '@tanstack/react-query';
import { Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Procedure, ProcessVersion } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { LinkButton } from '../../ui/components/LinkButton.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';

/** Every procedure with its processes; the way into the drawing board. */
export function ProcessList() {
  const { t } = useTranslation('designer');
  const [q, setQ] = useState('');
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['procedures', q],
    queryFn: () => api.get<{ items: Procedure[] }>('/procedures', { query: { q, limit: 200 } }),
    placeholderData: (previous) => previous,
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeading
        title={t('list.processes')}
        actions={<LinkButton to="/thiet-ke/thu-tuc/moi">{t('procedures.new')}</LinkButton>}
      />
      <Input.Search
        allowClear
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        style={{ maxWidth: 420, marginBottom: 16 }}
        onSearch={setQ}
      />
      <Table<Procedure>
        rowKey="code"
        loading={isFetching && !data}
        dataSource={data?.items}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: <EmptyState title={t('list.empty')} /> }}
        expandable={{ expandedRowRender: (procedure) => <VersionRows procedure={procedure.code} /> }}
        columns={[
          { title: t('list.code'), dataIndex: 'code', width: 130 },
          {
            title: t('list.name'),
            dataIndex: 'name',
            render: (name: string, { code, activeVersion }) =>
              activeVersion ? <Link to={`/thiet-ke/quy-trinh/${code}/${activeVersion}`}>{name}</Link> : name,
          },
          { title: t('list.unit'), dataIndex: 'unitName' },
          {
            title: t('procedures.entry'),
            width: 150,
            render: (_, { code }) => <Link to={`/thiet-ke/thu-tuc/${code}`}>{t('procedures.open')}</Link>,
          },
          {
            title: t('list.active'),
            dataIndex: 'activeVersion',
            width: 160,
            render: (version?: number) =>
              version ? (
                <Tag color="green">{t('list.version', { version })}</Tag>
              ) : (
                <Tag>{t('list.noVersion')}</Tag>
              ),
          },
        ]}
      />
    </>
  );
}

function VersionRows({ procedure }: { procedure: string }) {
  const { t } = useTranslation('designer');
  const { data, error } = useQuery({
    queryKey: ['process', procedure, 'versions'],
    queryFn: () =>
      api.get<{ items: ProcessVersion[] }>('/procedures/{code}/processes', { params: { code: procedure } }),
  });
  if (error) return <ErrorPanel error={error} />;
  return (
    <Table<ProcessVersion>
      size="small"
      rowKey="version"
      loading={!data}
      dataSource={data?.items}
      pagination={false}
      locale={{ emptyText: t('list.noVersion') }}
      columns={[
        {
          title: t('editor.version'),
          dataIndex: 'version',
          render: (version: number) => (
            <Link to={`/thiet-ke/quy-trinh/${procedure}/${version}`}>{t('list.version', { version })}</Link>
          ),
        },
        { title: t('list.state'), dataIndex: 'state', render: (state: string) => t(`life.states.${state}`) },
        {
          title: t('list.decision'),
          render: (_, { decision }) => (decision ? t('life.decision', decision) : '–'),
        },
        { title: t('list.by'), dataIndex: 'createdBy' },
      ]}
    />
  );
}
