/** Completion of names in a form's two documents: keywords, formats, ui entries and widgets of the dialect. */
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { KEYWORDS } from '../../../forms/dialect.ts';
import { formatNames } from '../../../forms/index.ts';
import { uiEntryNames, widgetNames } from '../../../forms/read-ui.ts';
import type { DocumentName } from '../form-draft.ts';

export function dialectCompletion(document: DocumentName) {
  return (context: CompletionContext): CompletionResult | null => {
    const before = context.matchBefore(/"[\w:-]*/);
    if (!before) return null;
    const line = context.state.doc.lineAt(context.pos);
    const toLeft = context.state.sliceDoc(line.from, before.from);
    const names = namesFor(document, toLeft);
    return {
      from: before.from + 1,
      options: names.map((label) => ({ label, type: 'keyword' })),
      validFor: /^[\w:-]*$/,
    };
  };
}

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

function namesFor(document: DocumentName, toLeft: string): string[] {
  if (/"format"\s*:\s*$/.test(toLeft)) return formatNames();
  if (/"type"\s*:\s*$/.test(toLeft)) return TYPES;
  if (/"ui:widget"\s*:\s*$/.test(toLeft)) return widgetNames();
  return document === 'schema' ? Object.keys(KEYWORDS) : uiEntryNames();
}
