/** Colours of the HTML around the mustaches: the editor's own, darker where they fade on a marked line. */
import { defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from '@codemirror/language';

const DARKER: Record<string, string> = { '#085': '#00603b', '#e40': '#a83200' };

/** An editor extension. */
export const htmlColours = syntaxHighlighting(
  HighlightStyle.define(
    defaultHighlightStyle.specs.map((spec) => ({ ...spec, color: DARKER[spec['color']] ?? spec['color'] })),
  ),
  { fallback: true },
);
