import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Table, Tag } from 'antd';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { foldVietnamese } from '../../ui/format/fold-vietnamese.ts';
import { newestFirst, type VersionedResource, type VersionRow } from './versioned-resource.ts';

export interface VersionedListProps {
  /** of the query, and of what `hrefOf` leads to */
  queryKey: string;
  list(): Promise<{ items: VersionedResource[] }>;
  hrefOf(key: string): string;
  words: { title: string; add: string; search: string; empty: string; name: string; key: string };
  /** asks for a new one's name and key */
  Dialog: ComponentType<{ onClose: () => void }>;
}

/** Everything of a kind with its published version; the way into its editor. */
export function VersionedList({ queryKey, list, hrefOf, words, Dialog }: VersionedListProps) {
  const { t } = useTranslation('versioned');
  const [q, setQ] = useState('');
  const [isAdding, setAdding] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({ queryKey: [queryKey], queryFn: list });
  const mayAdd = data?.items.some(({ abilities }) => abilities.includes('create-version'));
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeading
        title={words.title}
        actions={
          mayAdd && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          )
        }
      />
      <Input
        allowClear
        aria-label={words.search}
        placeholder={words.search}
        style={{ maxWidth: 420, marginBottom: 16 }}
        onChange={(event) => setQ(event.target.value)}
      />
      <Table<VersionedResource>
        rowKey="key"
        loading={isFetching && !data}
        dataSource={data?.items.filter((resource) => matches(resource, q))}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: <EmptyState title={words.empty} /> }}
        columns={[
          {
            title: words.name,
            dataIndex: 'title',
            render: (title: string, { key }) => <Link to={hrefOf(key)}>{title}</Link>,
          },
          { title: words.key, dataIndex: 'key', width: 260 },
          {
            title: t('list.published'),
            width: 170,
            render: (_, { published }) =>
              published ? (
                <Tag color="green">{t('version', { version: published.version })}</Tag>
              ) : (
                <Tag>{t('list.notPublished')}</Tag>
              ),
          },
          {
            title: t('list.latest'),
            width: 260,
            render: (_, { versions }) => <Latest versions={versions} />,
          },
        ]}
      />
      {isAdding && <Dialog onClose={() => setAdding(false)} />}
    </>
  );
}

/** The newest version, when it is not the published one. */
function Latest({ versions }: { versions: VersionRow[] }) {
  const { t } = useTranslation('versioned');
  const [newest] = newestFirst(versions);
  if (!newest || newest.state === 'published') return null;
  return (
    <>
      <Tag color="gold">{t(`state.${newest.state}`)}</Tag>
      {t('version', { version: newest.version })}, <DateTime at={newest.createdAt} dayOnly />
    </>
  );
}

const matches = ({ key, title }: VersionedResource, q: string): boolean =>
  foldVietnamese(`${key} ${title}`).includes(foldVietnamese(q));
