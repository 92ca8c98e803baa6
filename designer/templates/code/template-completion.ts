/** Completion inside mustaches: the catalogue's names in the scope of the cursor, helpers, blocks, partials. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { BLOCKS, CATALOGUE, type CatalogueEntry, HELPERS, PARTIALS } from '../../../templates/index.ts';
import { scanMustaches } from '../../../templates/source-map.ts';

type Language = 'vi' | 'en';

/** A completion source for the editor, with its explanations in that language; `formFields` are the e-forms'. */
export function templateCompletion(language: Language, formFields: readonly CatalogueEntry[] = []) {
  const entries = [...CATALOGUE, ...formFields];
  return (context: CompletionContext): CompletionResult | null => {
    const source = context.state.doc.toString();
    const typed = /\{\{\{?[^{}]*$/.exec(source.slice(0, context.pos));
    if (!typed) return null;
    const word = context.matchBefore(/[\w.@]*/);
    if (word && word.from === word.to && !context.explicit && !/[{>#(= ]$/.test(typed[0])) return null;
    return {
      from: word?.from ?? context.pos,
      options: optionsFor(typed[0], {
        lists: enclosingLists(source.slice(0, context.pos)),
        language,
        entries,
      }),
      validFor: /^[\w.@]*$/,
    };
  };
}

interface Scope {
  /** of the open `#each` blocks, innermost first */
  lists: string[];
  language: Language;
  entries: readonly CatalogueEntry[];
}

/** What fits after the braces as typed so far. */
function optionsFor(typed: string, scope: Scope): Completion[] {
  const { lists, language } = scope;
  if (/^\{\{\s*>\s*\w*$/.test(typed)) return partials(language);
  if (/^\{\{\s*#\s*\w*$/.test(typed)) return BLOCKS.map((label) => ({ label, type: 'keyword', boost: 1 }));
  return [...names(scope), ...(lists.length > 0 ? LOOP : []), ...helpers(language)];
}

/** Lists of the `#each` blocks that are open at the end of the text, innermost first. */
export function enclosingLists(before: string): string[] {
  const open: (string | undefined)[] = [];
  for (const { inner } of scanMustaches(before).mustaches) {
    const start = /^~?#\s*(\w+)\s+([\w.@]+)?/.exec(inner);
    if (start) open.push(start[1] === 'each' ? start[2]?.replace(/^@root\./, '') : undefined);
    else if (/^~?\//.test(inner)) open.pop();
  }
  return open.filter((list) => list !== undefined).reverse();
}

const LOOP: Completion[] = ['@index', '@first', '@last', '@key', '@root', 'this'].map((label) => ({
  label,
  type: 'keyword',
}));

function names({ lists, language, entries }: Scope): Completion[] {
  const [innermost] = lists;
  const items = entries
    .filter(({ path }) => innermost && path.startsWith(`${innermost}[].`))
    .map(({ path, describe }) => ({
      label: path.slice(`${innermost}[].`.length),
      detail: describe[language],
      type: 'property',
      boost: 10,
    }));
  const whole = entries
    .filter(({ path }) => !path.includes('[]'))
    .map(({ path, describe }) => ({
      label: lists.length > 0 ? `@root.${path}` : path,
      detail: describe[language],
      type: 'variable',
    }));
  return [...items, ...whole];
}

function helpers(language: Language): Completion[] {
  return Object.entries(HELPERS).map(([label, { describe, example }]) => ({
    label,
    detail: describe[language],
    info: example,
    type: 'function',
    boost: -1,
  }));
}

function partials(language: Language): Completion[] {
  return Object.entries(PARTIALS).map(([label, { describe, example }]) => ({
    label,
    detail: describe[language],
    info: example,
    type: 'class',
  }));
}
