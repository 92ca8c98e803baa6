import { describe, expect, it } from '@jest/globals';
import {
  applyPrefill,
  compileForm,
  type Form,
  type PrefillFacts,
  type PrefillOffer,
  prefillOffers,
} from '../../forms/index.ts';

const { form } = compileForm({
  schema: {
    type: 'object',
    properties: {
      ten: { type: 'string' },
      so: { type: 'string', format: 'citizen-id' },
      nha: { type: 'object', properties: { diaChi: { type: 'string' } } },
      bang: { type: 'array', items: { type: 'object', properties: { ten: { type: 'string' } } } },
    },
  },
  ui: {
    ten: { 'ui:from': 'applicant.fullName' },
    so: { 'ui:from': 'applicant.identifier' },
    nha: { diaChi: { 'ui:from': ['applicant.address', 'earlier'] } },
    bang: { items: { ten: { 'ui:from': 'applicant.fullName' } } },
  },
}) as { form: Form };

const offersFor = (facts: PrefillFacts): PrefillOffer[] => prefillOffers(form, facts);
const named = (fullName: string) => offersFor({ applicant: { fullName } });

describe('offers of values', () => {
  it('come from the applicant, rows of tables left out', () => {
    expect(offersFor({ applicant: { fullName: 'Lê A', identifier: '089000000001' } })).toEqual([
      { pointer: '/ten', value: 'Lê A', source: 'applicant.fullName' },
      { pointer: '/so', value: '089000000001', source: 'applicant.identifier' },
    ]);
  });

  it('take the first source that has a value', () => {
    const earlier = (pointer: string) => (pointer === '/nha/diaChi' ? 'Số 2' : undefined);
    expect(offersFor({ applicant: { address: 'Số 1' }, earlier })).toMatchObject([{ value: 'Số 1' }]);
    expect(offersFor({ applicant: { address: '' }, earlier })).toEqual([
      { pointer: '/nha/diaChi', value: 'Số 2', source: 'earlier' },
    ]);
  });

  it('leave out what the field would refuse', () => {
    expect(offersFor({ applicant: { identifier: '350000001' } })).toEqual([]);
  });

  it('know no other source', () => {
    const { problems } = compileForm({
      schema: { type: 'object', properties: { a: { type: 'string' } } },
      ui: { a: { 'ui:from': 'session.password' } },
    });
    expect(problems).toMatchObject([{ pointer: '/ui/a/ui:from', code: 'ui-value' }]);
  });
});

describe('filling in beforehand', () => {
  const empty = { data: {}, prefilled: {} };

  it('fills empty fields and remembers with what', () => {
    expect(applyPrefill(empty, named('Lê A'))).toEqual({
      data: { ten: 'Lê A' },
      prefilled: { '/ten': { value: 'Lê A', source: 'applicant.fullName' } },
    });
  });

  it('never overwrites what was typed', () => {
    const typed = { data: { ten: 'Lê B' }, prefilled: {} };
    expect(applyPrefill(typed, named('Lê A'))).toBe(typed);
  });

  it('follows its source while nobody touched the field', () => {
    const followed = applyPrefill(applyPrefill(empty, named('Lê')), named('Lê A'));
    expect(followed.data).toEqual({ ten: 'Lê A' });
  });

  it('stops following once somebody changed or emptied the field', () => {
    const { prefilled } = applyPrefill(empty, named('Lê'));
    for (const data of [{ ten: 'Lê C' }, {}]) {
      expect(applyPrefill({ data, prefilled }, named('Lê A')).data).toBe(data);
    }
  });

  it('starts a form that nobody began', () => {
    expect(applyPrefill({ data: undefined, prefilled: {} }, named('Lê A')).data).toEqual({ ten: 'Lê A' });
  });
});
