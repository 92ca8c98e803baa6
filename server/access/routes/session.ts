import { z } from 'zod';
import { isoNow } from '../../clock.ts';
import {
  changePassword as changePasswordBody,
  sessionResource,
  signIn as signInBody,
} from '../../contract/access.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { problem } from '../../http/problem.ts';
import { askerOf } from '../asker.ts';
import { auditWrite } from '../audit.ts';
import { changePassword } from '../change-password.ts';
import { findUser } from '../find-user.ts';
import type { Access } from '../open-access.ts';
import { presentSession } from '../present-session.ts';
import { signIn, signInLimiter } from '../sign-in.ts';

export function sessionRoutes(access: Access): Endpoint[] {
  const limiter = signInLimiter();
  return [
    endpoint({
      method: 'post',
      path: '/session',
      summary: 'Đăng nhập',
      tag: 'Phiên làm việc',
      auth: 'public',
      body: signInBody,
      response: sessionResource,
      handler: async (context) => {
        const user = await signIn(access, { ...context.body, from: askerOf(context), limiter });
        await context.session.begin(user.id);
        return presentSession(access, user);
      },
    }),
    endpoint({
      method: 'get',
      path: '/session',
      summary: 'Ai đang đăng nhập',
      tag: 'Phiên làm việc',
      auth: 'session',
      evenBeforePasswordChange: true,
      response: sessionResource,
      handler: async ({ actor }) => {
        if (actor.kind === 'api-key') throw problem('session.not-a-person', 404);
        return presentSession(access, await findUser(access, actor.id));
      },
    }),
    endpoint({
      method: 'delete',
      path: '/session',
      summary: 'Đăng xuất',
      tag: 'Phiên làm việc',
      auth: 'session',
      evenBeforePasswordChange: true,
      response: z.undefined(),
      status: 204,
      handler: async (context) => {
        await access.store.commit(
          auditWrite({ at: isoNow(access.clock), ...askerOf(context), what: 'session.end' }),
        );
        await context.session.end();
        return undefined;
      },
    }),
    endpoint({
      method: 'put',
      path: '/session/password',
      summary: 'Đổi mật khẩu của mình; các phiên làm việc khác chấm dứt',
      tag: 'Phiên làm việc',
      auth: 'session',
      evenBeforePasswordChange: true,
      body: changePasswordBody,
      response: sessionResource,
      handler: async (context) => {
        if (context.actor.kind === 'api-key') throw problem('session.not-a-person', 404);
        await changePassword(access, { ...context.body, by: askerOf(context) });
        await context.session.begin(context.actor.id);
        return presentSession(access, await findUser(access, context.actor.id));
      },
    }),
  ];
}
