import { describe, expect, it } from '@jest/globals';
import { compileForm, type Form, fieldsOf, type ValueLists, validateForm } from '../../forms/index.ts';
import { openReferenceLists } from '../../server/catalogue/reference-lists.ts';

const ADDRESS = {
  type: 'object',
  properties: { province: { type: 'string' }, commune: { type: 'string' }, detail: { type: 'string' } },
  required: ['province', 'commune'],
};

const compiled = (source: { schema: unknown; ui?: unknown }): Form => {
  const { form, problems } = compileForm(source);
  expect(problems).toEqual([]);
  return form as Form;
};

const form = compiled({
  schema: {
    type: 'object',
    properties: {
      home: ADDRESS,
      people: { type: 'array', items: { type: 'object', properties: { home: ADDRESS } } },
    },
  },
  ui: { home: { 'ui:widget': 'address' }, people: { items: { home: { 'ui:widget': 'address' } } } },
});

const lists: ValueLists = openReferenceLists();
const errorsOf = (data: unknown, known: ValueLists | undefined = lists) =>
  validateForm(form, data, 'vi', known ? { lists: known } : {}).errors;

describe('a two-level address', () => {
  it('has its parts named and chosen from the official lists', () => {
    expect(fieldsOf(form).filter(({ pointer }) => pointer.startsWith('/home/'))).toMatchObject([
      { pointer: '/home/province', type: 'select', list: 'tinh-thanh', label: { vi: 'Tỉnh, thành phố' } },
      { pointer: '/home/commune', type: 'select', list: 'xa-phuong', label: { vi: 'Xã, phường, đặc khu' } },
      { pointer: '/home/detail', type: 'text' },
    ]);
  });

  it('accepts a commune of its province', () => {
    expect(
      errorsOf({ home: { province: 'An Giang', commune: 'Phường Long Xuyên', detail: 'Số 1' } }),
    ).toEqual([]);
  });

  it('refuses a commune of another province, at the commune', () => {
    expect(errorsOf({ home: { province: 'An Giang', commune: 'Phường Ba Đình' } })).toEqual([
      {
        pointer: '/home/commune',
        keyword: 'list',
        message: 'Xã, phường, đặc khu không thuộc “An Giang” đã chọn; hãy chọn lại',
      },
    ]);
  });

  it('refuses a province that is none, in each row of a table too', () => {
    const errors = errorsOf({ people: [{ home: { province: 'Kiên Giang', commune: 'Xã An Biên' } }] });
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/people/0/home/province',
      '/people/0/home/commune',
    ]);
  });

  it('passes while no list is known: the server checks it again', () => {
    expect(errorsOf({ home: { province: 'x', commune: 'y' } }, { has: () => undefined })).toEqual([]);
  });

  it('is refused at save without its province and commune', () => {
    const { problems } = compileForm({
      schema: { type: 'object', properties: { home: { type: 'object', properties: { commune: {} } } } },
      ui: { home: { 'ui:widget': 'address' } },
    });
    expect(problems).toMatchObject([{ pointer: '/ui/home', code: 'ui-address' }]);
  });
});

describe('a field with a named list', () => {
  it('takes another value too where the list is open', () => {
    const open = compiled({
      schema: { type: 'object', properties: { dt: { type: 'string' } } },
      ui: { dt: { 'ui:list': 'dan-toc', 'ui:open': true } },
    });
    expect(validateForm(open, { dt: 'Khác' }, 'vi', { lists }).valid).toBe(true);
  });

  it.each(['https://example.vn/list', '//example.vn', '../etc/passwd', 'Tinh'])(
    'names a list and never an address: %s is refused',
    (list) => {
      const { problems } = compileForm({
        schema: { type: 'object', properties: { a: { type: 'string' } } },
        ui: { a: { 'ui:list': list } },
      });
      expect(problems).toMatchObject([{ pointer: '/ui/a/ui:list', code: 'ui-value' }]);
    },
  );

  it('lies within a field of the same group, or is refused', () => {
    const { problems } = compileForm({
      schema: { type: 'object', properties: { a: { type: 'string' } } },
      ui: { a: { 'ui:list': 'xa-phuong', 'ui:within': 'b' } },
    });
    expect(problems).toMatchObject([{ pointer: '/ui/a/ui:within', code: 'ui-unknown-field' }]);
  });
});

describe('the lists of the package', () => {
  const all = openReferenceLists();

  it('have the 34 provinces and cities and the 3,321 communes of July 2025', () => {
    expect(all.items('tinh-thanh')).toHaveLength(34);
    expect(all.items('xa-phuong')).toHaveLength(3321);
    const kinds = (all.items('xa-phuong') ?? []).map(({ value }) => value.split(' ')[0]);
    expect(['Xã', 'Phường', 'Đặc'].map((kind) => kinds.filter((each) => each === kind).length)).toEqual([
      2621, 687, 13,
    ]);
  });

  it('have the 85 communes, 14 wards and 3 special zones of An Giang', () => {
    const communes = all.items('xa-phuong', 'An Giang') ?? [];
    const kinds = communes.map(({ value }) => value.split(' ')[0]);
    expect(['Xã', 'Phường', 'Đặc'].map((kind) => kinds.filter((each) => each === kind).length)).toEqual([
      85, 14, 3,
    ]);
    expect(communes).toContainEqual({
      value: 'Phường Long Xuyên',
      label: 'Phường Long Xuyên',
      code: '30307',
      within: 'An Giang',
    });
  });

  it('give each commune one name in its province, each a code of its own, and a province that is there', () => {
    const communes = all.items('xa-phuong') ?? [];
    expect(new Set(communes.map(({ value, within }) => `${within}/${value}`)).size).toBe(communes.length);
    expect(new Set(communes.map(({ code }) => code)).size).toBe(communes.length);
    expect(communes.every(({ within = '' }) => all.has('tinh-thanh', within))).toBe(true);
  });

  it('are written in composed letters without stray blanks', () => {
    const values = ['tinh-thanh', 'xa-phuong', 'dan-toc'].flatMap((name) => all.items(name) ?? []);
    expect(
      values.filter(({ value }) => value !== value.normalize('NFC').trim().replaceAll(/\s+/g, ' ')),
    ).toEqual([]);
    expect(all.items('dan-toc')).toHaveLength(54);
  });

  it('know no other name', () => {
    expect(all.items('khong-co')).toBeUndefined();
    expect(all.has('khong-co', 'x')).toBeUndefined();
  });
});
