import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from '@jest/globals';
import { findProblems } from '../../designer/templates/code/find-problems.ts';
import { enclosingLists, templateCompletion } from '../../designer/templates/code/template-completion.ts';
import { NEW_TEMPLATE } from '../../designer/templates/new-template.ts';
import { SNIPPETS } from '../../designer/templates/panel/snippets.ts';

/** What is offered where `|` stands in the text. */
function offered(marked: string, isExplicit = false): string[] {
  const state = EditorState.create({ doc: marked.replace('|', '') });
  const context = new CompletionContext(state, marked.indexOf('|'), isExplicit);
  return templateCompletion('vi')(context)?.options.map(({ label }) => label) ?? [];
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

describe('what the studio offers to start from', () => {
  it.each([['a new paper', NEW_TEMPLATE], ...SNIPPETS.map(({ name, text }) => [name, text] as const)])(
    '%s has no findings',
    (_, source) => {
      expect(findProblems(source)).toEqual([]);
    },
  );
});
