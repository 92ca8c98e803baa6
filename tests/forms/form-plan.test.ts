import { describe, expect, it } from '@jest/globals';
import { compileForm, type Form } from '../../forms/index.ts';
import { controlOf, planForm } from '../../forms/react/form-plan.ts';
import { setAt } from '../../forms/react/set-at.ts';
import { withRequiredGroups } from '../../forms/react/with-required-groups.ts';
import { settle } from '../../forms/visible-data.ts';

const schema = {
  type: 'object',
  required: ['ten', 'thuaDat'],
  properties: {
    ten: { type: 'string', title: 'Họ và tên' },
    loai: { enum: ['moi', 'sua'], title: 'Loại công trình' },
    lyDo: { type: 'string', title: 'Lý do sửa chữa' },
    thuaDat: {
      type: 'object',
      title: 'Thửa đất',
      required: ['so'],
      properties: { so: { type: 'string', title: 'Số' } },
    },
    tang: {
      type: 'array',
      title: 'Các tầng',
      items: {
        type: 'object',
        required: ['cao'],
        properties: { cao: { type: 'number', title: 'Chiều cao' } },
      },
    },
  },
};
const ui = {
  'ui:order': ['loai', '*', 'ten'],
  'ui:sections': [
    { title: { vi: 'Công trình', en: 'Works' }, fields: ['loai', 'lyDo'] },
    { title: 'Trống', fields: ['lyDo'] },
  ],
  lyDo: { 'ui:visibleIf': 'loai = "sua"', 'ui:requiredIf': 'ten != null' },
};
const { form } = compileForm({ schema, ui }) as { form: Form };
const planFor = (data: unknown, language: 'vi' | 'en' = 'vi') => planForm(form, settle(form, data), language);

describe('planForm', () => {
  it('draws what is visible, in the order asked for', () => {
    expect(Object.keys(planFor({ loai: 'moi' }).schema.properties ?? {})).toEqual([
      'loai',
      'thuaDat',
      'tang',
      'ten',
    ]);
    expect(Object.keys(planFor({ loai: 'sua' }).schema.properties ?? {})).toContain('lyDo');
  });

  it('groups the fields, leaves out empty groups and keeps the rest', () => {
    const groups = planFor({ loai: 'moi' }, 'en').control.groups ?? [];
    expect(groups.map(({ title, fields }) => [title, fields])).toEqual([
      [undefined, ['thuaDat', 'tang', 'ten']],
      ['Works', ['loai']],
    ]);
  });

  it('knows what is required now', () => {
    const required = (data: unknown, name: string) => controlOf(planFor(data).uiSchema[name]).required;
    expect(required({ loai: 'sua' }, 'lyDo')).toBe(false);
    expect(required({ loai: 'sua', ten: 'A' }, 'lyDo')).toBe(true);
    expect(required({}, 'ten')).toBe(true);
  });

  it('has the columns of a table', () => {
    expect(controlOf(planFor({}).uiSchema.tang).columns).toEqual([
      { name: 'cao', label: 'Chiều cao', required: true, type: 'number' },
    ]);
  });
});

describe('withRequiredGroups', () => {
  it('opens required groups, so that their own fields are missed', () => {
    expect(withRequiredGroups(planFor({}), { ten: 'A' })).toEqual({ ten: 'A', thuaDat: {} });
  });
});

describe('setAt', () => {
  it('replaces one value and shares the rest', () => {
    const data = { a: { b: 1 }, rows: [{ x: 1 }, { x: 2 }] };
    const next = setAt(data, ['rows', 1, 'x'], 3) as typeof data;
    expect(next).toEqual({ a: { b: 1 }, rows: [{ x: 1 }, { x: 3 }] });
    expect(next.a).toBe(data.a);
    expect(next.rows[0]).toBe(data.rows[0]);
  });

  it('takes emptied groups away, and keeps emptied rows', () => {
    expect(setAt({ a: { b: 1 }, c: 2 }, ['a', 'b'], undefined)).toEqual({ c: 2 });
    expect(setAt({ rows: [{ x: 1 }] }, ['rows', 0, 'x'], undefined)).toEqual({ rows: [{}] });
  });

  it('makes the groups and rows on the way', () => {
    expect(setAt(undefined, ['a', 'rows', 0, 'x'], 1)).toEqual({ a: { rows: [{ x: 1 }] } });
  });

  it('sets a key of the prototype as a plain key', () => {
    const next = setAt({}, ['__proto__'], { admin: true });
    expect(Object.hasOwn(next as object, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});
