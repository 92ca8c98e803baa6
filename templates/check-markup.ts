/** What the HTML of a template may not hold: scripts, frames, handlers, addresses outside the paper. */
import { placesIn, withoutMustaches } from './source-map.ts';
import { type TemplateProblem, type TemplateProblemCode, templateProblem } from './template-problem.ts';

/** Findings about the template's HTML, in the order of the source. */
export function checkMarkup(source: string): TemplateProblem[] {
  const html = withoutMustaches(source, MUSTACHE);
  const placeAt = placesIn(source);
  return [...tagFindings(html), ...styleFindings(html)]
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST_FINDINGS)
    .map(({ code, at, name }) => templateProblem(code, placeAt(at), { name: nameIn(source, name) }));
}

type Finding = { code: TemplateProblemCode; at: number; name: { from: number; to: number } };

/** Stands for a mustache: a private-use character, which no harmless address or tag has. */
const MUSTACHE = '\uE000';
const MOST_FINDINGS = 100;

const FORBIDDEN_TAG =
  /^(script|i?frame|frameset|object|embed|applet|link|meta|base|form|input|button|textarea|select|video|audio|source|track|portal|template|html|head|body|title|noscript|\uE000.*)$/i;
const FORBIDDEN_ATTRIBUTE = /^(on[a-z]+|srcdoc|action|formaction|ping)$/i;
const ADDRESS_ATTRIBUTE = /^(src|href|xlink:href|poster|background|srcset|imagesrcset|lowsrc|data)$/i;

const TAG = /<\/?([a-z\uE000][a-z0-9:\uE000-]*)/gi;
const ATTRIBUTE = /[\s/"']*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/y;

function* tagFindings(html: string): Generator<Finding> {
  for (const { 0: tag, 1: name = '', index } of html.matchAll(TAG)) {
    const end = index + tag.length;
    if (FORBIDDEN_TAG.test(name)) {
      yield { code: 'template.forbidden-tag', at: index, name: { from: end - name.length, to: end } };
    }
    yield* attributeFindings(html, end);
  }
}

/** The attributes of a tag from the end of its name; quoted values may hold anything. */
function* attributeFindings(html: string, from: number): Generator<Finding> {
  ATTRIBUTE.lastIndex = from;
  for (let match = ATTRIBUTE.exec(html); match; match = ATTRIBUTE.exec(html)) {
    const next = ATTRIBUTE.lastIndex;
    const [whole, name = ''] = match;
    const at = match.index + whole.indexOf(name);
    const value = match[2] ?? match[3] ?? match[4];
    if (FORBIDDEN_ATTRIBUTE.test(name)) {
      yield { code: 'template.forbidden-attribute', at, name: { from: at, to: at + name.length } };
    } else if (ADDRESS_ATTRIBUTE.test(name) && value !== undefined && !isEmbedded(value)) {
      const valueAt = match.index + whole.lastIndexOf(value);
      yield { code: 'template.foreign-address', at, name: { from: valueAt, to: valueAt + value.length } };
    }
    ATTRIBUTE.lastIndex = next;
  }
}

const STYLE_ADDRESSES = [/url\(\s*["']?([^"')]*)/gi, /@import\s+([^;]*)/gi];

function* styleFindings(html: string): Generator<Finding> {
  for (const pattern of STYLE_ADDRESSES) {
    for (const { 0: whole, 1: address = '', index } of html.matchAll(pattern)) {
      if (isEmbedded(address)) continue;
      const from = index + whole.length - address.length;
      yield { code: 'template.foreign-address', at: index, name: { from, to: from + address.length } };
    }
  }
}

/** Only a picture inside the paper itself, or a place on the same page. */
function isEmbedded(address: string): boolean {
  return /^(data:image\/(png|jpeg|gif|webp);base64,[a-z0-9+/=\s]*|#[\w-]*)$/i.test(address.trim());
}

/** As it was written, mustaches and all. */
function nameIn(source: string, { from, to }: Finding['name']): string {
  return source.slice(from, Math.min(to, from + 80));
}
