import { describe, expect, it } from '@jest/globals';
import type { RJSFSchema } from '@rjsf/utils';
import { compileForm, type Form } from '../../forms/index.ts';
import { controlOf, planForm, rowPlan } from '../../forms/react/form-plan.ts';
import { setAt } from '../../forms/react/set-at.ts';
import { settledView } from '../../forms/react/settled-view.ts';
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

describe('a table with conditions in its rows', () => {
  const people = compileForm({
    schema: {
      type: 'object',
      properties: {
        nguoi: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              quocTich: { enum: ['VN', 'khac'] },
              soDinhDanh: { type: 'string' },
              hoChieu: { type: 'string' },
            },
            if: { properties: { quocTich: { const: 'khac' } }, required: ['quocTich'] },
            // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
            then: { required: ['ghiChu'], properties: { ghiChu: { type: 'string', title: 'Ghi chú' } } },
          },
        },
      },
    },
    ui: {
      nguoi: {
        items: {
          soDinhDanh: { 'ui:visibleIf': 'quocTich = "VN"' },
          hoChieu: { 'ui:visibleIf': 'quocTich = "khac"' },
        },
      },
    },
  }).form as Form;
  const tableFor = (nguoi: unknown[]) => {
    const plan = planForm(people, settle(people, { nguoi }), 'vi');
    return {
      schema: plan.schema.properties?.nguoi as object,
      uiSchema: plan.uiSchema.nguoi,
      columns: controlOf(plan.uiSchema.nguoi).columns?.map(({ name }) => name),
    };
  };

  it('draws in each row its own cells', () => {
    const table = tableFor([{ quocTich: 'VN' }, { quocTich: 'khac' }]);
    const cells = [0, 1].map((index) => Object.keys(rowPlan(table, index).schema.properties ?? {}));
    expect(cells).toEqual([
      ['quocTich', 'soDinhDanh'],
      ['quocTich', 'hoChieu', 'ghiChu'],
    ]);
  });

  it('has the columns that some row needs, and all before the first row', () => {
    expect(tableFor([{ quocTich: 'VN' }]).columns).toEqual(['quocTich', 'soDinhDanh']);
    expect(tableFor([]).columns).toEqual(['quocTich', 'soDinhDanh', 'hoChieu', 'ghiChu']);
  });

  it('keeps the place of a cell that is hidden', () => {
    const row = rowPlan(tableFor([{ quocTich: 'VN' }, { quocTich: 'khac' }]), 0);
    expect(controlOf(row.uiSchema).cells).toEqual(['quocTich', 'soDinhDanh', 'hoChieu', 'ghiChu']);
  });

  it('leaves what was typed into a hidden cell with its row', () => {
    const data = { nguoi: [{ quocTich: 'VN', hoChieu: 'B123' }] };
    const settled = settle(people, data).data;
    expect(settled).toEqual({ nguoi: [{ quocTich: 'VN' }] });
    expect(settledView(data, settled)).toBe(data);
  });
});

describe('a group that nobody touched', () => {
  it('is drawn as an empty one, without the branches that do not apply to it', () => {
    const { form: grouped } = compileForm({
      schema: {
        type: 'object',
        properties: {
          nha: {
            type: 'object',
            properties: { loai: { type: 'string' } },
            if: { required: ['loai'] },
            // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
            then: { properties: { lyDo: { type: 'string' } } },
          },
        },
      },
    }) as { form: Form };
    const names = (data: unknown) => {
      const { nha } = planForm(grouped, settle(grouped, data), 'vi').schema.properties as { nha: RJSFSchema };
      return Object.keys(nha.properties ?? {});
    };
    expect(names({})).toEqual(['loai']);
    expect(names({ nha: { loai: 'x' } })).toEqual(['loai', 'lyDo']);
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
