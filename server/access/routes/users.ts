import { z } from 'zod';
import {
  createdUser,
  createUser as createUserBody,
  patchUser,
  temporaryPassword,
  userQuery,
  userResource,
} from '../../contract/access.ts';
import { page } from '../../contract/common.ts';
import { Answer, type Endpoint, endpoint } from '../../http/endpoint.ts';
import { abilityFor } from '../ability.ts';
import type { Actor } from '../actor.ts';
import { askerOf } from '../asker.ts';
import { changeUserState, resetPassword, type StateChange } from '../change-user-state.ts';
import { createUser } from '../create-user.ts';
import { findUser } from '../find-user.ts';
import { listUsers } from '../list-users.ts';
import type { Access } from '../open-access.ts';
import { presentUser } from '../present-user.ts';
import { updateUser } from '../update-user.ts';

const byId = z.object({ id: z.string().max(60) });
/** why, or the number of the request form (R012) */
const withReason = z.object({ reason: z.string().trim().max(1000).optional() });

const CHANGES: { change: StateChange; summary: string }[] = [
  { change: 'lock', summary: 'Khóa tài khoản; các phiên làm việc chấm dứt' },
  { change: 'unlock', summary: 'Mở khóa tài khoản, bỏ đếm các lần nhập sai mật khẩu' },
  { change: 'revoke', summary: 'Thu hồi tài khoản; các phiên làm việc chấm dứt' },
];

export const userRoutes = (access: Access): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/users',
    summary: 'Danh sách tài khoản theo tên, đơn vị, vai trò',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['read', 'User'],
    query: userQuery,
    response: page(userResource),
    handler: async ({ actor, query }) => {
      const { items, next } = await listUsers(access, query);
      const shown = await Promise.all(items.map((user) => presentUser(access, user, manages(actor))));
      return { items: shown, ...(next ? { next } : {}) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/users/:id',
    summary: 'Một tài khoản',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['read', 'User'],
    params: byId,
    response: userResource,
    handler: async ({ actor, params }) =>
      presentUser(access, await findUser(access, params.id), manages(actor)),
  }),
  endpoint({
    method: 'post',
    path: '/users',
    summary: 'Tạo tài khoản với mật khẩu tạm',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['manage', 'User'],
    body: createUserBody,
    response: createdUser,
    status: 201,
    handler: async (context) => {
      const { created, temporaryPassword } = await createUser(access, {
        user: context.body,
        by: askerOf(context),
      });
      const user = await presentUser(access, created, { mayManage: true });
      return new Answer(201, { ...user, temporaryPassword }, { location: `/api/v1/users/${created.id}` });
    },
  }),
  endpoint({
    method: 'patch',
    path: '/users/:id',
    summary: 'Sửa họ tên, liên hệ hoặc quyền',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['manage', 'User'],
    params: byId,
    body: patchUser,
    response: userResource,
    handler: async (context) => {
      const changed = await updateUser(access, {
        id: context.params.id,
        changes: context.body,
        by: askerOf(context),
      });
      return presentUser(access, changed, { mayManage: true });
    },
  }),
  ...CHANGES.map(({ change, summary }) =>
    endpoint({
      method: 'post',
      path: `/users/:id/${change}`,
      summary,
      tag: 'Tài khoản',
      auth: 'session',
      ability: ['manage', 'User'],
      params: byId,
      body: withReason,
      response: userResource,
      handler: async (context) => {
        const changed = await changeUserState(access, {
          change,
          id: context.params.id,
          reason: context.body.reason,
          by: askerOf(context),
        });
        return presentUser(access, changed, { mayManage: true });
      },
    }),
  ),
  endpoint({
    method: 'post',
    path: '/users/:id/reset-password',
    summary: 'Cấp lại mật khẩu tạm; chủ tài khoản phải đổi ngay',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['manage', 'User'],
    params: byId,
    body: withReason,
    response: temporaryPassword,
    handler: async (context) => ({
      temporaryPassword: await resetPassword(access, {
        id: context.params.id,
        reason: context.body.reason,
        by: askerOf(context),
      }),
    }),
  }),
];

const manages = (actor: Actor) => ({ mayManage: abilityFor(actor).can('manage', 'User') });
