import { useQuery } from '@tanstack/react-query';
import { Select, Skeleton, Table } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LawCitation } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { ToneTag } from '../../ui/components/ToneTag.tsx';

/** For a text of law: every step, limit, paper, field and template that cites it. When the text is replaced, this is what has to be looked at. */
export function LawPage() {
  const { t } = useTranslation('designer');
  const [law, setLaw] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['law-citations'],
    queryFn: () => api.get<{ items: LawCitation[] }>('/law-citations'),
  });
  const items = data?.items ?? [];
  const laws = useMemo(() => countedLaws(items), [items]);
  const shown = law === undefined ? items : items.filter((citation) => citation.law === law);
  const procedures = new Set(shown.map(({ subject }) => subject)).size;
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeading title={t('law.title')} />
      <p>{t('law.hint')}</p>
      {!data && <Skeleton active />}
      {data && items.length === 0 && <EmptyState title={t('law.none')} hint={t('law.noneHint')} />}
      {items.length > 0 && (
        <>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('law.choose')}
            placeholder={t('law.choose')}
            style={{ width: '100%', maxWidth: 560, marginBottom: 12 }}
            value={law}
            options={laws.map(({ name, count }) => ({
              value: name,
              label: t('law.option', { name, count }),
            }))}
            onChange={setLaw}
          />
          <p>{t('law.touched', { steps: shown.length, procedures })}</p>
          <Table<LawCitation>
            size="small"
            rowKey={({ kind, subject, version, element, citation }) =>
              `${kind}:${subject}@${version}/${element}/${citation}`
            }
            dataSource={shown}
            pagination={{ pageSize: 50, hideOnSinglePage: true }}
            columns={[
              { title: t('law.citation'), dataIndex: 'citation', width: 320 },
              {
                title: t('law.place'),
                width: 260,
                render: (_, { kind, name }) => (
                  <>
                    <div>{t(`law.kinds.${kind}`)}</div>
                    {name !== '' && kind !== 'template' && <strong>{name}</strong>}
                  </>
                ),
              },
              {
                title: t('law.subject'),
                render: (_, citation) => (
                  <Link to={PAGES[citation.kind](citation)}>
                    {citation.subject} · {citation.subjectName}
                  </Link>
                ),
              },
              {
                title: t('list.state'),
                width: 190,
                render: (_, { version, state, isStillFollowed }) =>
                  version === undefined ? (
                    t('law.entry')
                  ) : (
                    <>
                      {t('editor.versionOption', { version, state: t(`life.states.${state}`) })}{' '}
                      {isStillFollowed && <ToneTag tone="warning">{t('law.stillFollowed')}</ToneTag>}
                    </>
                  ),
              },
            ]}
          />
        </>
      )}
    </>
  );
}

const entryPage = ({ subject }: LawCitation) => `/thiet-ke/thu-tuc/${subject}`;

/** Where the citing place is changed. */
const PAGES: Record<LawCitation['kind'], (citation: LawCitation) => string> = {
  step: ({ subject, version }) => `/thiet-ke/quy-trinh/${subject}/${version}`,
  limit: entryPage,
  paper: entryPage,
  field: ({ subject }) => `/thiet-ke/bieu-mau/${subject}`,
  template: ({ subject }) => `/thiet-ke/mau-van-ban/${subject}`,
};

function countedLaws(items: readonly LawCitation[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { law } of items) counts.set(law, (counts.get(law) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}
