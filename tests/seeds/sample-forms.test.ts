import { describe, expect, it } from '@jest/globals';
import { compileForm, validateForm } from '../../forms/index.ts';
import { readSampleProvince, SAMPLE_PROVINCE } from '../../seeds/load.ts';
import { createDossier } from '../../server/contract/dossiers.ts';

const province = await readSampleProvince(SAMPLE_PROVINCE);
const forms = new Map(province.forms.map(({ key, schema, ui }) => [key, compileForm({ schema, ui })]));
const samples = province.procedures.flatMap(({ code, settings }) =>
  settings.samples.map((body) => ({ code, settings, body: createDossier.parse(body) })),
);

describe('the forms of the sample province', () => {
  it.each(province.forms.map(({ key, schema }) => ({ key, schema })))(
    '$key compiles and accepts its example',
    ({ key, schema }) => {
      const { form, problems } = forms.get(key)!;
      const [example] = schema.examples as unknown[];

      expect(problems).toEqual([]);
      expect(validateForm(form!, example, 'vi', { today: '2026-04-17' })).toEqual({
        valid: true,
        errors: [],
      });
    },
  );

  it.each(province.procedures)('$code has an application form of its own', ({ settings }) => {
    expect(forms.has(settings.form)).toBe(true);
  });
});

describe('the sample dossiers', () => {
  it('there is one for every procedure', () => {
    expect(new Set(samples.map(({ code }) => code)).size).toBe(province.procedures.length);
  });

  it.each(samples)('that of $code is a valid intake with all required papers', ({ code, settings, body }) => {
    const required = settings.components.filter((component) => component.required).map(({ id }) => id);

    expect(body.procedure).toBe(code);
    expect(validateForm(forms.get(settings.form)!.form!, body.form, 'vi')).toEqual({
      valid: true,
      errors: [],
    });
    expect(body.attachments.map(({ component }) => component)).toEqual(expect.arrayContaining(required));
  });
});
