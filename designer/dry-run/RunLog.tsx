import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DryRun } from '../../server/contract/trial/dry-run.ts';
import { formatInstant } from '../../ui/format/format-time.ts';

/** Events that tell a procedure owner something; the rest are the kernel's bookkeeping. */
const TOLD = new Set(['wait', 'complete', 'timer', 'cancel', 'end', 'incident']);

/** What happened in a trial, in order. */
export function RunLog({ run }: { run: DryRun }) {
  const { t } = useTranslation('designer');
  const told = run.events.filter(({ type }) => TOLD.has(type));
  const nameOf = (element: string) => run.process.steps.find(({ id }) => id === element)?.name ?? element;
  const lines = (
    <ol className="trial-log">
      {told.map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows, and equal lines are told apart by their place
        <li key={index}>
          {formatInstant(event.at)} · {t(`trial.events.${event.type}`)} · {nameOf(event.element)}
        </li>
      ))}
    </ol>
  );
  return (
    <Collapse
      size="small"
      items={[{ key: 'log', label: t('trial.log', { count: told.length }), children: lines }]}
    />
  );
}
