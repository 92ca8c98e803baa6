/** The data a template names, to be compared with what records and forms supply. */
import { placeOf } from './check-template.ts';
import type { Template } from './compile-template.ts';
import { type Place, type TemplateProblem, templateProblem } from './template-problem.ts';
import { walkTemplate } from './walk-template.ts';

/** `applicant.fullName`, `components[].name`: the path from the paper's data, lists marked with `[]`. */
export type Variable = Place & { path: string };

/** Every data path of the template in the order of the source; partials' own paths are not among them. */
export function variablesOf(template: Template): Variable[] {
  const found: Variable[] = [];
  walkTemplate(template.ast, {
    path: (node, path) => {
      if (path) found.push({ path, ...placeOf(node) });
    },
  });
  return found;
}

/**
 * A warning for every variable that `isKnown` does not know. Paths are given with `[]` for lists, as the
 * catalogue and the form's schema name them.
 */
export function unknownVariables(template: Template, isKnown: (path: string) => boolean): TemplateProblem[] {
  return variablesOf(template)
    .filter(({ path }) => !isKnown(path))
    .map(({ path, line, column }) =>
      templateProblem('template.unknown-variable', { line, column }, { name: path }, 'warning'),
    );
}
