/** What the editor underlines: what keeps a template from being rendered, and names nobody supplies. */
import {
  compileTemplate,
  isInCatalogue,
  type TemplateProblem,
  unknownVariables,
} from '../../../templates/index.ts';

/** Findings in the order of the source; unknown names are warnings, found only when the rest is sound. */
export function findProblems(source: string): TemplateProblem[] {
  const { template, problems } = compileTemplate(source);
  return template ? [...problems, ...unknownVariables(template, isInCatalogue)] : problems;
}
