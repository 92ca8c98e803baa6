/** What a parsed template may say: known helpers and partials, escaped output, harmless names. */
import type { Ast } from './check-syntax.ts';
import { BLOCKS, HELPERS } from './helpers/index.ts';
import { PARTIALS } from './partials/index.ts';
import {
  type Place,
  type TemplateProblem,
  type TemplateProblemCode,
  templateProblem,
} from './template-problem.ts';
import { type Call, walkTemplate } from './walk-template.ts';

/** Findings about the template's own language, in the order of the source. */
export function checkTemplate(ast: Ast): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const report = (code: TemplateProblemCode, node: hbs.AST.Node, name: string) => {
    problems.push(templateProblem(code, placeOf(node), { name }));
  };
  walkTemplate(ast, {
    path: (path) => checkPath(path, report),
    call: (node, name) => checkCall(node, name, report),
    statement: (node) => checkStatement(node, report),
  });
  return problems;
}

type Report = (code: TemplateProblemCode, node: hbs.AST.Node, name: string) => void;

/** Handlebars counts columns from 0, editors from 1. */
export function placeOf(node: hbs.AST.Node): Place {
  return { line: node.loc.start.line, column: node.loc.start.column + 1 };
}

const FORBIDDEN_NAMES =
  /^(__.*|constructor|prototype|hasOwnProperty|toString|valueOf|isPrototypeOf|toLocaleString|propertyIsEnumerable)$/;
const LOOP_NAMES = new Set(['root', 'index', 'key', 'first', 'last']);

function checkPath(path: hbs.AST.PathExpression, report: Report): void {
  const forbidden = path.parts.find((part) => FORBIDDEN_NAMES.test(String(part)));
  if (forbidden !== undefined) report('template.forbidden-name', path, String(forbidden));
  else if (path.data && !LOOP_NAMES.has(String(path.parts[0]))) {
    report('template.forbidden-name', path, path.original);
  }
}

function checkCall(node: Call, name: string, report: Report): void {
  const isBlock = node.type === 'BlockStatement';
  const isKnown = isBlock ? BLOCKS.some((block) => block === name) : Object.hasOwn(HELPERS, name);
  if (!isKnown) report('template.unknown-helper', node, name);
}

function checkStatement(node: hbs.AST.Statement, report: Report): void {
  STATEMENTS[node.type]?.(node, report);
}

const STATEMENTS: Record<string, (node: hbs.AST.Statement, report: Report) => void> = {
  MustacheStatement: (node, report) => checkOutput(node as hbs.AST.MustacheStatement, report),
  PartialStatement: (node, report) => checkPartial(node as hbs.AST.PartialStatement, report),
  PartialBlockStatement: (node, report) =>
    report('template.unknown-partial', node, nameOf((node as hbs.AST.PartialBlockStatement).name)),
  Decorator: (node, report) => report('template.decorator', node, nameOf((node as hbs.AST.Decorator).path)),
  DecoratorBlock: (node, report) =>
    report('template.decorator', node, nameOf((node as hbs.AST.Decorator).path)),
};

/** Raw output only from helpers that make their own markup. */
function checkOutput(node: hbs.AST.MustacheStatement, report: Report): void {
  const name = nameOf(node.path);
  if (!node.escaped && !HELPERS[name]?.isMarkup) report('template.raw-output', node, name);
}

function checkPartial(node: hbs.AST.PartialStatement, report: Report): void {
  const name = nameOf(node.name);
  if (node.name.type !== 'PathExpression') report('template.dynamic-partial', node, name);
  else if (!Object.hasOwn(PARTIALS, name)) report('template.unknown-partial', node, name);
}

function nameOf(node: hbs.AST.Expression): string {
  const original = (node as hbs.AST.PathExpression).original;
  return typeof original === 'string' ? original : node.type;
}
