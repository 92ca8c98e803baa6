/** What people are told: notices to staff and account holders, messages to applicants, and the jobs that failed. */
import { z } from 'zod';
import { instant, page, pageQuery } from './common.ts';

export const notice = z.object({
  id: z.string(),
  /** `task-opened`, `supplement-requested`, `delay-foreseen`, `overdue`, ... */
  topic: z.string(),
  /** in the caller's language */
  title: z.string(),
  text: z.string(),
  dossier: z.string(),
  task: z.string().optional(),
  at: instant,
  readAt: instant.optional(),
});
export const noticePage = page(notice).extend({ unread: z.number().int() });
export const noticeQuery = pageQuery.extend({ unread: z.enum(['true', 'false']).optional() });
/** Which to mark as read; every one of the caller's when absent. */
export const readNotices = z.object({ ids: z.array(z.string().max(300)).max(200).optional() });
export const unreadCount = z.object({ unread: z.number().int() });

export const applicantMessage = z.object({
  id: z.string(),
  channel: z.enum(['email', 'sms', 'zalo']),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: instant,
  /** `recorded`: no server of this channel is configured; what would have been sent is kept */
  state: z.enum(['waiting', 'sent', 'recorded']),
  sentAt: instant.optional(),
});

export const jobState = z.enum(['queued', 'running', 'done', 'dead']);
export const jobResource = z.object({
  id: z.string(),
  type: z.string(),
  state: jobState,
  dueAt: instant,
  attempts: z.number().int(),
  lastError: z.string().optional(),
  endedAt: instant.optional(),
});
export const jobQuery = pageQuery.extend({ state: jobState.default('dead') });

export type Notice = z.infer<typeof notice>;
export type ApplicantMessage = z.infer<typeof applicantMessage>;
export type JobResource = z.infer<typeof jobResource>;
