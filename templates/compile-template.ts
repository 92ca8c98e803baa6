/** From a template's source to something that can be rendered, or to what is wrong with it. */
import { checkMarkup } from './check-markup.ts';
import { type Ast, parseTemplate } from './check-syntax.ts';
import { checkTemplate } from './check-template.ts';
import { type TemplateProblem, templateProblem } from './template-problem.ts';

export type Template = { source: string; ast: Ast };

/** A paper's source is text a person wrote; half a million characters is beyond any. */
export const SOURCE_LIMIT = 500_000;

/** More findings than this help nobody. */
const MOST_PROBLEMS = 100;

/**
 * Parses and checks a template. `template` is there when nothing of severity `error` was found; `problems` are
 * in the order of the source, each with line, column and a Vietnamese and an English sentence. Never throws.
 */
export function compileTemplate(source: string): { template?: Template; problems: TemplateProblem[] } {
  if (source.length > SOURCE_LIMIT) {
    return {
      problems: [templateProblem('template.too-long', { line: 1, column: 1 }, { limit: SOURCE_LIMIT })],
    };
  }
  const parsed = parseTemplate(source);
  if ('problem' in parsed) return { problems: [parsed.problem] };
  const problems = [...checkTemplate(parsed.ast), ...checkMarkup(source)]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, MOST_PROBLEMS);
  const isUsable = problems.every(({ severity }) => severity !== 'error');
  return isUsable ? { template: { source, ast: parsed.ast }, problems } : { problems };
}
