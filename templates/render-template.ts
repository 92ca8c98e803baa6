/** Fills a template with a paper's data and sets it on its sheet. */
import Handlebars from 'handlebars';
import type { Template } from './compile-template.ts';
import { fillFormBlanks } from './fill-form-blanks.ts';
import { isGiven } from './helpers/conditions.ts';
import { BadArgument, escapeHtml, type Named } from './helpers/helper.ts';
import { HELPERS } from './helpers/index.ts';
import { DEFAULT_PAGE, type PageSetup, pageCss } from './page.ts';
import { PARTIALS } from './partials/index.ts';
import { type Place, TemplateError, templateProblem } from './template-problem.ts';
import { variablesOf } from './variables-of.ts';

export type RenderOptions = {
  page?: PageSetup;
  /** the document's title, shown by PDF readers */
  title?: string;
  /** `@font-face` rules of the fonts to embed; see templates/worker/tinos.ts */
  fontCss?: string;
  /** one copy (liên) for each label, set as `copyLabel`, each on a new sheet */
  copies?: string[];
  limits?: Partial<RenderLimits>;
};

export type RenderLimits = {
  /** turns of all loops together */
  steps: number;
  /** characters of the paper, fonts apart */
  output: number;
};

export const RENDER_LIMITS: RenderLimits = { steps: 50_000, output: 4_000_000 };

/**
 * The whole HTML page of a paper. Data are always escaped; a missing value, a helper given what it cannot
 * print and a paper beyond the limits throw TemplateError with line and column. A field of the e-form (`form.…`) that
 * was left blank prints nothing.
 */
export function renderTemplate(template: Template, data: object, options: RenderOptions = {}): string {
  const page = options.page ?? DEFAULT_PAGE;
  const copies = options.copies?.length
    ? options.copies.map((copyLabel) => ({ ...data, copyLabel }))
    : [data];
  const bodies = copies.map((copy) => renderBody(template, copy, options.limits));
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'">
<title>${escapeHtml(options.title ?? '')}</title>
${options.fontCss ? `<style data-fonts>${options.fontCss}</style>` : ''}<style>${pageCss(page)}</style></head>
<body>${bodies.map((body) => `<main class="copy">${body}</main>`).join('\n')}</body></html>`;
}

/** The paper's body alone, without sheet and style. */
export function renderBody(template: Template, data: object, limits: Partial<RenderLimits> = {}): string {
  const budget: Budget = { ...RENDER_LIMITS, ...limits, taken: 0 };
  const { run, paths } = compiled(template);
  try {
    const body = run(fillFormBlanks(data, paths), { data: { budget } });
    return within(budget, body, { line: 1, column: 1 });
  } catch (error) {
    throw asTemplateError(error);
  }
}

type Budget = RenderLimits & { taken: number };
type Location = { start: { line: number; column: number } };
type CallOptions = Handlebars.HelperOptions & { name: string; loc: Location; data: { budget: Budget } };
type Run = (data: object, options: { data: { budget: Budget } }) => string;

type Compiled = { run: Run; paths: string[] };

const known = new WeakMap<Template, Compiled>();

function compiled(template: Template): Compiled {
  let found = known.get(template);
  if (!found) {
    const paths = [...new Set(variablesOf(template).map(({ path }) => path))];
    found = { run: ENVIRONMENT.compile(template.ast, COMPILE_OPTIONS) as Run, paths };
    known.set(template, found);
  }
  return found;
}

/** `strict`: a value that is not there is a fault, not an empty place on a legal paper. */
const COMPILE_OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(
    ['if', 'unless', 'each', 'with', ...Object.keys(HELPERS)].map((name) => [name, true]),
  ),
} as CompileOptions;

const ENVIRONMENT = createEnvironment();

function createEnvironment(): typeof Handlebars {
  const environment = Handlebars.create();
  for (const name of Object.keys(environment.helpers)) {
    if (!name.endsWith('Missing')) environment.unregisterHelper(name);
  }
  for (const [name, { run, isMarkup }] of Object.entries(HELPERS)) {
    environment.registerHelper(name, (...given: unknown[]) => {
      const options = given.pop() as CallOptions;
      const value = located(options, () => run(given, options.hash as Named));
      return isMarkup ? new environment.SafeString(String(value)) : value;
    });
  }
  environment.registerHelper('if', ifBlock);
  environment.registerHelper('unless', unlessBlock);
  environment.registerHelper('with', withBlock);
  environment.registerHelper('each', eachBlock);
  for (const [name, { source }] of Object.entries(PARTIALS)) {
    environment.registerPartial(name, environment.compile(source, { ...COMPILE_OPTIONS, strict: false }));
  }
  return environment;
}

function ifBlock(this: unknown, value: unknown, options: CallOptions): string {
  return isGiven(value) ? options.fn(this) : options.inverse(this);
}

function unlessBlock(this: unknown, value: unknown, options: CallOptions): string {
  return isGiven(value) ? options.inverse(this) : options.fn(this);
}

function withBlock(this: unknown, value: unknown, options: CallOptions): string {
  return isGiven(value)
    ? options.fn(value, { data: options.data, blockParams: [value] })
    : options.inverse(this);
}

/** Walks lists and plain objects. Every turn is counted and every growth measured: this is where papers explode. */
function eachBlock(this: unknown, list: unknown, options: CallOptions): string {
  const entries = entriesOf(list);
  if (entries.length === 0) return options.inverse(this);
  const { budget } = options.data;
  let written = '';
  entries.forEach(([key, value], index) => {
    budget.taken += 1;
    if (budget.taken > budget.steps) {
      throw new TemplateError(
        templateProblem('template.too-many-steps', placeOf(options), { limit: budget.steps }),
      );
    }
    const data = Handlebars.createFrame(options.data);
    Object.assign(data, { key, index, first: index === 0, last: index === entries.length - 1 });
    written = within(
      budget,
      written + options.fn(value, { data, blockParams: [value, key] }),
      placeOf(options),
    );
  });
  return written;
}

function entriesOf(list: unknown): [string | number, unknown][] {
  if (Array.isArray(list)) return [...list.entries()];
  return typeof list === 'object' && list !== null ? Object.entries(list) : [];
}

function within(budget: Budget, written: string, place: Place): string {
  if (written.length <= budget.output) return written;
  throw new TemplateError(templateProblem('template.output-too-large', place, { limit: budget.output }));
}

function located(options: CallOptions, run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof BadArgument || error instanceof RangeError)) throw error;
    const values = { name: options.name, detail: error.message };
    throw new TemplateError(templateProblem('template.bad-argument', placeOf(options), values));
  }
}

function placeOf({ loc }: CallOptions): Place {
  return { line: loc.start.line, column: loc.start.column + 1 };
}

/** Handlebars names the place of what it misses; anything else is told as it is. */
function asTemplateError(error: unknown): TemplateError {
  if (error instanceof TemplateError) return error;
  const { message, lineNumber, column } = error as Error & { lineNumber?: number; column?: number };
  const place = { line: lineNumber ?? 1, column: (column ?? 0) + 1 };
  const missing = /^"(.+)" not defined in/.exec(message)?.[1];
  if (missing) return new TemplateError(templateProblem('template.missing-data', place, { name: missing }));
  return new TemplateError(templateProblem('template.render-failed', place, { detail: message }));
}
