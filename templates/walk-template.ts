/** Walks a parsed template and tells every path, call and partial, with the scope it stands in. */
import type { Ast } from './check-syntax.ts';

/** The data a `this` stands for: a list of path parts, or undefined when it cannot be told. */
export type Scope = {
  base: string[] | undefined;
  parent?: Scope;
  names: Record<string, string[] | undefined>;
};

export type Visitor = {
  /** A path that is read as data; `resolved` is its place in the paper's data, `components[].name`. */
  path?: (path: hbs.AST.PathExpression, resolved: string | undefined) => void;
  call?: (node: Call, name: string) => void;
  statement?: (node: hbs.AST.Statement) => void;
};

export type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;

/** Calls the visitor for every node, outermost first, in the order of the source. */
export function walkTemplate(ast: Ast, visitor: Visitor): void {
  walkProgram(ast, { base: [], names: {} }, visitor);
}

function walkProgram(program: hbs.AST.Program | undefined, scope: Scope, visitor: Visitor): void {
  for (const node of program?.body ?? []) walkStatement(node, scope, visitor);
}

function walkStatement(node: hbs.AST.Statement, scope: Scope, visitor: Visitor): void {
  visitor.statement?.(node);
  if (node.type === 'MustacheStatement') walkCall(node as hbs.AST.MustacheStatement, scope, visitor);
  if (node.type === 'BlockStatement') walkBlock(node as hbs.AST.BlockStatement, scope, visitor);
  if (node.type === 'PartialStatement') walkArguments(node as hbs.AST.PartialStatement, scope, visitor);
}

function walkBlock(block: hbs.AST.BlockStatement, scope: Scope, visitor: Visitor): void {
  visitor.call?.(block, block.path.original);
  walkArguments(block, scope, visitor);
  walkProgram(block.program, bodyScope(block, scope), visitor);
  walkProgram(block.inverse, scope, visitor);
}

function bodyScope(block: hbs.AST.BlockStatement, scope: Scope): Scope {
  const name = block.path.original;
  if (name !== 'each' && name !== 'with') return scope;
  const [subject] = block.params;
  const path =
    subject?.type === 'PathExpression' ? resolve(subject as hbs.AST.PathExpression, scope) : undefined;
  const base = path && name === 'each' ? [...path.slice(0, -1), `${path.at(-1)}[]`] : path;
  const names: Scope['names'] = {};
  const [item, index] = block.program?.blockParams ?? [];
  if (item) names[item] = base;
  if (index) names[index] = undefined;
  return { base, parent: scope, names };
}

function walkCall(node: Call, scope: Scope, visitor: Visitor): void {
  const isPlainPath =
    node.type === 'MustacheStatement' && node.params.length === 0 && (node.hash?.pairs.length ?? 0) === 0;
  if (node.path.type !== 'PathExpression') return;
  if (isPlainPath) readPath(node.path as hbs.AST.PathExpression, scope, visitor);
  else visitor.call?.(node, (node.path as hbs.AST.PathExpression).original);
  walkArguments(node, scope, visitor);
}

function walkArguments(
  node: { params: hbs.AST.Expression[]; hash?: hbs.AST.Hash },
  scope: Scope,
  visitor: Visitor,
): void {
  for (const value of [...node.params, ...(node.hash?.pairs ?? []).map((pair) => pair.value)]) {
    if (value.type === 'PathExpression') readPath(value as hbs.AST.PathExpression, scope, visitor);
    if (value.type === 'SubExpression') walkCall(value as hbs.AST.SubExpression, scope, visitor);
  }
}

function readPath(path: hbs.AST.PathExpression, scope: Scope, visitor: Visitor): void {
  const resolved = path.data && path.parts[0] !== 'root' ? undefined : resolve(path, scope);
  visitor.path?.(path, resolved?.filter(Boolean).join('.'));
}

function resolve(path: hbs.AST.PathExpression, scope: Scope): string[] | undefined {
  const parts = path.parts as string[];
  if (path.data) return parts[0] === 'root' ? parts.slice(1) : undefined;
  let from: Scope | undefined = scope;
  for (let up = 0; up < path.depth; up += 1) from = from?.parent;
  const isScoped = path.depth > 0 || /^(this|\.)/.test(path.original);
  const named = isScoped ? undefined : nearest(scope, parts[0] ?? '');
  if (named) return named.path && [...named.path, ...parts.slice(1)];
  return from?.base && [...from.base, ...parts];
}

function nearest(scope: Scope | undefined, name: string): { path: string[] | undefined } | undefined {
  if (!scope) return undefined;
  return Object.hasOwn(scope.names, name) ? { path: scope.names[name] } : nearest(scope.parent, name);
}
