/** Syntax findings with an exact place, which the parser alone does not give. */
import Handlebars from 'handlebars';
import { mustaches, placeAt, withoutMustaches } from './source-map.ts';
import { type Place, type TemplateProblem, templateProblem } from './template-problem.ts';

export type Ast = hbs.AST.Program;

/** The parsed template, or what keeps it from being parsed. */
export function parseTemplate(source: string): { ast: Ast } | { problem: TemplateProblem } {
  const unbalanced = checkClosing(source) ?? checkBlocks(source);
  if (unbalanced) return { problem: unbalanced };
  try {
    return { ast: Handlebars.parse(source) };
  } catch (error) {
    return { problem: syntaxProblem(source, error as ParseFailure) };
  }
}

type ParseFailure = Error & { lineNumber?: number; column?: number };

function checkClosing(source: string): TemplateProblem | undefined {
  const offset = withoutMustaches(source, ' ').indexOf('{{');
  return offset < 0 ? undefined : templateProblem('template.mustache-not-closed', placeAt(source, offset));
}

/** A block is reported where it opens: that is the line to look at, not the end of the file. */
function checkBlocks(source: string): TemplateProblem | undefined {
  const open: { name: string; place: Place }[] = [];
  for (const { start, inner } of mustaches(source)) {
    const tag = /^~?([#/])[*>]?\s*([^\s~}]+)/.exec(inner);
    if (!tag) continue;
    const [, kind, name] = tag as unknown as [string, string, string];
    const place = placeAt(source, start);
    if (kind === '#') {
      open.push({ name, place });
      continue;
    }
    const last = open.pop();
    if (!last) return templateProblem('template.block-not-opened', place, { name });
    if (last.name !== name)
      return templateProblem('template.block-mismatch', place, { name, open: last.name });
  }
  const unclosed = open.pop();
  return unclosed && templateProblem('template.block-not-closed', unclosed.place, { name: unclosed.name });
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
  const lineStart =
    source
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  for (let offset = lineStart; offset <= source.length; offset += 1) {
    if (past && source.slice(0, offset).replace(/\n/g, '').endsWith(past)) return placeAt(source, offset);
  }
  return { line, column: 1 };
}
