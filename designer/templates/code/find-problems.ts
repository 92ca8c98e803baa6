/** What the editor underlines: what keeps a template from being rendered, and names nobody supplies. */
import {
  type CatalogueEntry,
  compileTemplate,
  isInCatalogue,
  suppliedBy,
  type TemplateProblem,
  unknownVariables,
} from '../../../templates/index.ts';

/**
 * Findings in the order of the source; unknown names are warnings, found only when the rest is sound.
 * @param formFields of the e-forms that fill the paper; until they are known every `form.…` passes
 */
export function findProblems(source: string, formFields?: readonly CatalogueEntry[]): TemplateProblem[] {
  const { template, problems } = compileTemplate(source);
  const isKnown = formFields ? suppliedBy(formFields) : isInCatalogue;
  return template ? [...problems, ...unknownVariables(template, isKnown)] : problems;
}
