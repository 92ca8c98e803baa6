/** Syntax findings with an exact place, which the parser alone does not give. */
import Handlebars from 'handlebars';
import { placesIn, scanMustaches } from './source-map.ts';
import { type Place, type TemplateProblem, templateProblem } from './template-problem.ts';

export type Ast = hbs.AST.Program;

/** Nobody writes papers beyond these; the parser takes seconds over what is. */
const MOST_MUSTACHES = 3000;
const DEEPEST = 40;

/** The parsed template, or what keeps it from being parsed. */
export function parseTemplate(source: string): { ast: Ast } | { problem: TemplateProblem } {
  const problem = checkMustaches(source);
  if (problem) return { problem };
  try {
    return { ast: Handlebars.parse(source) };
  } catch (error) {
    return { problem: syntaxProblem(source, error as ParseFailure) };
  }
}

type ParseFailure = Error & { lineNumber?: number; column?: number };

/** A block is reported where it opens: that is the line to look at, not the end of the file. */
function checkMustaches(source: string): TemplateProblem | undefined {
  const placeAt = placesIn(source);
  const { mustaches, unclosed } = scanMustaches(source);
  if (unclosed !== undefined) return templateProblem('template.mustache-not-closed', placeAt(unclosed));
  const excess = mustaches[MOST_MUSTACHES];
  if (excess)
    return templateProblem('template.too-many-fields', placeAt(excess.start), { limit: MOST_MUSTACHES });
  const open: { name: string; start: number }[] = [];
  for (const { start, inner } of mustaches) {
    const [, kind, name = ''] = /^~?([#/])[*>]?\s*([^\s~}]+)/.exec(inner) ?? [];
    if (kind === '#') {
      if (open.push({ name, start }) <= DEEPEST) continue;
      return templateProblem('template.too-deep', placeAt(start), { limit: DEEPEST });
    }
    if (kind !== '/') continue;
    const last = open.pop();
    if (!last) return templateProblem('template.block-not-opened', placeAt(start), { name });
    if (last.name !== name) {
      return templateProblem('template.block-mismatch', placeAt(start), { name, open: last.name });
    }
  }
  const left = open.pop();
  return left && templateProblem('template.block-not-closed', placeAt(left.start), { name: left.name });
}

function syntaxProblem(source: string, error: ParseFailure): TemplateProblem {
  if (error.lineNumber !== undefined) {
    const place = { line: error.lineNumber, column: (error.column ?? 0) + 1 };
    return templateProblem('template.syntax', place, { detail: error.message.replace(/ - \d+:\d+$/, '') });
  }
  const place = placeOfParseError(source, error.message);
  const rest = source.split('\n')[place.line - 1]?.slice(place.column - 1) ?? '';
  return templateProblem('template.syntax', place, { detail: `… ${rest.slice(0, 30)}` });
}

/** The parser says the line and shows the text around the fault; together they give the column. */
function placeOfParseError(source: string, message: string): Place {
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  const [, excerpt = '', pointer = ''] = message.split('\n');
  const past = excerpt.slice(0, pointer.indexOf('^')).replace(/^\.\.\./, '');
  const lines = source.split('\n');
  const text = lines[line - 1] ?? '';
  // The excerpt runs over line breaks without showing them.
  const before = lines
    .slice(Math.max(0, line - 21), line - 1)
    .join('')
    .slice(-past.length);
  for (let column = 0; past && column <= text.length; column += 1) {
    if (`${before}${text.slice(0, column)}`.endsWith(past)) return { line, column: column + 1 };
  }
  return { line, column: 1 };
}
