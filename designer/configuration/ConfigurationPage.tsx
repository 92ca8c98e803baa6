import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Skeleton, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConfigurationFinding } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { ToneTag } from '../../ui/components/ToneTag.tsx';

/** Everything in the configuration that would stop a dossier, with the way to mend it. */
export function ConfigurationPage() {
  const { t, i18n } = useTranslation('designer');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['configuration-check'],
    queryFn: () => api.get<{ items: ConfigurationFinding[] }>('/configuration-check'),
    staleTime: 0,
  });
  const items = data?.items ?? [];
  return (
    <>
      <PageHeading
        title={t('configuration.title')}
        actions={
          <Button loading={isFetching} onClick={() => void refetch()}>
            {t('configuration.again')}
          </Button>
        }
      />
      <p>{t('configuration.hint')}</p>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active />}
      {data && items.length === 0 && <Alert type="success" showIcon title={t('configuration.clean')} />}
      {items.length > 0 && (
        <Table<ConfigurationFinding>
          size="small"
          rowKey={({ subject, key, code, element, message }) =>
            `${subject}${key}${code}${element ?? ''}${message.en}`
          }
          dataSource={items}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          columns={[
            {
              title: t('configuration.severity'),
              width: 130,
              render: (_, { severity }) => (
                <ToneTag tone={severity === 'error' ? 'danger' : 'warning'}>
                  {t(`configuration.severities.${severity}`)}
                </ToneTag>
              ),
            },
            {
              title: t('configuration.where'),
              width: 280,
              render: (_, finding) => <FindingLink finding={finding} />,
            },
            { title: t('configuration.what'), render: (_, { message }) => message[language] },
          ]}
        />
      )}
    </>
  );
}

/** The calendar is kept in the other half of the product: a full load leads there. */
function FindingLink({ finding }: { finding: ConfigurationFinding }) {
  const { t } = useTranslation('designer');
  const words = t(`configuration.subjects.${finding.subject}`, { key: finding.key });
  return finding.subject === 'calendar' ? (
    <a href="/lich-lam-viec">{words}</a>
  ) : (
    <Link to={addressOf(finding)}>{words}</Link>
  );
}

function addressOf({ subject, key, version }: ConfigurationFinding): string {
  if (subject === 'form') return `/thiet-ke/bieu-mau/${key}`;
  if (subject === 'template') return `/thiet-ke/mau-van-ban/${key}`;
  return version === undefined ? `/thiet-ke/thu-tuc/${key}` : `/thiet-ke/quy-trinh/${key}/${version}`;
}
