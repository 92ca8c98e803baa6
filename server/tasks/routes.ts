import { z } from 'zod';
import {
  completeTask,
  delegateTask as delegateBody,
  handOverAnswer,
  handOver as handOverBody,
  recallTask as recallBody,
  taskPage,
  taskQuery,
  taskResource,
} from '../contract/tasks.ts';
import type { RequestContext } from '../http/endpoint.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { Outcome } from '../runtime/execute.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { completeTaskById } from './complete-task.ts';
import { handOverTasks } from './hand-over-tasks.ts';
import { claimTask, delegateTask, releaseTask } from './hand-task.ts';
import { listTasks } from './list-tasks.ts';
import { readTask, showTask } from './read-task.ts';
import { recallTask } from './recall-task.ts';

const params = z.object({ id: z.string().max(100) });
const tag = 'Công việc';

/** The inbox and its tasks. */
export function taskRoutes(runtime: Runtime): Endpoint[] {
  const after = async (context: RequestContext<{ id: string }>, done: Promise<Outcome>) => {
    await done;
    return readTask(runtime, { id: context.params.id, actor: context.actor });
  };
  return [
    endpoint({
      method: 'get',
      path: '/tasks',
      summary: 'Danh sách công việc, đến hạn trước xếp trước',
      tag,
      auth: 'session',
      ability: ['read', 'Task'],
      query: taskQuery,
      response: taskPage,
      handler: ({ query, actor }) => listTasks(runtime, { search: query, actor }),
    }),
    endpoint({
      method: 'get',
      path: '/tasks/:id',
      summary: 'Một công việc với biểu mẫu của bước',
      tag,
      auth: 'session',
      ability: ['read', 'Task'],
      params,
      response: taskResource,
      handler: ({ params: { id }, actor }) => readTask(runtime, { id, actor }),
    }),
    endpoint({
      method: 'post',
      path: '/tasks/:id/complete',
      summary: 'Hoàn thành công việc',
      tag,
      auth: 'session',
      ability: ['operate', 'Task'],
      params,
      body: completeTask,
      response: taskResource,
      handler: async ({ params: { id }, body, language, ...asker }) => {
        const { tasks } = await completeTaskById(runtime, { id, body, asker, language });
        return showTask(runtime, { id, doc: tasks.get(id)!, actor: asker.actor });
      },
    }),
    endpoint({
      method: 'post',
      path: '/tasks/:id/claim',
      summary: 'Nhận công việc về mình',
      tag,
      auth: 'session',
      ability: ['operate', 'Task'],
      params,
      response: taskResource,
      handler: (context) => after(context, claimTask(runtime, { id: context.params.id, asker: context })),
    }),
    endpoint({
      method: 'post',
      path: '/tasks/:id/release',
      summary: 'Trả công việc về hàng chờ của đơn vị',
      tag,
      auth: 'session',
      ability: ['operate', 'Task'],
      params,
      response: taskResource,
      handler: (context) => after(context, releaseTask(runtime, { id: context.params.id, asker: context })),
    }),
    endpoint({
      method: 'post',
      path: '/tasks/:id/delegate',
      summary: 'Giao công việc cho người khác trong đơn vị',
      tag,
      auth: 'session',
      ability: ['operate', 'Task'],
      params,
      body: delegateBody,
      response: taskResource,
      handler: (context) =>
        after(context, delegateTask(runtime, { id: context.params.id, asker: context, ...context.body })),
    }),
    endpoint({
      method: 'post',
      path: '/tasks/:id/recall',
      summary: 'Thu hồi bước vừa hoàn thành khi bước sau chưa có người nhận',
      tag,
      auth: 'session',
      ability: ['operate', 'Task'],
      params,
      body: recallBody,
      response: taskResource,
      handler: async ({ params: { id }, body, ...asker }) => {
        const { dossier, tasks } = await recallTask(runtime, { id, reason: body.reason, asker });
        const again = dossier.doc.openTasks.at(-1)!.id;
        return showTask(runtime, { id: again, doc: tasks.get(again)!, actor: asker.actor });
      },
    }),
    endpoint({
      method: 'post',
      path: '/tasks/hand-over',
      summary: 'Bàn giao công việc của một người cho người khác',
      tag,
      auth: 'session',
      ability: ['operate', 'Task'],
      body: handOverBody,
      response: handOverAnswer,
      handler: (context) => handOverTasks(runtime, { body: context.body, asker: context }),
    }),
  ];
}
