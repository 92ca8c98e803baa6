import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { page } from '../contract/common.ts';
import { type JobResource, jobQuery, jobResource } from '../contract/notices.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { Store, Stored } from '../store/store.ts';
import type { JobQueue } from './job-queue.ts';
import { type Job, jobSpec } from './records.ts';
import { retryDeadJob } from './retry-dead-job.ts';

const tag = 'Quản trị';

/** What could not be done, for a person to look at and to try anew. */
export const jobRoutes = (deps: { store: Store; clock: Clock; jobs: JobQueue }): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/admin/jobs',
    summary: 'Công việc nền theo trạng thái; mặc định là những việc đã thất bại sau mọi lần thử',
    tag,
    auth: 'session',
    ability: ['manage', 'Job'],
    query: jobQuery,
    response: page(jobResource),
    handler: async ({ query: { state, limit, cursor } }) => {
      const jobs = deps.store.collection(jobSpec);
      const found = await jobs.find({
        where: { state },
        sort: [
          { field: 'state', direction: 'asc' },
          { field: 'dueAt', direction: 'asc' },
        ],
        limit,
        ...(cursor && { cursor }),
      });
      const total = await jobs.count({ where: { state } }, { atMost: 10_000 });
      return { items: found.items.map(viewJob), ...(found.next && { next: found.next }), total };
    },
  }),
  endpoint({
    method: 'post',
    path: '/admin/jobs/:id/retry',
    summary: 'Chạy lại một công việc nền đã thất bại',
    tag,
    auth: 'session',
    ability: ['manage', 'Job'],
    params: z.object({ id: z.string().max(300) }),
    response: jobResource,
    handler: async ({ params: { id } }) => {
      const job = await retryDeadJob(deps, id);
      deps.jobs.nudge();
      return viewJob(job);
    },
  }),
];

/** Without its payload, which may name people. */
const viewJob = ({ id, doc }: Stored<Job>): JobResource => ({
  id,
  type: doc.type,
  state: doc.state,
  dueAt: doc.dueAt,
  attempts: doc.attempts,
  ...(doc.lastError && { lastError: doc.lastError }),
  ...(doc.endedAt && { endedAt: doc.endedAt }),
});
