import { describe, expect, it } from '@jest/globals';
import {
  CATALOGUE,
  compileTemplate,
  HELPERS,
  isInCatalogue,
  PARTIALS,
  renderBody,
  unknownVariables,
  variablesOf,
} from '../../templates/index.ts';
import { cpuTime } from '../support/cpu-time.ts';

const findings = (source: string) =>
  compileTemplate(source).problems.map(({ line, column, code }) => `${line}:${column} ${code}`);

describe('compileTemplate', () => {
  it.each([
    [
      'a block that is never closed, where it opens',
      'Kính gửi:\n  {{#each components}}\n<p>',
      '2:3 template.block-not-closed',
    ],
    ['a block closed by another name', '{{#each a}}\n{{/if}}', '2:1 template.block-mismatch'],
    ['a close without an open', 'a\nb {{/if}}', '2:3 template.block-not-opened'],
    ['braces that never close', 'a\n\n  {{applicant.fullName', '3:3 template.mustache-not-closed'],
    ['an argument without a value', '<p>\n{{upper a=}}</p>', '2:11 template.syntax'],
    ['an unknown helper', 'a\n {{foo bar}}', '2:2 template.unknown-helper'],
    ['an unknown helper inside another', '{{upper (foo bar)}}', '1:9 template.unknown-helper'],
    ['an unknown block', '{{#foo}}x{{/foo}}', '1:1 template.unknown-helper'],
    ['an unknown partial', '{{> footer}}', '1:1 template.unknown-partial'],
    ['a computed partial', '{{> (upper a)}}', '1:1 template.dynamic-partial'],
    ['a decorator', '{{* inline "x"}}', '1:1 template.decorator'],
    ['an inline partial', '{{#*inline "x"}}y{{/inline}}', '1:1 template.decorator'],
    ['raw output of data', '<p>{{{form.note}}}</p>', '1:4 template.raw-output'],
    ['raw output by ampersand', '{{&form.note}}', '1:1 template.raw-output'],
    ['the prototype', '{{constructor.name}}', '1:3 template.forbidden-name'],
    ['the prototype inside an argument', '{{upper form.__proto__.x}}', '1:9 template.forbidden-name'],
    ['private data of the rendering', '{{@budget.steps}}', '1:3 template.forbidden-name'],
    ['a script', '<p>\n<script>alert(1)</script>', '2:1 template.forbidden-tag'],
    ['a frame', '<iframe src="file:///etc/passwd"></iframe>', '1:1 template.forbidden-tag'],
    ['an event handler', '<p onclick="x()">', '1:4 template.forbidden-attribute'],
    ['an image address', 'a\n<img alt="" src="https://example.org/x.png">', '2:13 template.foreign-address'],
    ['an image address made of data', "<img src='{{form.photo}}'>", '1:6 template.foreign-address'],
    ['a file address', '<img src=file:///etc/passwd>', '1:6 template.foreign-address'],
    [
      'an address in a style',
      '<p style="background: url(https://example.org)">',
      '1:23 template.foreign-address',
    ],
    ['an imported style', '<style>@import "https://example.org";</style>', '1:8 template.foreign-address'],
  ])('reports %s', (_, source, finding) => {
    expect(findings(source)[0]).toBe(finding);
    expect(compileTemplate(source).template).toBeUndefined();
  });

  it('says it in Vietnamese and English', () => {
    expect(compileTemplate('{{#if a}}').problems[0]?.message).toEqual({
      vi: 'Khối {{#if}} mở ở đây chưa được đóng bằng {{/if}}',
      en: 'The block {{#if}} opened here is never closed by {{/if}}',
    });
  });

  it('accepts embedded pictures, comments and styles', () => {
    expect(
      findings(
        '<style>.a{color:red}</style>{{!-- a }} --}}{{! b }}<img alt="" src="data:image/png;base64,iVBORw0KGgo=">',
      ),
    ).toEqual([]);
  });

  it.each([
    ['braces', '{'.repeat(400_000)],
    ['comments that never end', '{{!--'.repeat(90_000)],
    ['tags', '<script>\n'.repeat(50_000)],
    ['attributes', `<p ${'a="b" '.repeat(80_000)}`],
    ['open quotes', '<p a="'.repeat(80_000)],
    ['blanks', `<${' '.repeat(400_000)}`],
    ['addresses', 'url('.repeat(100_000)],
    ['broken fields', '{{a b=}}\n'.repeat(3_000)],
    ['raw fields', '{{{a}}}\n'.repeat(3_000)],
  ])('finds its way through a heap of %s in an instant', async (_, source) => {
    expect(await cpuTime(() => compileTemplate(source))).toBeLessThan(1000);
  });

  it('refuses a source of more than half a million characters', () => {
    expect(findings('x'.repeat(500_001))).toEqual(['1:1 template.too-long']);
  });

  it.each(Object.entries({ ...HELPERS, ...PARTIALS }))(
    'documents %s by a call that compiles',
    (_, { example }) => {
      const closed = example.startsWith('{{#') ? `${example}{{/if}}` : example;
      expect(findings(closed)).toEqual([]);
    },
  );
});

