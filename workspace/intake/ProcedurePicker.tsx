import { SearchOutlined } from '@ant-design/icons';
import { Card, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '../../server/contract/catalogue.ts';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { bestMatches } from '../../ui/format/fold-vietnamese.ts';
import { timeLimitText } from '../procedure/time-limit-text.ts';
import { useProcedures } from '../procedure/use-procedures.ts';
import './intake.css';

/** The first question at the counter: which procedure? Type, Enter takes the first found. */
export function ProcedurePicker({ onPick }: { onPick: (procedure: Procedure) => void }) {
  const { t } = useTranslation('intake');
  const { data, error, refetch } = useProcedures();
  const [wanted, setWanted] = useState('');
  const offered = data?.filter(({ activeVersion }) => activeVersion !== undefined);
  const found = offered && bestMatches(wanted, offered, ({ code, name, field }) => [code, name, field]);
  const pickFirst = () => found?.[0] && onPick(found[0]);
  return (
    <Card>
      <Input
        type="search"
        size="large"
        autoFocus
        prefix={<SearchOutlined />}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        onPressEnter={pickFirst}
        placeholder={t('pick.search')}
        aria-label={t('pick.search')}
      />
      <p style={{ color: '#51606f', margin: '8px 0 12px' }}>{t('pick.hint')}</p>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active />}
      {found?.length === 0 && <EmptyState title={t('pick.none')} />}
      <ul className="procedure-list">
        {found?.map((procedure) => (
          <li key={procedure.code}>
            <button type="button" className="procedure-choice" onClick={() => onPick(procedure)}>
              <strong>{procedure.name}</strong>
              <span>
                {procedure.code} · {procedure.field} ·{' '}
                {timeLimitText(procedure.timeLimit, (key, values) => t(`procedure:${key}`, { ...values }))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
