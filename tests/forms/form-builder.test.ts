import { describe, expect, it } from '@jest/globals';
import { readCondition, writeCondition } from '../../designer/forms/builder/condition-sentence.ts';
import {
  addField,
  childrenOf,
  groupsOf,
  moveField,
  removeField,
  renameField,
  setGroups,
  setRequired,
  shiftField,
  ungrouped,
} from '../../designer/forms/builder/form-model.ts';
import { nextOptions } from '../../designer/forms/builder/next-options.ts';
import { PALETTE } from '../../designer/forms/builder/palette-items.ts';
import { failingExamples, withExample } from '../../designer/forms/examples.ts';
import { guessFields } from '../../designer/forms/guess-fields.ts';
import { newForm } from '../../designer/forms/new-form.ts';
import { compileForm, type Form } from '../../forms/index.ts';

const text = { schema: { type: 'string' }, ui: {} };
const withFields = (...titles: string[]) =>
  titles.reduce(
    (documents, title) => addField(documents, { parent: '', title, ...text }).documents,
    newForm('Mẫu'),
  );

describe('the canvas', () => {
  it.each(PALETTE.map(({ kind }) => kind))('adds a field of kind %s that compiles', (kind) => {
    const item = PALETTE.find((each) => each.kind === kind);
    const { documents, pointer } = addField(newForm('Mẫu'), {
      parent: '',
      title: 'Trường mới',
      ...(item ?? text),
    });
    expect(pointer).toBe('/truongMoi');
    expect(compileForm(documents).problems).toEqual([]);
  });

  it('names a field after its label, never twice', () => {
    expect(childrenOf(withFields('Họ và tên', 'Họ và tên', '123', '…'), '')).toEqual([
      '/hoVaTen',
      '/hoVaTen2',
      '/f123',
      '/truong',
    ]);
  });

  it('puts columns into a table', () => {
    const table = addField(newForm('Mẫu'), {
      parent: '',
      title: 'Tầng',
      schema: { type: 'array', items: { type: 'object', properties: {} } },
      ui: {},
    });
    const { documents, pointer } = addField(table.documents, {
      parent: table.pointer,
      title: 'Diện tích',
      ...text,
    });
    expect(pointer).toBe('/tang/-/dienTich');
    expect(
      compileForm(setRequired(documents, pointer, true)).form?.fields.map((field) => [
        field.path,
        field.required,
      ]),
    ).toEqual([
      ['tang', false],
      ['tang[].dienTich', true],
    ]);
  });

  it('moves fields among groups and back out', () => {
    const grouped = setGroups(withFields('a', 'b', 'c'), [
      { title: 'I', fields: ['a', 'b'] },
      { title: 'II', fields: [] },
    ]);
    const moved = moveField(moveField(grouped, 'a', { group: 1, index: 0 }), 'c', { group: 1, index: 0 });
    expect(groupsOf(moved).map(({ fields }) => fields)).toEqual([['b'], ['c', 'a']]);
    expect(ungrouped(moveField(moved, 'c', { group: -1, index: 0 }))).toEqual(['c']);
  });

  it('forgets a removed field everywhere', () => {
    const documents = setRequired(
      setGroups(withFields('a', 'b'), [{ title: 'I', fields: ['a', 'b'] }]),
      '/a',
      true,
    );
    const removed = removeField(documents, '/a');
    expect(removed.schema).toEqual({
      type: 'object',
      title: 'Mẫu',
      properties: { b: { type: 'string', title: 'b' } },
    });
    expect(groupsOf(removed)[0]?.fields).toEqual(['b']);
  });

  it('renames a field everywhere, in its place', () => {
    const documents = setRequired(
      setGroups(withFields('a', 'b'), [{ title: 'I', fields: ['a', 'b'] }]),
      '/a',
      true,
    );
    const renamed = renameField(documents, '/a', 'z');
    expect(childrenOf(renamed, '')).toEqual(['/z', '/b']);
    expect(renamed.schema.required).toEqual(['z']);
    expect(groupsOf(renamed)[0]?.fields).toEqual(['z', 'b']);
  });

  it('moves a field among its neighbours', () => {
    expect(childrenOf(shiftField(withFields('a', 'b'), '/b', -1), '')).toEqual(['/b', '/a']);
    expect(childrenOf(shiftField(withFields('a', 'b'), '/b', 1), '')).toEqual(['/a', '/b']);
  });
});

describe('conditions as sentences', () => {
  it.each([
    'loai = "sua chua"',
    'loai = "a and b" and dienTich > 3.5',
    'camKet = true or ten != null',
    'thuaDat.soThua = null',
    'list contains(giayTo, "so-do")',
  ])('reads and writes %s', (feel) => {
    const sentence = readCondition(feel);
    expect(sentence && writeCondition(sentence)).toBe(feel);
  });

  it('leaves to FEEL what rows cannot say', () => {
    expect(['a = 1 and b = 2 or c = 3', 'count(a) > 1', 'a + 1 = 2', 'a > null'].map(readCondition)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('choices edited as lines', () => {
  const before = [
    { value: 'moi', label: 'Xây mới' },
    { value: 'sua', label: 'Sửa' },
  ];

  it('keep the stored value of a renamed choice', () => {
    expect(nextOptions(before, 'Xây mới\nSửa chữa')).toEqual({
      values: ['moi', 'sua'],
      names: ['Xây mới', 'Sửa chữa'],
    });
  });

  it('may be added, removed and reordered', () => {
    expect(nextOptions(before, 'Sửa\n\nDi dời\nXây mới\nSửa')).toEqual({
      values: ['sua', 'Di dời', 'moi'],
      names: ['Sửa', 'Di dời', 'Xây mới'],
    });
    expect(nextOptions([], 'Có\nKhông')).toEqual({ values: ['Có', 'Không'] });
  });
});

describe('a pasted list of fields', () => {
  it('is read from the lines of a paper form', () => {
    const text = [
      '1. Họ và tên: ..................',
      '2) Ngày sinh (*): …………',
      '- Số căn cước ……… ngày cấp …',
      '3.1. Diện tích xây dựng:',
      '....................',
      'Tôi cam đoan lời khai là đúng',
    ].join('\n');
    expect(guessFields(text)).toEqual([
      { title: 'Họ và tên', kind: 'text', required: false },
      { title: 'Ngày sinh', kind: 'date', required: true },
      { title: 'Số căn cước', kind: 'citizen-id', required: false },
      { title: 'Diện tích xây dựng', kind: 'number', required: false },
      { title: 'Tôi cam đoan lời khai là đúng', kind: 'boolean', required: false },
    ]);
  });

  it('is read from the cells of a spreadsheet', () => {
    expect(guessFields('Liên hệ\tSố điện thoại\tBắt buộc\r\nGhi chú\t\t\n')).toEqual([
      { title: 'Liên hệ', kind: 'phone', required: true },
      { title: 'Ghi chú', kind: 'textarea', required: false },
    ]);
  });
});

describe('test data kept with a form', () => {
  it('tell when a change would refuse them', () => {
    const documents = withExample(withFields('Tên'), { ten: 'A' });
    const formOf = (source: typeof documents) => compileForm(source).form as Form;
    expect(failingExamples(formOf(documents), 'vi')).toEqual([]);
    const stricter = addField(documents, { parent: '', title: 'Tuổi', schema: { type: 'integer' }, ui: {} });
    const failing = failingExamples(formOf(setRequired(stricter.documents, stricter.pointer, true)), 'vi');
    expect(failing.map(({ number, errors }) => [number, errors[0]?.message])).toEqual([
      [1, 'Chưa nhập “Tuổi”'],
    ]);
  });
});
