import { addGauge, type Metrics } from '../http/metrics.ts';
import type { BackupKeeper } from './keep-backups.ts';

/** What an alarm should hang on: too old, or the last attempt in vain. */
export function watchBackups(metrics: Metrics, keeper: BackupKeeper): void {
  addGauge(metrics, {
    name: 'motcua_backup_age_seconds',
    help: 'Time since the last complete backup; +Inf when there is none',
    read: keeper.ageOfLastGood,
  });
  addGauge(metrics, {
    name: 'motcua_backup_failed',
    help: '1 when the last attempt gave no complete backup',
    read: async () => (keeper.hasFailed() ? 1 : 0),
  });
}
