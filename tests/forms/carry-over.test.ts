import { describe, expect, it } from '@jest/globals';
import { carryOver, compileForm, type Form, validateForm } from '../../forms/index.ts';

const { form } = compileForm({
  schema: {
    type: 'object',
    properties: {
      ten: { type: 'string' },
      dienTich: { type: 'number' },
      loai: { type: 'string', enum: ['moi', 'sua'] },
      tang: { type: 'array', items: { type: 'object', properties: { ten: { type: 'string' } } } },
      ngayCap: { type: 'string', format: 'date' },
    },
    additionalProperties: false,
    if: { properties: { loai: { const: 'sua' } }, required: ['loai'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { lyDo: { type: 'string' } } },
  },
}) as { form: Form };

describe('a draft of an older version', () => {
  it('is the same draft when everything has its place', () => {
    const draft = { ten: 'Nhà A', dienTich: 80, loai: 'moi' };
    expect(carryOver(form, draft)).toEqual({ data: draft, lost: [] });
  });

  it('keeps what still has a field and hands back what has none, in rows too', () => {
    const draft = { ten: 'Nhà A', soTo: '18', tang: [{ ten: 'Trệt', cao: 3.6 }] };
    expect(carryOver(form, draft)).toEqual({
      data: { ten: 'Nhà A', tang: [{ ten: 'Trệt' }] },
      lost: [
        { pointer: '/soTo', value: '18' },
        { pointer: '/tang/0/cao', value: 3.6 },
      ],
    });
  });

  it('hands back values of another type and choices that are no longer offered', () => {
    const draft = { dienTich: 'tám mươi', loai: 'tam', tang: 'ba' };
    const { data, lost } = carryOver(form, draft);
    expect(data).toEqual({});
    expect(lost.map(({ pointer, value }) => [pointer, value])).toEqual([
      ['/dienTich', 'tám mươi'],
      ['/loai', 'tam'],
      ['/tang', 'ba'],
    ]);
  });

  it('leaves what is only unfinished or wrong in its field, to be corrected there', () => {
    const draft = { ngayCap: '31/02' };
    expect(carryOver(form, draft)).toEqual({ data: draft, lost: [] });
    expect(validateForm(form, draft, 'vi').errors).toMatchObject([
      { pointer: '/ngayCap', keyword: 'format' },
    ]);
  });

  it('keeps what a branch that does not apply now describes', () => {
    const draft = { loai: 'moi', lyDo: 'Mái dột' };
    expect(carryOver(form, draft).data).toEqual(draft);
  });
});
