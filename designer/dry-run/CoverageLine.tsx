import { Button, Progress, Typography } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { showElement } from '../process/board/show-element.ts';
import type { Coverage } from './coverage.ts';

const SHOWN = 6;

/** What the runs of this sitting went through, and what none has reached yet; a click shows it. */
export function CoverageLine({ modeler, coverage }: { modeler: Modeler; coverage: Coverage }) {
  const { t } = useTranslation('designer');
  const { all, covered, missing } = coverage;
  return (
    <section aria-label={t('trial.coverage')}>
      <Typography.Text>{t('trial.covered', { covered, all })}</Typography.Text>
      <Progress
        percent={Math.round((covered / Math.max(1, all)) * 100)}
        size="small"
        aria-label={t('trial.coverage')}
        status={missing.length === 0 ? 'success' : 'normal'}
      />
      {missing.length > 0 && (
        <div className="coverage-missing">
          <Typography.Text type="secondary">{t('trial.notCovered')}</Typography.Text>{' '}
          {missing.slice(0, SHOWN).map(({ id, name }) => (
            <Button key={id} type="link" size="small" onClick={() => showElement(modeler, id)}>
              {name}
            </Button>
          ))}
          {missing.length > SHOWN && t('trial.more', { count: missing.length - SHOWN })}
        </div>
      )}
    </section>
  );
}
