import { describe, expect, it } from '@jest/globals';
import { compileForm, type Form, validateForm, visibleData } from '../../forms/index.ts';

const compiled = (schema: unknown, ui: unknown = {}): Form => {
  const { form, problems } = compileForm({ schema, ui });
  expect(problems).toEqual([]);
  return form as Form;
};

describe('hidden data', () => {
  const form = compiled(
    {
      type: 'object',
      required: ['loai', 'lyDo'],
      properties: {
        loai: { enum: ['moi', 'sua'], title: 'Loại' },
        lyDo: { type: 'string', title: 'Lý do', minLength: 3 },
        chiTiet: { type: 'string', title: 'Chi tiết' },
      },
    },
    {
      lyDo: { 'ui:visibleIf': 'loai = "sua"' },
      chiTiet: { 'ui:visibleIf': 'lyDo != null', 'ui:requiredIf': 'string length(lyDo) > 5' },
    },
  );

  it('is not submitted, and hides what depends on it', () => {
    expect(visibleData(form, { loai: 'moi', lyDo: 'Nứt tường', chiTiet: 'x' })).toEqual({ loai: 'moi' });
    expect(visibleData(form, { loai: 'sua', lyDo: 'Nứt tường', chiTiet: 'x' })).toEqual({
      loai: 'sua',
      lyDo: 'Nứt tường',
      chiTiet: 'x',
    });
  });

  it('is neither asked for nor checked', () => {
    expect(validateForm(form, { loai: 'moi' }, 'vi').valid).toBe(true);
    expect(validateForm(form, { loai: 'moi', lyDo: 'x' }, 'vi').valid).toBe(true);
    expect(validateForm(form, { loai: 'sua', lyDo: 'x' }, 'vi').errors.map(({ pointer }) => pointer)).toEqual(
      ['/lyDo'],
    );
  });

  it('asks for a field while its condition holds', () => {
    expect(validateForm(form, { loai: 'sua', lyDo: 'Nứt tường' }, 'vi').errors).toEqual([
      { pointer: '/chiTiet', keyword: 'required', message: 'Chưa nhập “Chi tiết”' },
    ]);
    expect(validateForm(form, { loai: 'sua', lyDo: 'Nứt' }, 'vi').valid).toBe(true);
  });

  it('does not touch what was typed: it comes back when the branch opens again', () => {
    const typed = { loai: 'moi', lyDo: 'Nứt tường' };
    visibleData(form, typed);
    expect(visibleData(form, { ...typed, loai: 'sua' })).toEqual({ loai: 'sua', lyDo: 'Nứt tường' });
  });

  it('leaves out the fields of a branch that does not apply', () => {
    const branching = compiled({
      type: 'object',
      properties: { nhan: { enum: ['buu-chinh', 'truc-tiep'] } },
      if: { properties: { nhan: { const: 'buu-chinh' } }, required: ['nhan'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { diaChi: { type: 'string' } }, required: ['diaChi'] },
      else: { properties: { gio: { type: 'string' } } },
    });
    const data = { nhan: 'buu-chinh', diaChi: 'Long Xuyên', gio: '8', ghiChu: 'khác' };
    expect(visibleData(branching, data)).toEqual({ nhan: 'buu-chinh', diaChi: 'Long Xuyên', ghiChu: 'khác' });
    expect(visibleData(branching, { ...data, nhan: 'truc-tiep' })).toEqual({
      nhan: 'truc-tiep',
      gio: '8',
      ghiChu: 'khác',
    });
    expect(validateForm(branching, { nhan: 'truc-tiep' }, 'vi').valid).toBe(true);
    expect(validateForm(branching, { nhan: 'buu-chinh' }, 'vi').errors.map(({ pointer }) => pointer)).toEqual(
      ['/diaChi'],
    );
  });

  it('works out computed fields, whatever was sent', () => {
    const priced = compiled(
      {
        type: 'object',
        properties: {
          dong: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                soLuong: { type: 'number' },
                donGia: { type: 'number' },
                tien: { type: 'number' },
              },
            },
          },
          tong: { type: 'number' },
        },
      },
      {
        dong: { items: { tien: { 'ui:value': 'soLuong * donGia' } } },
        tong: { 'ui:value': 'sum(dong.tien)' },
      },
    );
    const data = {
      dong: [
        { soLuong: 2, donGia: 5, tien: 1 },
        { soLuong: 1, donGia: 7 },
      ],
      tong: 0,
    };
    expect(visibleData(priced, data)).toEqual({
      dong: [
        { soLuong: 2, donGia: 5, tien: 10 },
        { soLuong: 1, donGia: 7, tien: 7 },
      ],
      tong: 17,
    });
  });

  it('answers at once when there are more rows than rules can be asked for', () => {
    const ruled = compiled(
      {
        properties: {
          dong: { type: 'array', items: { properties: { a: { type: 'number' }, b: { type: 'number' } } } },
        },
      },
      { dong: { items: { b: { 'ui:value': 'a * 2' } } } },
    );
    const data = { dong: Array.from({ length: 10_000 }, (_, a) => ({ a })) };
    expect(validateForm(ruled, data, 'vi').errors.map(({ keyword }) => keyword)).toEqual(['rules']);
    expect(visibleData(ruled, data)).toBe(data);
  });

  it('decides row by row in a table', () => {
    const rows = compiled(
      {
        type: 'object',
        properties: {
          nguoi: {
            type: 'array',
            items: {
              type: 'object',
              required: ['giayTo'],
              properties: { laTre: { type: 'boolean' }, giayTo: { type: 'string' } },
            },
          },
        },
      },
      { nguoi: { items: { giayTo: { 'ui:visibleIf': 'laTre != true' } } } },
    );
    const verdict = validateForm(rows, { nguoi: [{ laTre: true, giayTo: 'x' }, { laTre: false }] }, 'vi');
    expect(verdict.errors.map(({ pointer }) => pointer)).toEqual(['/nguoi/1/giayTo']);
    expect(visibleData(rows, { nguoi: [{ laTre: true, giayTo: 'x' }] })).toEqual({
      nguoi: [{ laTre: true }],
    });
  });

  it('asks for no field that only a branch which does not apply describes', () => {
    const branching = compiled({
      type: 'object',
      required: ['maBuuChinh'],
      properties: { nhan: { enum: ['buu-chinh', 'truc-tiep'] } },
      if: { properties: { nhan: { const: 'buu-chinh' } }, required: ['nhan'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { maBuuChinh: { type: 'string' } } },
    });
    const verdict = (data: unknown) => validateForm(branching, data, 'vi').valid;
    expect([verdict({ nhan: 'truc-tiep' }), verdict({ nhan: 'buu-chinh' })]).toEqual([true, false]);
    expect(verdict(visibleData(branching, { nhan: 'truc-tiep', maBuuChinh: '900000' }))).toBe(true);
  });

  it('opens a branch that what was typed into a hidden field had closed', () => {
    const chained = compiled({
      type: 'object',
      properties: { loai: { enum: ['a', 'b'] } },
      allOf: [
        {
          if: { properties: { loai: { const: 'a' } }, required: ['loai'] },
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: { properties: { p: { type: 'integer' } } },
        },
        {
          if: { properties: { p: { const: 1 } }, required: ['p'] },
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: { properties: { q: { type: 'string' } } },
          else: { properties: { r: { type: 'string' } }, required: ['r'] },
        },
      ],
    });
    const { errors } = validateForm(chained, { loai: 'b', p: 1 }, 'vi');
    expect(errors).toMatchObject([{ pointer: '/r', keyword: 'required' }]);
    expect(visibleData(chained, { loai: 'b', p: 1, q: 'x', r: 'y' })).toEqual({ loai: 'b', r: 'y' });
  });
});
