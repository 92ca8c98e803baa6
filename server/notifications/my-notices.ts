/** The notices of one account: reading them, counting the unread, marking them as read. */
import type { z } from 'zod';
import { isoNow } from '../clock.ts';
import type { Notice, noticeQuery } from '../contract/notices.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Stored } from '../store/store.ts';
import { fillText } from './fill-text.ts';
import { type NoticeRecord, noticeSpec } from './records.ts';
import { STANDING, TOPIC_TEXTS } from './texts.ts';

type Notices = Pick<Runtime, 'store' | 'clock'>;

/** A badge says "more than". */
const COUNTED = { atMost: 1000 };

export interface NoticeSearch extends z.output<typeof noticeQuery> {
  person: string;
  language: 'vi' | 'en';
}

/** Newest first. */
export async function listNotices(
  { store }: Notices,
  { person, language, unread, limit, cursor }: NoticeSearch,
): Promise<{ items: Notice[]; next?: string; unread: number }> {
  const isUnread = unread === 'true';
  const page = await store.collection(noticeSpec).find({
    where: { to: person, ...(isUnread && { unread: true }) },
    sort: [
      { field: 'to', direction: 'desc' },
      ...(isUnread ? [{ field: 'unread', direction: 'desc' as const }] : []),
      { field: 'at', direction: 'desc' },
    ],
    limit,
    ...(cursor && { cursor }),
  });
  return {
    items: page.items.map((found) => viewNotice(found, language)),
    ...(page.next && { next: page.next }),
    unread: await countUnread({ store }, person),
  };
}

export const countUnread = ({ store }: Pick<Notices, 'store'>, person: string): Promise<number> =>
  store.collection(noticeSpec).count({ where: { to: person, unread: true } }, COUNTED);

const BATCH = 500;

/** Of this person's only; ids of others' notices change nothing. */
export async function markRead({ store, clock }: Notices, person: string, ids?: string[]): Promise<void> {
  const notices = store.collection(noticeSpec);
  for (;;) {
    const found = ids
      ? await notices.getMany(ids)
      : (await notices.find({ where: { to: person, unread: true }, limit: BATCH })).items;
    const mine = found.filter(({ doc }) => doc.to === person && doc.unread);
    if (mine.length === 0) return;
    await store.commit(
      mine.map(({ id, version, doc: { unread: _unread, ...rest } }) => ({
        op: 'replace',
        collection: noticeSpec.name,
        id,
        version,
        doc: { ...rest, readAt: isoNow(clock) },
      })),
    );
    if (ids || found.length < BATCH) return;
  }
}

function viewNotice({ id, doc }: Stored<NoticeRecord>, language: 'vi' | 'en'): Notice {
  const { title, text } = TOPIC_TEXTS[doc.topic];
  const sentences = [fillText(text[language], doc.values, language)];
  if (doc.standing) sentences.push(fillText(STANDING[language], doc.standing, language));
  return {
    id,
    topic: doc.topic,
    title: title[language],
    text: sentences.join(' '),
    dossier: doc.dossier,
    ...(doc.task && { task: doc.task }),
    at: doc.at,
    ...(doc.readAt && { readAt: doc.readAt }),
  };
}
