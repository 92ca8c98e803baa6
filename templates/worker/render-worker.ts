/** The thread that compiles and fills templates, away from the server's event loop. */
import { parentPort } from 'node:worker_threads';
import {
  compileTemplate,
  renderTemplate,
  type Template,
  TemplateError,
  type TemplateProblem,
} from '../index.ts';
import { giveWay } from './give-way.ts';
import type { RenderReply, RenderRequest } from './render-message.ts';
import { tinosCss } from './tinos.ts';

giveWay();

/** Compiled templates by source; a province has some dozens. */
const compiled = new Map<string, ReturnType<typeof compileTemplate>>();
const KEPT = 200;

parentPort?.on('message', (request: RenderRequest) => parentPort?.postMessage(render(request)));

function render({ source, data, ...options }: RenderRequest): RenderReply {
  try {
    const template = usable(source);
    const fontCss = tinosCss(`${source}${JSON.stringify(data)}`);
    return { html: renderTemplate(template, data, { ...options, fontCss }) };
  } catch (error) {
    if (error instanceof TemplateError) return { problem: error.problem };
    throw error;
  }
}

function usable(source: string): Template {
  let result = compiled.get(source);
  if (!result) {
    result = compileTemplate(source);
    if (compiled.size >= KEPT) compiled.delete(compiled.keys().next().value as string);
    compiled.set(source, result);
  }
  if (result.template) return result.template;
  throw new TemplateError(result.problems.find(isError) as TemplateProblem);
}

function isError({ severity }: TemplateProblem): boolean {
  return severity === 'error';
}