describe('renderBody', () => {
  it('escapes every value of the data', () => {
    const { template } = compileTemplate('<p title="{{a}}">{{a}} {{upper a}} {{orDots a}}</p>');
    const body = renderBody(template!, { a: `<img src=x onerror="alert('1')">` });
    expect(body).not.toMatch(/<img|" onerror|'/);
  });

  it('names the value that the data lack', () => {
    const { template } = compileTemplate('<p>\n{{applicant.nickname}}');
    expect(() => renderBody(template!, { applicant: {} })).toThrow('have no "nickname" (line 2, column 3)');
    expect(() => renderBody(template!, {})).toThrow('line 2');
  });

  it('stops loops that multiply, at the loop that did it', () => {
    const { template } = compileTemplate(
      '{{#each a}}\n{{#each @root.a}}{{#each @root.a}}x{{/each}}{{/each}}{{/each}}',
    );
    expect(() => renderBody(template!, { a: Array(500).fill(1) })).toThrow(
      'The template loops too often (more than 50000 turns) (line 2, column 18)',
    );
  });

  it('stops a paper that grows without bound', () => {
    const { template } = compileTemplate('{{#each a}}{{#each @root.a}}{{@root.text}}{{/each}}{{/each}}');
    expect(() => renderBody(template!, { a: Array(200).fill(1), text: 'x'.repeat(5000) })).toThrow(
      'The paper is too large (more than 4000000 characters) (line 1, column 1)',
    );
  });
});

describe('variablesOf', () => {
  it('resolves scopes to paths of the data', () => {
    const { template } = compileTemplate(
      '{{a.b}}{{#each list}}{{name}}{{../c}}{{@root.d}}{{@index}}{{/each}}{{#each list as |row|}}{{row.x}}{{/each}}{{#with e}}{{f}}{{/with}}{{upper g}}{{#if (eq h 1)}}{{/if}}{{> signature name=i}}{{#each j}}{{this}}{{/each}}',
    );
    expect(variablesOf(template!).map(({ path }) => path)).toEqual([
      'a.b',
      'list',
      'list[].name',
      'c',
      'd',
      'list',
      'list[].x',
      'e',
      'e.f',
      'g',
      'h',
      'i',
      'j',
      'j[]',
    ]);
  });

  it('warns of names that neither the catalogue nor the form supplies', () => {
    const { template } = compileTemplate('{{applicant.fullName}}{{form.landPlot}}\n{{applicant.shoeSize}}');
    expect(unknownVariables(template!, isInCatalogue)).toMatchObject([
      { code: 'template.unknown-variable', severity: 'warning', line: 2, column: 3 },
    ]);
  });

  it('describes every name of the catalogue once, in two languages', () => {
    const paths = CATALOGUE.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(CATALOGUE.every(({ describe: { vi, en } }) => vi && en)).toBe(true);
  });
});
