import { describe, expect, it } from '@jest/globals';
import {
  type CatalogueEntry,
  compileTemplate,
  renderBody,
  suppliedBy,
  unknownVariables,
} from '../../templates/index.ts';

const print = (source: string, data: object) => renderBody(compileTemplate(source).template!, data);

const field = (path: string, type: CatalogueEntry['type'] = 'text'): CatalogueEntry => ({
  path,
  type,
  describe: { vi: path, en: path },
});
const FIELDS = [field('form.plot'), field('form.floors', 'list'), field('form.floors[].area', 'number')];

describe('names of a form in a template', () => {
  it('are known only when one of its fields has them', () => {
    const source = `{{form.plot}}
{{#each form.floors}}{{area}} {{height}}{{/each}}
{{applicant.fullName}}
  {{form.street}}`;
    const problems = unknownVariables(compileTemplate(source).template!, suppliedBy(FIELDS));

    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message.en}`)).toEqual([
      '2:33 No record or form supplies "form.floors[].height"',
      '4:5 No record or form supplies "form.street"',
    ]);
  });

  it('print nothing where the applicant left them blank, in lists and groups, too', () => {
    const data = { form: { floors: [{ area: 80 }, {}], none: null } };

    expect(print('[{{form.plot}}]', data)).toBe('[]');
    expect(print('{{#each form.floors}}[{{area}}]{{/each}}', data)).toBe('[80][]');
    expect(print('[{{form.owner.name}}|{{form.none}}]', data)).toBe('[|]');
    expect(print('{{#each form.rooms}}[{{area}}]{{else}}none{{/each}}', data)).toBe('none');
    expect(print('[{{form.plot}}]', {})).toBe('[]');
  });

  it('leave the data as they were', () => {
    const data = { form: { floors: [{}] } };
    print('{{form.plot}}{{#each form.floors}}{{area}}{{/each}}', data);

    expect(data).toEqual({ form: { floors: [{}] } });
  });

  it('are never taken for what objects inherit', () => {
    expect(compileTemplate('{{form.__proto__.x}}').template).toBeUndefined();
    expect(print('{{#each form}}{{this}}{{/each}}', { form: { a: 1 } })).toBe('1');
  });
});
