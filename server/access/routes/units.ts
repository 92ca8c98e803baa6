import { z } from 'zod';
import {
  createUnit as createUnitBody,
  patchUnit,
  roleResource,
  unitResource,
} from '../../contract/access.ts';
import { page } from '../../contract/common.ts';
import { Answer, type Endpoint, endpoint } from '../../http/endpoint.ts';
import { problem } from '../../http/problem.ts';
import { askerOf } from '../asker.ts';
import type { Access } from '../open-access.ts';
import type { UnitRecord } from '../records.ts';
import { ROLES } from '../role-catalogue.ts';
import { createUnit, updateUnit } from '../units.ts';

const byId = z.object({ id: z.string().max(60) });

export const unitRoutes = (access: Access): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/units',
    summary: 'Tất cả đơn vị của tỉnh, theo mã',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['read', 'Unit'],
    response: page(unitResource),
    handler: async () => {
      const items = await access.organisation.units();
      return { items, total: items.length };
    },
  }),
  endpoint({
    method: 'get',
    path: '/units/:id',
    summary: 'Một đơn vị',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['read', 'Unit'],
    params: byId,
    response: unitResource,
    handler: async ({ params }) => {
      const unit = await access.organisation.unit(params.id);
      if (!unit) throw problem('unit.not-found', 404);
      return unit;
    },
  }),
  endpoint({
    method: 'post',
    path: '/units',
    summary: 'Tạo đơn vị',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['manage', 'Unit'],
    body: createUnitBody,
    response: unitResource,
    status: 201,
    handler: async (context) => {
      const unit = await createUnit(access, {
        unit: context.body as UnitRecord & { id: string },
        by: askerOf(context),
      });
      return new Answer(201, unit, { location: `/api/v1/units/${unit.id}` });
    },
  }),
  endpoint({
    method: 'patch',
    path: '/units/:id',
    summary: 'Sửa đơn vị',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['manage', 'Unit'],
    params: byId,
    body: patchUnit,
    response: unitResource,
    handler: async (context) =>
      updateUnit(access, {
        id: context.params.id,
        changes: context.body as Partial<UnitRecord>,
        by: askerOf(context),
      }),
  }),
  endpoint({
    method: 'get',
    path: '/roles',
    summary: 'Các vai trò có thể giao',
    tag: 'Tài khoản',
    auth: 'session',
    ability: ['read', 'User'],
    response: page(roleResource),
    handler: async () => ({ items: ROLES, total: ROLES.length }),
  }),
];
