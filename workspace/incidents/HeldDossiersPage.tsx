import { Button, Card, Flex, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HeldDossier } from '../../server/contract/incidents.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { useHeldDossiers } from './use-incidents.ts';

/** Every dossier whose process is held, the longest held first: what whoever keeps processes running looks through. */
export default function HeldDossiersPage() {
  const { t } = useTranslation('incidents');
  const list = useHeldDossiers();
  const held = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeading title={t('list.title')} />
      <p style={{ marginTop: 0, maxWidth: 760 }}>{t('list.hint')}</p>
      {list.error && <ErrorPanel error={list.error} onRetry={list.refetch} takesFocus />}
      <Card styles={{ body: { padding: 0, overflowX: 'auto' } }}>
        <Table<HeldDossier>
          rowKey="code"
          dataSource={held}
          loading={list.isPending}
          pagination={false}
          size="middle"
          style={{ minWidth: 860 }}
          tableLayout="fixed"
          locale={{ emptyText: <EmptyState title={t('list.none')} hint={t('list.noneHint')} /> }}
          columns={[
            {
              title: t('list.dossier'),
              width: 270,
              render: (_, { code, procedure, status }) => (
                <>
                  <Link to={`/ho-so/${encodeURIComponent(code)}`} className="numeric">
                    {code}
                  </Link>
                  <div className="two-lines" style={QUIET}>
                    {procedure.name}
                  </div>
                  <div style={QUIET}>{status}</div>
                </>
              ),
            },
            {
              title: t('list.where'),
              render: (_, { incidents }) =>
                incidents.map(({ id, elementName, text }) => (
                  <div key={id}>
                    <strong style={{ fontWeight: 600 }}>{elementName}</strong>
                    <div>{text}</div>
                  </div>
                )),
            },
            { title: t('list.unit'), dataIndex: 'unitName', width: 190 },
            { title: t('list.since'), width: 150, render: (_, { since }) => <DateTime at={since} /> },
            {
              title: t('list.dueAt'),
              width: 150,
              render: (_, { dueAt }) => dueAt && <DateTime at={dueAt} />,
            },
          ]}
        />
      </Card>
      {list.hasNextPage && (
        <Flex justify="center" style={{ marginTop: 16 }}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </Flex>
      )}
    </>
  );
}

const QUIET = { color: '#51606f', fontSize: 13.5 };
