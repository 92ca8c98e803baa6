import { describe, expect, it } from '@jest/globals';
import { usesTouchedBy } from '../../designer/forms/uses/impact.ts';
import { compareForms, compileForm, type Form } from '../../forms/index.ts';
import type { FormUses } from '../../server/contract/catalogue.ts';

const formOf = (properties: Record<string, unknown>): Form =>
  compileForm({ schema: { type: 'object', properties } }).form as Form;

const floors = (...columns: string[]) => ({
  type: 'array',
  items: {
    type: 'object',
    properties: Object.fromEntries(columns.map((name) => [name, { type: 'number' }])),
  },
});

const paper = { kind: 'template' as const, key: 'permit', title: 'Giấy phép', version: 1 };
const way = {
  kind: 'process' as const,
  key: '1.013225',
  title: 'Đạt',
  version: 2,
  element: 'Flow_1',
  expression: 'form.kind = "new"',
};
const uses: FormUses = {
  procedures: [],
  steps: [],
  fields: [
    { path: 'kind', by: [way, paper] },
    { path: 'floors[].area', by: [paper] },
  ],
};

/** Codes of the changes from one form to another, each with the places it touches. */
const touched = (before: Form, after: Form) =>
  compareForms(before, after).map((change) => [
    change.code,
    usesTouchedBy(change, uses).map(({ title }) => title),
  ]);

describe('the impact of a change', () => {
  const before = formOf({ kind: { type: 'string' }, floors: floors('area', 'height') });

  it('names the papers and conditions of a field that goes, or becomes another type', () => {
    expect(touched(before, formOf({ floors: floors('area', 'height') }))).toEqual([
      ['field-removed', ['Đạt', 'Giấy phép']],
    ]);
    expect(
      touched(before, formOf({ kind: { type: 'number' }, floors: floors('area', 'height') })),
    ).toContainEqual(['type-changed', ['Đạt', 'Giấy phép']]);
  });

  it('reaches the columns of a table that goes', () => {
    expect(touched(before, formOf({ kind: { type: 'string' } }))).toEqual([
      ['field-removed', ['Giấy phép']],
      ['field-removed', ['Giấy phép']],
      ['field-removed', []],
    ]);
  });

  it('is nothing for a new label or a new field', () => {
    const after = formOf({
      kind: { type: 'string', title: 'Loại' },
      floors: floors('area', 'height'),
      note: { type: 'string' },
    });
    expect(touched(before, after).flatMap(([, places]) => places)).toEqual([]);
  });
});
