import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from '@jest/globals';
import { findProblems } from '../../designer/templates/code/find-problems.ts';
import { enclosingLists, templateCompletion } from '../../designer/templates/code/template-completion.ts';
import { NEW_TEMPLATE } from '../../designer/templates/new-template.ts';
import { writingOf, writingOfItem } from '../../designer/templates/panel/field-insertion.ts';
import { SNIPPETS } from '../../designer/templates/panel/snippets.ts';
import { CATALOGUE, type CatalogueEntry } from '../../templates/index.ts';

const FORM: CatalogueEntry[] = [
  entry('form.plot', 'text', 'Số thửa'),
  entry('form.floors', 'list', 'Các tầng'),
  entry('form.floors[].area', 'number', 'Diện tích'),
  {
    ...entry('form.kind', 'text', 'Loại công trình'),
    options: [{ value: 'new', label: { vi: 'Xây "mới"', en: 'New' } }],
  },
];

function entry(path: string, type: CatalogueEntry['type'], vi: string): CatalogueEntry {
  return { path, type, describe: { vi, en: vi } };
}

/** What is offered where `|` stands in the text. */
function offered(marked: string, isExplicit = false): string[] {
  const state = EditorState.create({ doc: marked.replace('|', '') });
  const context = new CompletionContext(state, marked.indexOf('|'), isExplicit);
  return templateCompletion('vi', FORM)(context)?.options.map(({ label }) => label) ?? [];
}

describe('completion in a template', () => {
  it('offers the names of the catalogue and the helpers inside braces', () => {
    expect(offered('<p>{{app|')).toEqual(expect.arrayContaining(['applicant.fullName', 'dateInWords']));
  });

  it("offers the fields of a list's items inside its block, and the rest from the root", () => {
    const options = offered('{{#each components}}<li>{{n|');
    expect(options.slice(0, 2)).toEqual(['index', 'name']);
    expect(options).toEqual(expect.arrayContaining(['@index', '@root.applicant.fullName']));
  });

  it("offers the fields of the procedure's forms, in the rows of their tables, too", () => {
    expect(offered('<p>{{form.|')).toEqual(expect.arrayContaining(['form.plot', 'form.floors']));
    expect(offered('{{#each form.floors}}{{a|')[0]).toBe('area');
  });

  it('offers blocks after # and shared blocks after >', () => {
    expect(offered('{{#|')).toEqual(['if', 'unless', 'each', 'with']);
    expect(offered('{{> |')).toEqual(['header', 'signature', 'recipients']);
  });

  it('offers nothing in plain text', () => {
    expect(offered('<p>applicant|', true)).toEqual([]);
    expect(offered('{{a}} app|', true)).toEqual([]);
  });

  it('knows which lists are open', () => {
    expect(enclosingLists('{{#each components}}{{#if name}}')).toEqual(['components']);
    expect(enclosingLists('{{#each components}}{{/each}}{{#each @root.handovers}}')).toEqual(['handovers']);
  });
});

describe('findings while a template is written', () => {
  it('name what no record and none of these forms supplies, with its place', () => {
    const found = findProblems('<p>{{form.plot}}</p>\n<p>{{form.street}}</p>', FORM);
    expect(found.map(({ line, column, severity, message }) => [line, column, severity, message.vi])).toEqual([
      [2, 6, 'warning', 'Không có dữ liệu nào tên là "form.street"'],
    ]);
  });

  it('let every form pass until the forms are known', () => {
    expect(findProblems('{{form.street}}')).toEqual([]);
  });
});

describe('a field that is put in', () => {
  const all = [...CATALOGUE, ...FORM];
  const written = (path: string, isInList = false) =>
    writingOf(all.find((each) => each.path === path)!, all)(isInList);

  it.each([
    ['applicant.fullName', '{{applicant.fullName}}'],
    ['dossier.dueAt', '{{dateInWords dossier.dueAt}}'],
    ['dossier.qr', '{{{qr dossier.qr size=24}}}'],
    [
      'form.floors',
      '{{#each form.floors}}{{position @index}}. {{area}}{{#unless @last}}; {{/unless}}{{/each}}',
    ],
    ['form.kind', '{{choose form.kind "new" "Xây ”mới”"}}'],
  ])('%s is written as papers print it', (path, text) => {
    expect(written(path)).toBe(text);
    expect(findProblems(text, FORM)).toEqual([]);
  });

  it('is counted from the root inside the rows of a list, unless it is of the row', () => {
    expect(written('dossier.dueAt', true)).toBe('{{dateInWords @root.dossier.dueAt}}');
    expect(writingOfItem(FORM[2]!)(true)).toBe('{{number area}}');
  });
});

describe('what the studio offers to start from', () => {
  it.each([['a new paper', NEW_TEMPLATE], ...SNIPPETS.map(({ name, text }) => [name, text] as const)])(
    '%s has no findings',
    (_, source) => {
      expect(findProblems(source)).toEqual([]);
    },
  );
});
