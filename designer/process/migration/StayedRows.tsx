import { useQuery } from '@tanstack/react-query';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BulkRow, BulkRun } from '../../../server/contract/bulk.ts';
import type { Page } from '../../../server/contract/common.ts';
import { api } from '../../../ui/api/client.ts';

const SHOWN = 50;

/** The dossiers that a migration left on their version, each with what has no place in the new one. */
export function StayedRows({ run }: { run: BulkRun }) {
  const { t, i18n } = useTranslation('designer');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const { data } = useQuery({
    queryKey: ['migration-run', run.id, 'stayed', run.counts.skipped],
    queryFn: () =>
      api.get<Page<BulkRow>>('/bulk-runs/{id}/rows', {
        params: { id: run.id },
        query: { state: 'skipped', limit: SHOWN },
      }),
  });
  return (
    <div style={{ marginBottom: 12 }}>
      <div>{t('migration.all.stayed')}</div>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {data?.items.map(({ code, migration }) => (
          <li key={code}>
            <a href={`/ho-so/${encodeURIComponent(code)}`} style={{ textDecoration: 'underline' }}>
              {code}
            </a>
            {': '}
            {migration?.blocked.length
              ? migration.blocked
                  .map(({ element, name, reason }) => `${name || element}: ${reason[language]}`)
                  .join('; ')
              : t('migration.all.changed')}
          </li>
        ))}
      </ul>
      {data?.next && (
        <Typography.Text type="secondary">{t('migration.all.stayedMore', { count: SHOWN })}</Typography.Text>
      )}
    </div>
  );
}
