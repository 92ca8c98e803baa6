import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Input, Skeleton } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Procedure } from '../../server/contract/catalogue.ts';
import type { Page } from '../../server/contract/common.ts';
import { api } from '../../ui/api/client.ts';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { bestMatches } from '../../ui/format/fold-vietnamese.ts';
import { usePageTitle } from '../../ui/shell/use-page-title.ts';
import { PublicProcedureCard } from './PublicProcedureCard.tsx';

/** The public portal: look up a dossier by its code, find a procedure. */
export default function PortalPage() {
  const { t } = useTranslation('portal');
  usePageTitle(t('title'));
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [wanted, setWanted] = useState('');
  const filter = useDeferredValue(wanted);
  const { data, error, refetch } = useQuery({
    queryKey: ['public-procedures'],
    queryFn: () => api.get<Page<Procedure>>('/public/procedures', { query: { limit: 200 } }),
  });
  const found =
    data &&
    bestMatches(filter, data.items, ({ code, name, field, unitName }) => [code, name, field, unitName]);
  return (
    <Flex vertical gap={24}>
      <section className="portal-hero" aria-labelledby="tra-cuu-ho-so">
        <h1 id="tra-cuu-ho-so">{t('lookup.title')}</h1>
        <p>{t('lookup.hint')}</p>
        <form
          className="portal-lookup"
          onSubmit={(event) => {
            event.preventDefault();
            const wantedCode = code.trim().toUpperCase();
            if (wantedCode) void navigate(`/tra-cuu/${encodeURIComponent(wantedCode)}`);
          }}
        >
          <Input
            size="large"
            required
            value={code}
            onChange={(event) => setCode(event.target.value)}
            aria-label={t('lookup.code')}
            placeholder="H01.30.01-260417-0001"
          />
          <Button size="large" htmlType="submit" icon={<SearchOutlined />}>
            {t('lookup.go')}
          </Button>
        </form>
      </section>
      <section aria-labelledby="thu-tuc">
        <h2 id="thu-tuc" style={{ fontSize: 20, fontWeight: 600, margin: '0 0 12px' }}>
          {t('procedures.title')}
        </h2>
        <Input
          type="search"
          size="large"
          prefix={<SearchOutlined />}
          aria-label={t('procedures.search')}
          placeholder={t('procedures.search')}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          allowClear
          style={{ marginBottom: 16 }}
        />
        {error && <ErrorPanel error={error} onRetry={refetch} />}
        {!data && !error && <Skeleton active />}
        {found?.length === 0 && <EmptyState title={t('procedures.none')} hint={t('procedures.noneHint')} />}
        <ul className="portal-results" aria-live="polite">
          {found?.map((procedure) => (
            <li key={procedure.code}>
              <PublicProcedureCard procedure={procedure} />
            </li>
          ))}
        </ul>
      </section>
    </Flex>
  );
}
