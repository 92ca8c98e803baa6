/** Colours the mustaches inside HTML: the lezer grammar of HTML does not know them. */
import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { scanMustaches } from '../../../templates/source-map.ts';

/** An editor extension; recolours what changed when the text does. */
export const mustacheColours = [
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = colour(view.state.doc.toString());
      }
      update(update: ViewUpdate) {
        if (update.docChanged) this.decorations = colour(update.state.doc.toString());
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
  EditorView.baseTheme({
    '.cm-mustache': { backgroundColor: '#fff4de', borderRadius: '2px' },
    '.cm-mustache, .cm-mustache *': { color: '#8a5300 !important' },
    '.cm-mustache-block, .cm-mustache-block *': { color: '#0b5394 !important', fontWeight: '600' },
    '.cm-mustache-partial, .cm-mustache-partial *': { color: '#1b6e3c !important', fontWeight: '600' },
    '.cm-mustache-comment, .cm-mustache-comment *': { color: '#66737f !important', fontStyle: 'italic' },
  }),
];

function colour(source: string): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { start, end, inner } of scanMustaches(source).mustaches) {
    builder.add(start, end, Decoration.mark({ class: `cm-mustache ${kindOf(source, start, inner)}` }));
  }
  return builder.finish();
}

function kindOf(source: string, start: number, inner: string): string {
  if (source.startsWith('{{!', start)) return 'cm-mustache-comment';
  if (/^~?>/.test(inner)) return 'cm-mustache-partial';
  return /^~?([#/]|else\b)/.test(inner) ? 'cm-mustache-block' : '';
}
