import { describe, expect, it } from '@jest/globals';
import { readCondition, writeCondition } from '../../designer/conditions/condition-sentence.ts';
import {
  addGroup,
  groupsOf,
  moveField,
  setGroup,
  setSteps,
  shiftGroup,
  ungrouped,
} from '../../designer/forms/builder/form-groups.ts';
import {
  addField,
  labelAt,
  removeField,
  renameField,
  setLabel,
  setRequired,
  shiftField,
} from '../../designer/forms/builder/form-model.ts';
import { childrenOf, updateField } from '../../designer/forms/builder/form-nodes.ts';
import { nextOptions } from '../../designer/forms/builder/next-options.ts';
import { PALETTE } from '../../designer/forms/builder/palette-items.ts';
import { withExample, withoutExample } from '../../designer/forms/check/examples.ts';
import { newForm } from '../../designer/forms/new-form.ts';
import { checkExamples, compileForm, type Form, type UiGroup } from '../../forms/index.ts';

const text = { schema: { type: 'string' }, ui: {} };
const setGroups = (documents: ReturnType<typeof newForm>, groups: UiGroup[]) => ({
  ...documents,
  ui: { ...documents.ui, 'ui:sections': groups },
});
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
    const moved = moveField(moveField(grouped, 'a', { group: [1], index: 0 }), 'c', { group: [1], index: 0 });
    expect(groupsOf(moved).map(({ fields }) => fields)).toEqual([['b'], ['c', 'a']]);
    expect(ungrouped(moveField(moved, 'c', { group: [], index: 0 }))).toEqual(['c']);
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

  it('speaks of a renamed field by its new name in conditions, formulas and sums, not in texts', () => {
    const documents = {
      schema: {
        type: 'object',
        properties: {
          loai: { type: 'string' },
          tang: {
            type: 'array',
            items: { type: 'object', properties: { cao: { type: 'number' }, ghiChu: { type: 'string' } } },
          },
          tong: { type: 'number' },
        },
      },
      ui: {
        tang: {
          'ui:sum': ['cao'],
          'ui:visibleIf': 'loai = "loai" and loaiKhac = 1',
          items: { ghiChu: { 'ui:visibleIf': 'cao > 3 and loai != null' } },
        },
        tong: { 'ui:value': 'sum(tang.cao)' },
      },
    };
    const renamed = renameField(renameField(documents, '/loai', 'kind'), '/tang/-/cao', 'height');
    expect(renamed.ui).toEqual({
      tang: {
        'ui:sum': ['height'],
        'ui:visibleIf': 'kind = "loai" and loaiKhac = 1',
        items: { ghiChu: { 'ui:visibleIf': 'height > 3 and kind != null' } },
      },
      tong: { 'ui:value': 'sum(tang.height)' },
    });
  });

  it('lets the name of a new field follow its label until it is named by hand', () => {
    const labelled = setLabel(withFields('Văn bản ngắn', 'Tên'), '/vanBanNgan', {
      label: 'Tên',
      isNew: true,
    });
    expect(labelled.pointer).toBe('/ten2');
    const stored = setLabel(labelled.documents, '/ten2', { label: 'Họ và tên', isNew: false });
    expect([stored.pointer, labelAt(stored.documents, '/ten2')]).toEqual(['/ten2', 'Họ và tên']);
    const named = renameField(labelled.documents, '/ten2', 'ownerName');
    expect(setLabel(named, '/ownerName', { label: 'Chủ hộ', isNew: true }).pointer).toBe('/ownerName');
  });

  it('keeps what a label says in English', () => {
    const documents = updateField(withFields('Tên'), '/ten', {
      ui: { 'ui:title': { vi: 'Tên', en: 'Name' } },
    });
    const { ui } = setLabel(documents, '/ten', { label: 'Họ và tên', isNew: false }).documents;
    expect(ui).toEqual({ ten: { 'ui:title': { vi: 'Họ và tên', en: 'Name' } } });
  });

  it('holds sections inside steps, and keeps every field when a group goes', () => {
    const first = addGroup(addGroup(withFields('a', 'b'), 'Bước 1'), 'Bước 2');
    const steps = setSteps(first, true);
    const inner = addGroup(addGroup(steps, 'Mục 1', [0]), 'Mục 2', [0]);
    const moved = moveField(inner, 'b', { group: [0, 1], index: 0 });
    expect(groupsOf(moved)).toEqual([
      {
        title: 'Bước 1',
        fields: [],
        sections: [
          { title: 'Mục 1', fields: ['a'] },
          { title: 'Mục 2', fields: ['b'] },
        ],
      },
      { title: 'Bước 2', fields: [] },
    ]);
    expect(compileForm(moved).problems).toEqual([]);
    expect(groupsOf(setGroup(moved, [0, 1], undefined))[0]?.fields).toEqual(['b']);
    expect(ungrouped(setGroup(moved, [0], undefined))).toEqual(['a', 'b']);
    expect(groupsOf(setSteps(moved, false)).map(({ title }) => title)).toEqual(['Mục 1', 'Mục 2', 'Bước 2']);
    expect(groupsOf(shiftGroup(moved, [0, 1], -1))[0]?.sections?.map(({ title }) => title)).toEqual([
      'Mục 2',
      'Mục 1',
    ]);
    expect(groupsOf(shiftGroup(moved, [0], 1)).map(({ title }) => title)).toEqual(['Bước 2', 'Bước 1']);
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

describe('test data kept with a form', () => {
  it('tell when a change would refuse a right answer or take a wrong one', () => {
    const right = withExample(withFields('Tên'), 'examples', { ten: 'A' });
    const documents = withExample(right, 'x-refused-examples', { ten: 5 });
    const verdicts = (source: typeof documents) =>
      checkExamples(compileForm(source).form as Form, 'vi').map(({ list, passes, errors }) => [
        list,
        passes,
        errors[0]?.message,
      ]);
    expect(verdicts(documents)).toEqual([
      ['examples', true, undefined],
      ['x-refused-examples', true, expect.any(String)],
    ]);
    const added = addField(documents, { parent: '', title: 'Tuổi', schema: { type: 'integer' }, ui: {} });
    const stricter = setRequired(added.documents, added.pointer, true);
    expect(verdicts(stricter)[0]).toEqual(['examples', false, 'Chưa nhập “Tuổi”']);
    const looser = updateField(documents, '/ten', { schema: { type: undefined } });
    expect(verdicts(looser)[1]).toEqual(['x-refused-examples', false, undefined]);
    const { schema } = withoutExample(documents, 'x-refused-examples', 0);
    expect(Object.hasOwn(schema, 'x-refused-examples')).toBe(false);
  });
});
