import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TemplateResource } from '../../server/contract/catalogue.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { foldVietnamese } from '../../ui/format/fold-vietnamese.ts';
import { NewTemplateDialog } from './NewTemplateDialog.tsx';
import { listTemplates } from './template-api.ts';

/** Every paper's template with its published version; the way into the editor. */
export function TemplateList() {
  const { t } = useTranslation('templates');
  const [q, setQ] = useState('');
  const [isAdding, setAdding] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({ queryKey: ['templates'], queryFn: listTemplates });
  const mayAdd = data?.items.some(({ abilities }) => abilities.includes('create-version'));
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeading
        title={t('list.title')}
        actions={
          mayAdd && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('list.add')}
            </Button>
          )
        }
      />
      <Input
        allowClear
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        style={{ maxWidth: 420, marginBottom: 16 }}
        onChange={(event) => setQ(event.target.value)}
      />
      <Table<TemplateResource>
        rowKey="key"
        loading={isFetching && !data}
        dataSource={data?.items.filter((template) => matches(template, q))}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: <EmptyState title={t('list.empty')} /> }}
        columns={[
          {
            title: t('list.name'),
            dataIndex: 'title',
            render: (title: string, { key }) => <Link to={`/thiet-ke/mau-van-ban/${key}`}>{title}</Link>,
          },
          { title: t('list.key'), dataIndex: 'key', width: 220 },
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
          { title: t('list.latest'), width: 260, render: (_, template) => <Latest template={template} /> },
        ]}
      />
      {isAdding && <NewTemplateDialog onClose={() => setAdding(false)} />}
    </>
  );
}

/** The newest version, when it is not the published one. */
function Latest({ template: { versions } }: { template: TemplateResource }) {
  const { t } = useTranslation('templates');
  const [newest] = [...versions].sort((a, b) => b.version - a.version);
  if (!newest || newest.state === 'published') return null;
  return (
    <>
      <Tag color="gold">{t(`state.${newest.state}`)}</Tag>
      {t('version', { version: newest.version })}, <DateTime at={newest.createdAt} dayOnly />
    </>
  );
}

const matches = ({ key, title }: TemplateResource, q: string): boolean =>
  foldVietnamese(`${key} ${title}`).includes(foldVietnamese(q));
