/** What is stored of notices to account holders and of messages to applicants. */
import type { ApplicantMessage } from '../contract/notices.ts';
import type { CollectionSpec } from '../store/store.ts';
import type { Standing } from './standing.ts';
import type { Topic, TopicValues } from './topics.ts';

export interface NoticeRecord {
  /** account */
  to: string;
  topic: Topic;
  values: TopicValues;
  /** of an applicant's */
  standing?: Standing;
  dossier: string;
  task?: string;
  at: string;
  /** until it is read, so that a badge is an index walk */
  unread?: true;
  readAt?: string;
}

export const noticeSpec: CollectionSpec<NoticeRecord> = {
  name: 'notices',
  indexes: [
    { name: 'to', fields: ['to', 'at'] },
    { name: 'unread', fields: ['to', 'unread', 'at'] },
    { name: 'read', fields: ['readAt'], sparse: true },
  ],
};

/** Stored under `<history record>!<channel>`: one change tells an applicant once. */
export type MessageRecord = Omit<ApplicantMessage, 'id'> & { dossier: string };

export const messageSpec: CollectionSpec<MessageRecord> = {
  name: 'messages',
  indexes: [{ name: 'dossier', fields: ['dossier', 'at'] }],
};
