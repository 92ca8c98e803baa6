/** What the HTML of a template may not hold: scripts, frames, handlers, addresses outside the paper. */
import { placeAt, withoutMustaches } from './source-map.ts';
import { type TemplateProblem, type TemplateProblemCode, templateProblem } from './template-problem.ts';

/** Findings about the template's HTML, in the order of the source. */
export function checkMarkup(source: string): TemplateProblem[] {
  // A mustache inside an address becomes this private-use character, which no data: address has.
  const html = withoutMustaches(source, '\uE000');
  return RULES.flatMap(({ pattern, code, isAllowed }) =>
    [...html.matchAll(pattern)]
      .filter((match) => !isAllowed?.(match[1] ?? ''))
      .map((match) => {
        const name = source.slice(match.index + match[0].lastIndexOf(match[1] ?? ''));
        return templateProblem(code, placeAt(source, match.index), {
          name: name.slice(0, Math.min((match[1] ?? '').length, 80)),
        });
      }),
  ).sort((a, b) => a.line - b.line || a.column - b.column);
}

type Rule = { pattern: RegExp; code: TemplateProblemCode; isAllowed?: (found: string) => boolean };

const FORBIDDEN_TAGS =
  'script|iframe|frame|frameset|object|embed|applet|link|meta|base|form|input|button|textarea|select|video|audio|source|track|portal|template|html|head|body|title';

const RULES: Rule[] = [
  {
    pattern: new RegExp(`<\\s*/?\\s*(${FORBIDDEN_TAGS})(?=[\\s/>\\uE000]|$)`, 'gi'),
    code: 'template.forbidden-tag',
  },
  {
    pattern: /<[a-z][^<>]*?[\s"'/](on[a-z]+|srcdoc|action|formaction|ping)\s*=/gi,
    code: 'template.forbidden-attribute',
  },
  {
    pattern:
      /<[a-z][^<>]*?[\s"'/](?:src|href|xlink:href|poster|background|data|srcset)\s*=\s*(?:"([^"]*)"|'[^']*'|[^\s>]+)/gi,
    code: 'template.foreign-address',
    isAllowed: isEmbedded,
  },
  { pattern: /url\(\s*["']?([^"')]*)/gi, code: 'template.foreign-address', isAllowed: isEmbedded },
  { pattern: /@import\s+([^;]*)/gi, code: 'template.foreign-address' },
];

/** Only a picture inside the paper itself, or a place on the same page. */
function isEmbedded(address: string): boolean {
  return /^(data:image\/(png|jpeg|gif|webp);base64,[a-z0-9+/=\s]*|#[\w-]*)$/i.test(address.trim());
}
