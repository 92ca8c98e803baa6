/** What people are told of, and who: one row a kind of event of a dossier's history (R135, R095, R097). */
import type { StatusKey } from '../contract/dossiers.ts';
import type { HistoryEntry } from '../dossiers/records.ts';

/**
 * `holder`: who does the event's step; `handlers`: who does the open steps; `counter`: of the receiving and
 * returning unit; `heads`: of the step's unit, else of the competent one; `keepers`: who keep running processes going.
 */
export type Audience =
  | 'holder'
  | 'handlers'
  | 'counter'
  | 'heads'
  | 'lead-heads'
  | 'counter-heads'
  | 'keepers';

interface TopicRow {
  staff: readonly Audience[];
  /** the applicant gets a message, and his account a notice */
  applicant?: true;
}

export const TOPICS = {
  filed: { staff: ['counter'], applicant: true },
  accepted: { staff: [], applicant: true },
  'rejected-at-intake': { staff: [], applicant: true },
  'in-progress': { staff: [], applicant: true },
  'supplement-requested': { staff: ['counter'], applicant: true },
  supplemented: { staff: ['handlers'], applicant: true },
  'payment-required': { staff: ['counter'], applicant: true },
  'withdrawal-requested': { staff: ['counter', 'handlers'], applicant: true },
  suspended: { staff: ['counter'], applicant: true },
  stopped: { staff: ['counter'], applicant: true },
  resolved: { staff: ['counter'], applicant: true },
  returned: { staff: [], applicant: true },
  'due-changed': { staff: ['counter', 'handlers'], applicant: true },
  apologise: { staff: ['counter'], applicant: true },
  'task-opened': { staff: ['holder'] },
  'task-delegated': { staff: ['holder'] },
  'task-due-soon': { staff: ['holder'] },
  'task-overdue': { staff: ['holder', 'heads'] },
  'consultation-overdue': { staff: ['holder', 'heads', 'lead-heads', 'counter-heads'] },
  'due-soon': { staff: ['handlers'] },
  'delay-foreseen': { staff: ['handlers', 'heads'] },
  overdue: { staff: ['handlers', 'heads', 'counter'] },
  'intake-late': { staff: ['counter', 'heads'] },
  'transfer-late': { staff: ['counter', 'heads'] },
  'supplement-late': { staff: ['counter', 'handlers'] },
  'document-submitted': { staff: ['heads'] },
  'document-sent-back': { staff: ['handlers'] },
  incident: { staff: ['heads', 'keepers'] },
} as const satisfies Record<string, TopicRow>;

export type Topic = keyof typeof TOPICS;

/** What the sentences of a topic are filled with. */
export interface TopicValues {
  code: string;
  procedure: string;
  step?: string;
  dueAt?: string;
  reason?: string;
}

const OF_STATUS: Record<StatusKey, Topic | undefined> = {
  registered: undefined,
  accepted: 'accepted',
  rejected_at_intake: 'rejected-at-intake',
  in_progress: 'in-progress',
  supplement_requested: 'supplement-requested',
  payment_required: 'payment-required',
  withdrawal_requested: 'withdrawal-requested',
  suspended: 'suspended',
  stopped: 'stopped',
  resolved: 'resolved',
  returned: 'returned',
};

const OF_ENTRY: { [type: string]: (entry: HistoryEntry) => Topic | undefined } = {
  'dossier-filed': ({ after }) => ((after as { channel: string }).channel === 'online' ? 'filed' : undefined),
  status: ({ after }) => OF_STATUS[after as StatusKey],
  supplement: () => 'supplemented',
  // The first due date stands on the receipt; a clock that stops has no date to tell.
  'due-changed': ({ before, after }) => (before && after ? 'due-changed' : undefined),
};

/** The topic of an event; nothing for what concerns nobody at once. */
export function topicOf(entry: HistoryEntry): Topic | undefined {
  const named = OF_ENTRY[entry.type];
  if (named) return named(entry);
  return entry.type in TOPICS ? (entry.type as Topic) : undefined;
}

/** What an applicant is told of a commit: its last status, else its last other topic; one message a commit. */
export function applicantTopic(entries: HistoryEntry[]): Topic | undefined {
  const told = entries.filter((entry) => {
    const topic = topicOf(entry);
    return topic !== undefined && 'applicant' in TOPICS[topic];
  });
  const chosen = told.findLast(({ type }) => type === 'status') ?? told.at(-1);
  return chosen && topicOf(chosen);
}
