import { z } from 'zod';
import { page } from '../contract/common.ts';
import { applicantMessage, noticePage, noticeQuery, readNotices, unreadCount } from '../contract/notices.ts';
import { findDossier } from '../dossiers/read-dossier.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { countUnread, listNotices, markRead } from './my-notices.ts';
import { messageSpec } from './records.ts';

const tag = 'Thông báo';

/** The caller's notices, and what an applicant was told. */
export const noticeRoutes = (runtime: Runtime): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/notices',
    summary: 'Thông báo của tôi, mới nhất trước; số chưa đọc',
    tag,
    auth: 'session',
    query: noticeQuery,
    response: noticePage,
    handler: ({ query, actor, language }) => listNotices(runtime, { ...query, person: actor.id, language }),
  }),
  endpoint({
    method: 'post',
    path: '/notices/read',
    summary: 'Đánh dấu đã đọc: các thông báo được nêu, hoặc tất cả',
    tag,
    auth: 'session',
    body: readNotices,
    response: unreadCount,
    handler: async ({ body, actor }) => {
      await markRead(runtime, actor.id, body.ids);
      return { unread: await countUnread(runtime, actor.id) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/dossiers/:code/messages',
    summary: 'Các tin đã gửi cho người nộp: thư điện tử, tin nhắn',
    tag,
    auth: 'session',
    ability: ['read', 'Dossier'],
    params: z.object({ code: z.string().max(100) }),
    response: page(applicantMessage),
    handler: async ({ params: { code }, actor }) => {
      await findDossier(runtime, code, actor);
      const { items } = await runtime.store.collection(messageSpec).find({
        where: { dossier: code },
        sort: [
          { field: 'dossier', direction: 'asc' },
          { field: 'at', direction: 'asc' },
        ],
        limit: 1000,
      });
      return { items: items.map(({ id, doc: { dossier: _dossier, ...message } }) => ({ id, ...message })) };
    },
  }),
];
