import { useTranslation } from 'react-i18next';
import type { Procedure } from '../../server/contract/catalogue.ts';
import { LinkButton } from '../../ui/components/LinkButton.tsx';
import { FeeList } from '../procedure/FeeList.tsx';
import { RequiredPapers } from '../procedure/RequiredPapers.tsx';
import { timeLimitText } from '../procedure/time-limit-text.ts';

/** A procedure as the public reads it: who resolves it, how long, what it costs, which papers. */
export function PublicProcedureCard({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation('procedure');
  const { code, name, field, unitName, timeLimit, fees, components } = procedure;
  return (
    <article className="portal-card">
      <div style={{ color: '#51606f', fontSize: 13.5 }}>
        {code}
        {field && ` · ${field}`}
      </div>
      <h3 style={{ margin: '2px 0 12px', fontSize: 17, fontWeight: 600 }}>{name}</h3>
      <dl className="portal-facts">
        <div>
          <dt>{t('unit')}</dt>
          <dd>{unitName}</dd>
        </div>
        <div>
          <dt>{t('timeLimit')}</dt>
          <dd>{timeLimitText(timeLimit, t)}</dd>
        </div>
        <div>
          <dt>{t('fees')}</dt>
          <dd>
            <FeeList fees={fees} />
          </dd>
        </div>
      </dl>
      <details className="portal-papers">
        <summary>{t('papersCount', { count: components.length })}</summary>
        <RequiredPapers papers={components} />
      </details>
      <LinkButton to={`/nop-ho-so/${encodeURIComponent(code)}`} type="primary" ghost>
        {t('submitOnline')}
      </LinkButton>
    </article>
  );
}
