import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createInstance } from 'i18next';
import { packageRoot } from '../../server/package-root.ts';
import { backupPlan } from '../../workspace/admin/backup-plan.ts';

const admin = JSON.parse(readFileSync(join(packageRoot(), 'workspace/i18n/vi/admin.json'), 'utf8'));
const words = createInstance({ lng: 'vi', ns: ['admin'], defaultNS: 'admin', resources: { vi: { admin } } });
await words.init();

describe('the plan of backups in words', () => {
  it.each([
    [
      { every: 'day', time: '01:30' } as const,
      { daily: 7, weekly: 4, monthly: 12 },
      'Hằng ngày lúc 01:30; giữ bản mới nhất của 7 ngày, 4 tuần, 12 tháng',
    ],
    [
      { every: 'week', weekday: 7, time: '22:00' } as const,
      { weekly: 9 },
      'Chủ nhật hằng tuần lúc 22:00; giữ bản mới nhất của 9 tuần',
    ],
    [
      { every: 'month', day: 1, time: '03:15' } as const,
      { monthly: 24 },
      'Ngày 1 hằng tháng lúc 03:15; giữ bản mới nhất của 24 tháng',
    ],
  ])('says %j and %j', (schedule, retention, sentence) => {
    const plan = backupPlan({ isScheduled: true, schedule, retention, files: [] }, words.t)!;
    expect(words.t('backups.planText', plan)).toBe(sentence);
  });

  it('says nothing where there is none', () => {
    expect(backupPlan({ isScheduled: false, files: [] }, words.t)).toBeNull();
  });
});
