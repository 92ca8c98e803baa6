import { askerOf } from '../access/asker.ts';
import { auditWrite } from '../access/audit.ts';
import { type Clock, isoNow } from '../clock.ts';
import { type BackupOutcomeResource, type BackupStatus, backupStatus } from '../contract/backups.ts';
import { Answer, type Endpoint, endpoint } from '../http/endpoint.ts';
import { type Language, sentence } from '../http/messages.ts';
import { Problem, problem } from '../http/problem.ts';
import { storeMessages } from '../store/messages.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import type { Attempt, BackupKeeper, BackupSettings } from './keep-backups.ts';
import { backupMessages } from './messages.ts';

const tag = 'Quản trị';

export interface ScheduledBackups {
  keeper: BackupKeeper;
  settings: BackupSettings;
  isEncrypted: boolean;
}

/** @param deps.scheduled absent where the server takes none by itself */
export const backupRoutes = (deps: {
  scheduled?: ScheduledBackups | undefined;
  store: Store;
  clock: Clock;
}): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/admin/backups',
    summary: 'Các bản sao lưu, kết quả lần gần nhất và lần tới',
    tag,
    auth: 'session',
    ability: ['manage', 'Backup'],
    response: backupStatus,
    handler: ({ language }) => viewBackups(deps.scheduled, language),
  }),
  endpoint({
    method: 'post',
    path: '/admin/backups',
    summary: 'Sao lưu ngay; trả lời khi đã bắt đầu',
    tag,
    auth: 'session',
    ability: ['manage', 'Backup'],
    response: backupStatus,
    status: 202,
    handler: async (context) => {
      const { scheduled, store, clock } = deps;
      if (!scheduled) throw problem('backup.not-scheduled', 409);
      scheduled.keeper.begin();
      await store.commit(auditWrite({ at: isoNow(clock), ...askerOf(context), what: 'backup.begin' }));
      return new Answer(202, await viewBackups(scheduled, context.language));
    },
  }),
];

async function viewBackups(
  scheduled: ScheduledBackups | undefined,
  language: Language,
): Promise<BackupStatus> {
  if (!scheduled) return { isScheduled: false, files: [] };
  const { files, nextAt, runningSince, last } = await scheduled.keeper.status();
  const { folder, schedule, retention } = scheduled.settings;
  return {
    isScheduled: true,
    folder,
    schedule,
    retention,
    isEncrypted: scheduled.isEncrypted,
    nextAt: iso(nextAt),
    ...(runningSince !== undefined && { runningSince: iso(runningSince) }),
    ...(last && { last: viewAttempt(last, language) }),
    files,
  };
}

const iso = (instant: number): string => new Date(instant).toISOString();

function viewAttempt(attempt: Attempt, language: Language): BackupOutcomeResource {
  const { startedAt, endedAt, corrupt, fault } = attempt;
  const times = { startedAt: iso(startedAt), endedAt: iso(endedAt) };
  if (fault !== undefined) return { state: 'failed', ...times, detail: reasonOf(fault, language) };
  if (corrupt === 0) return { state: 'done', ...times };
  const values = { count: corrupt };
  return {
    state: 'incomplete',
    ...times,
    detail: sentence(messages, 'backup.incomplete', { language, values }).detail,
  };
}

const messages = { ...storeMessages, ...backupMessages };

function reasonOf(fault: unknown, language: Language): string {
  if (fault instanceof Problem)
    return sentence(messages, fault.code, { language, values: fault.values }).detail;
  if (fault instanceof StoreUnavailable)
    return sentence(messages, `store.${fault.reason}`, { language }).detail;
  const finding = fault instanceof Error ? fault.message : String(fault);
  return sentence(messages, 'backup.failed', { language, values: { finding } }).detail;
}
