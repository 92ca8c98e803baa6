import type { BackupStatus } from '../../server/contract/backups.ts';

type Translate = (key: string, values?: Record<string, unknown>) => string;

const KINDS = ['daily', 'weekly', 'monthly'] as const;

/**
 * What fills `backups.planText`: `Hằng ngày lúc 01:30` and `7 ngày, 4 tuần, 12 tháng`; null where there is no plan.
 * @param t of namespace `admin`
 */
export function backupPlan(
  { schedule, retention }: BackupStatus,
  t: Translate,
): { when: string; kept: string } | null {
  if (!schedule || !retention) return null;
  const { every, weekday, day, time } = schedule;
  const kept = KINDS.filter((kind) => retention[kind] !== undefined).map((kind) =>
    t(`backups.keep.${kind}`, { count: retention[kind] }),
  );
  return {
    when: t(`backups.every.${every}`, { weekday: weekday && t(`backups.weekday.${weekday}`), day, time }),
    kept: kept.join(', '),
  };
}
