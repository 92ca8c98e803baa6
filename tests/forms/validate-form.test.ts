import { describe, expect, it } from '@jest/globals';
import { compileForm, type Form, type FormSource, validateForm } from '../../forms/index.ts';
import { cpuTime } from '../support/cpu-time.ts';

const compiled = (source: FormSource): Form => {
  const { form, problems } = compileForm(source);
  expect(problems).toEqual([]);
  return form as Form;
};

const messages = (source: FormSource, data: unknown, language: 'vi' | 'en' = 'vi') =>
  validateForm(compiled(source), data, language, { today: '2026-04-17' }).errors;

describe('validateForm', () => {
  it('speaks of a field by its label', () => {
    const schema = {
      type: 'object',
      properties: { soCanCuoc: { type: 'string', title: 'Số căn cước', format: 'citizen-id' } },
    };
    expect(messages({ schema }, { soCanCuoc: '123' })).toEqual([
      { pointer: '/soCanCuoc', keyword: 'format', message: 'Số căn cước phải có 12 chữ số' },
    ]);
    expect(messages({ schema }, { soCanCuoc: '123' }, 'en')[0]?.message).toBe(
      'Số căn cước must have 12 digits',
    );
  });

  it('points at the field that is missing', () => {
    const schema = {
      type: 'object',
      required: ['ten', 'gioiTinh', 'camKet', 'tep'],
      properties: {
        ten: { type: 'string', title: 'Họ và tên' },
        gioiTinh: { enum: ['nam', 'nu'], title: 'Giới tính' },
        camKet: { type: 'boolean', title: 'Tôi cam kết' },
        tep: { type: 'array', title: 'Bản vẽ', items: { type: 'string', format: 'file-id' } },
      },
    };
    expect(messages({ schema }, {})).toEqual([
      { pointer: '/ten', keyword: 'required', message: 'Chưa nhập “Họ và tên”' },
      { pointer: '/gioiTinh', keyword: 'required', message: 'Chưa chọn “Giới tính”' },
      { pointer: '/camKet', keyword: 'required', message: 'Cần đánh dấu vào ô “Tôi cam kết”' },
      { pointer: '/tep', keyword: 'required', message: 'Chưa đính kèm “Bản vẽ”' },
    ]);
  });

  it('names the row of a table', () => {
    const schema = {
      type: 'object',
      properties: {
        nguoi: {
          type: 'array',
          title: 'Người',
          items: {
            type: 'object',
            required: ['ten'],
            properties: { ten: { type: 'string', title: 'Họ tên' } },
          },
        },
      },
    };
    expect(messages({ schema }, { nguoi: [{ ten: 'A' }, {}] })).toEqual([
      { pointer: '/nguoi/1/ten', keyword: 'required', message: 'Chưa nhập “Họ tên (dòng 2)”' },
    ]);
  });

  it("prefers the author's own sentence", () => {
    const schema = { properties: { so: { type: 'string', title: 'Số thửa', pattern: '^\\d+$' } } };
    const ui = { so: { 'ui:message': { vi: 'Số thửa chỉ gồm chữ số', en: 'Digits only' } } };
    expect(messages({ schema, ui }, { so: 'x' })[0]?.message).toBe('Số thửa chỉ gồm chữ số');
    expect(messages({ schema, ui }, { so: 'x' }, 'en')[0]?.message).toBe('Digits only');
  });

  it('writes numbers as the language does', () => {
    const schema = { properties: { phi: { type: 'number', title: 'Phí', maximum: 1_000_000 } } };
    expect(messages({ schema }, { phi: 2_000_000 })[0]?.message).toBe('Phí không được lớn hơn 1.000.000');
  });

  it('refuses a date in the future only when it knows the day', () => {
    const schema = { properties: { ngay: { type: 'string', title: 'Ngày sinh', format: 'past-date' } } };
    expect(messages({ schema }, { ngay: '2026-04-18' })).toHaveLength(1);
    expect(messages({ schema }, { ngay: '2026-04-17' })).toHaveLength(0);
    expect(validateForm(compiled({ schema }), { ngay: '2999-01-01' }, 'vi').valid).toBe(true);
  });

  it('tells what is wrong in the branch that was meant, not in every branch', () => {
    const schema = {
      properties: {
        doiTuong: {
          oneOf: [
            { properties: { loai: { const: 'ca-nhan' }, cccd: { type: 'string' } }, required: ['cccd'] },
            { properties: { loai: { const: 'to-chuc' }, mst: { type: 'string' } }, required: ['mst'] },
          ],
        },
      },
    };
    expect(messages({ schema }, { doiTuong: { loai: 'to-chuc' } }).map(({ pointer }) => pointer)).toEqual([
      '/doiTuong/mst',
    ]);
  });

  it('answers a megabyte of text and ten thousand rows quickly', async () => {
    const schema = {
      type: 'object',
      properties: {
        text: { type: 'string', maxLength: 100, pattern: '^[a-z]+$', format: 'email' },
        rows: {
          type: 'array',
          uniqueItems: true,
          items: { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
        },
      },
    };
    const form = compiled({ schema });
    const rows = Array.from({ length: 10_000 }, (_, index) => ({ b: index }));
    const taken = await cpuTime(() => {
      expect(validateForm(form, { text: 'a'.repeat(1_000_000), rows }, 'vi').errors).toHaveLength(200);
    });
    expect(taken).toBeLessThan(2000);
  });

  it('answers data nested without end', () => {
    let data: unknown = {};
    for (let depth = 0; depth < 100_000; depth += 1) data = { a: data };
    const form = compiled({ schema: { properties: { a: { $ref: '#' } } } });
    expect(validateForm(form, data, 'vi').errors[0]?.keyword).toBe('depth');
  });

  it('reads keys of the prototype as plain keys', () => {
    const form = compiled({
      schema: { type: 'object', required: ['toString'], additionalProperties: false },
    });
    expect(validateForm(form, {}, 'vi').valid).toBe(false);
    const sent = JSON.parse('{"__proto__": {"admin": true}}');
    expect(validateForm(form, sent, 'vi').errors.map(({ keyword }) => keyword)).toContain(
      'additionalProperties',
    );
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });
});
