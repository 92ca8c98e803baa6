import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TaskPage, Urgency } from '../../server/contract/tasks.ts';

interface Props {
  counts: TaskPage['counts'] | undefined;
  value: Urgency | undefined;
  onChange: (value: Urgency | undefined) => void;
}

/** How many tasks are how pressing; each is a switch that shows only those. */
export function UrgencyFilter({ counts, value, onChange }: Props) {
  const { t } = useTranslation('ui');
  return (
    <Flex gap={8} wrap>
      {URGENCIES.map((urgency) => (
        <Button
          key={urgency}
          aria-pressed={value === urgency}
          type={value === urgency ? 'primary' : 'default'}
          danger={urgency === 'overdue' && (counts?.overdue ?? 0) > 0}
          onClick={() => onChange(value === urgency ? undefined : urgency)}
        >
          {t(`due.${urgency}`)} <strong className="numeric">{counts?.[urgency] ?? '–'}</strong>
        </Button>
      ))}
    </Flex>
  );
}

const URGENCIES: Urgency[] = ['overdue', 'today', 'soon', 'later'];
