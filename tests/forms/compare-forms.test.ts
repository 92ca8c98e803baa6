import { describe, expect, it } from '@jest/globals';
import { compareForms, compileForm, type Form } from '../../forms/index.ts';

const compiled = (schema: unknown, ui: unknown = {}): Form => compileForm({ schema, ui }).form as Form;

const before = compiled({
  type: 'object',
  properties: {
    ten: { type: 'string', title: 'Họ tên', maxLength: 50 },
    loai: { enum: ['a', 'b'], title: 'Loại' },
    ghiChu: { type: 'string', title: 'Ghi chú' },
  },
});

describe('compareForms', () => {
  it('finds nothing between equal forms', () => {
    expect(compareForms(before, before)).toEqual([]);
  });

  it('names what a procedure owner would name, and what touches existing data', () => {
    const after = compiled(
      {
        type: 'object',
        required: ['ten', 'cccd'],
        properties: {
          ten: { type: 'string', title: 'Họ và tên', maxLength: 40 },
          loai: { enum: ['a', 'c'], title: 'Loại' },
          cccd: { type: 'string', title: 'Số căn cước', format: 'citizen-id' },
        },
      },
      { loai: { 'ui:visibleIf': 'ten != null' } },
    );
    expect(
      compareForms(before, after).map(({ code, pointer, isBreaking }) => [code, pointer, isBreaking]),
    ).toEqual([
      ['label-changed', '/ten', false],
      ['now-required', '/ten', true],
      ['limit-changed', '/ten', true],
      ['option-added', '/loai', false],
      ['option-removed', '/loai', true],
      ['condition-changed', '/loai', false],
      ['field-added', '/cccd', true],
      ['field-removed', '/ghiChu', true],
    ]);
  });

  it('says when only the layout changed', () => {
    const after = compiled(before.schema, { 'ui:columns': 1 });
    expect(compareForms(before, after).map(({ code }) => code)).toEqual(['layout-changed']);
  });
});
