/** The outbox entry of a commit that somebody must be told of. */

import type { HistoryEntry } from '../dossiers/records.ts';
import type { NewJob } from '../jobs/job-queue.ts';
import { topicOf } from './topics.ts';

export const NOTIFY_JOB = 'notify';

export interface NotifyPayload {
  /** id of the history record that tells what happened */
  history: string;
}

/** One job a commit, named after its history record; none when nobody is concerned. */
export function notifyJob(history: string, entries: HistoryEntry[]): NewJob | undefined {
  if (!entries.some((entry) => topicOf(entry) !== undefined)) return undefined;
  const payload: NotifyPayload = { history };
  return { id: `${NOTIFY_JOB}:${history}`, type: NOTIFY_JOB, payload };
}
