/** Official papers: templates with known helpers only, checked, and filled in on their sheet. Pure. */
export {
  CATALOGUE,
  type CatalogueEntry,
  type Handover,
  isInCatalogue,
  type PaperComponent,
  type PaperData,
  type PaperFee,
  type RegisterRow,
  suppliedBy,
} from './catalogue.ts';
export { compileTemplate, SOURCE_LIMIT, type Template } from './compile-template.ts';
export { completePaper, type PaperParts } from './complete-paper.ts';
export { BLOCKS, HELPERS } from './helpers/index.ts';
export { DEFAULT_PAGE, isMargin, type PageSetup, pageDimensions } from './page.ts';
export { PARTIALS } from './partials/index.ts';
export {
  RENDER_LIMITS,
  type RenderLimits,
  type RenderOptions,
  renderBody,
  renderTemplate,
} from './render-template.ts';
export { SAMPLE_PAPER } from './sample-paper.ts';
export { TemplateError, type TemplateProblem, type TemplateProblemCode } from './template-problem.ts';
export { unknownVariables, type Variable, variablesOf } from './variables-of.ts';
