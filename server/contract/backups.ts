/** Backups that the server takes by itself, as an administrator sees them. */
import { z } from 'zod';
import { instant } from './common.ts';

/** A time of day in Asia/Ho_Chi_Minh. */
const backupSchedule = z.object({
  every: z.enum(['day', 'week', 'month']),
  /** ISO weekday, 1 Monday .. 7 Sunday, of a weekly one */
  weekday: z.number().int().optional(),
  /** of the month, of a monthly one */
  day: z.number().int().optional(),
  /** `HH:MM` */
  time: z.string(),
});

/** How many days, weeks and months keep their newest backup. */
const backupRetention = z.object({
  daily: z.number().int().optional(),
  weekly: z.number().int().optional(),
  monthly: z.number().int().optional(),
});

const backupFile = z.object({
  name: z.string(),
  takenAt: instant,
  /** bytes */
  size: z.number().int(),
  /** false: files that were damaged in the store are not in it */
  isComplete: z.boolean(),
  isEncrypted: z.boolean(),
});

/** How the last attempt since the server's start ended. */
const backupOutcome = z.object({
  state: z.enum(['done', 'incomplete', 'failed']),
  startedAt: instant,
  endedAt: instant,
  /** why it failed or what is missing, in the caller's language */
  detail: z.string().optional(),
});

export const backupStatus = z.object({
  /** false: the server takes none by itself, and says nothing else */
  isScheduled: z.boolean(),
  folder: z.string().optional(),
  schedule: backupSchedule.optional(),
  retention: backupRetention.optional(),
  /** whether the next ones will be */
  isEncrypted: z.boolean().optional(),
  nextAt: instant.optional(),
  /** since when one is being taken */
  runningSince: instant.optional(),
  last: backupOutcome.optional(),
  /** newest first */
  files: z.array(backupFile),
});

export type BackupSchedule = z.infer<typeof backupSchedule>;
export type BackupRetention = z.infer<typeof backupRetention>;
export type BackupFile = z.infer<typeof backupFile>;
export type BackupOutcomeResource = z.infer<typeof backupOutcome>;
export type BackupStatus = z.infer<typeof backupStatus>;
