import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Space, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Page } from '../../server/contract/common.ts';
import type { DocumentToSign } from '../../server/contract/documents.ts';
import { api } from '../../ui/api/client.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { DocumentActions } from './DocumentActions.tsx';
import { SignMany } from './SignMany.tsx';

/** What waits for my signature (trình ký): looked at one by one, signed one by one or together. */
export default function ToSignPage() {
  const { t } = useTranslation('documents');
  const [chosen, setChosen] = useState<string[]>([]);
  const list = useInfiniteQuery({
    queryKey: ['to-sign'],
    queryFn: ({ pageParam }) =>
      api.get<Page<DocumentToSign>>('/documents/to-sign', { query: { limit: 50, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const papers = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const picked = papers.filter((paper) => chosen.includes(keyOf(paper)));
  return (
    <>
      <PageHeading
        title={t('toSign.title')}
        actions={<SignMany papers={picked} onSigned={() => setChosen([])} />}
      />
      {list.error && <ErrorPanel error={list.error} onRetry={list.refetch} takesFocus />}
      {/* antd repeats the head's checkbox, hidden, in a table that it scrolls itself */}
      <Card styles={{ body: { padding: 0, overflowX: 'auto' } }}>
        <Table<DocumentToSign>
          rowKey={keyOf}
          dataSource={papers}
          loading={list.isPending}
          pagination={false}
          size="middle"
          style={{ minWidth: 760 }}
          tableLayout="fixed"
          locale={{ emptyText: <EmptyState title={t('toSign.none')} hint={t('toSign.noneHint')} /> }}
          rowSelection={{
            selectedRowKeys: chosen,
            onChange: (keys) => setChosen(keys.map(String)),
            getCheckboxProps: (paper) => ({
              'aria-label': t('toSign.choose', { title: paper.title, code: paper.dossier.code }),
            }),
          }}
          columns={[
            {
              title: t('column.paper'),
              render: (_, { title, draft }) => (
                <>
                  <strong style={{ fontWeight: 600 }}>{title}</strong>
                  <div className="two-lines" style={QUIET}>
                    {draft?.reason}
                  </div>
                </>
              ),
            },
            {
              title: t('toSign.dossier'),
              width: 250,
              render: (_, { dossier }) => (
                <>
                  <Link to={`/ho-so/${encodeURIComponent(dossier.code)}?muc=van-ban`} className="numeric">
                    {dossier.code}
                  </Link>
                  <div>{dossier.applicant}</div>
                  <div className="two-lines" style={QUIET}>
                    {dossier.procedure}
                  </div>
                </>
              ),
            },
            {
              title: t('toSign.dueAt'),
              width: 150,
              render: (_, { dossier }) => dossier.dueAt && <DateTime at={dossier.dueAt} />,
            },
            {
              title: <span className="visually-hidden">{t('column.actions')}</span>,
              width: 140,
              render: (_, paper) => <DocumentActions paper={paper} dossier={paper.dossier} />,
            },
          ]}
        />
      </Card>
      {list.hasNextPage && (
        <Flex justify="center" style={{ marginTop: 16 }}>
          <Space>
            <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
              {t('toSign.more')}
            </Button>
          </Space>
        </Flex>
      )}
    </>
  );
}

const keyOf = ({ dossier, id }: DocumentToSign): string => `${dossier.code}/${id}`;
const QUIET = { color: '#51606f' };
