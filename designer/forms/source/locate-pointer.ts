/** Where a JSON pointer leads in a JSON text that is being edited. */
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

type SyntaxNode = ReturnType<typeof syntaxTree>['topNode'];

/** @returns the span of the property's name, or of the value when it has none; the deepest place that exists */
export function locatePointer(state: EditorState, tokens: readonly string[]): { from: number; to: number } {
  let value: SyntaxNode | null = syntaxTree(state).topNode.firstChild;
  let span = value ? { from: value.from, to: Math.min(value.to, value.from + 1) } : { from: 0, to: 0 };
  for (const token of tokens) {
    const next = value && childOf(state, value, token);
    if (!next) break;
    value = next.value;
    span = next.span;
  }
  return span;
}

function childOf(state: EditorState, node: SyntaxNode, token: string) {
  if (node.name === 'Object') {
    for (const property of node.getChildren('Property')) {
      const name = property.getChild('PropertyName');
      const value = property.lastChild;
      if (name && value && nameOf(state.sliceDoc(name.from, name.to)) === token) {
        return { value, span: { from: name.from, to: name.to } };
      }
    }
  }
  if (node.name === 'Array') {
    const items: SyntaxNode[] = [];
    for (let item = node.firstChild; item; item = item.nextSibling) {
      if (!PUNCTUATION.has(item.name)) items.push(item);
    }
    const item = items[Number(token)];
    if (item) return { value: item, span: { from: item.from, to: item.to } };
  }
  return undefined;
}

const PUNCTUATION = new Set(['[', ']', ',', '⚠']);

function nameOf(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch (error) {
    // a name that is still being typed
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
