/** The tree of a parsed page. */
import type { parseDocument } from 'htmlparser2';

export type ChildNode = ReturnType<typeof parseDocument>['children'][number];
export type Element = Extract<ChildNode, { attribs: unknown }>;

export const isElement = (node: unknown): node is Element =>
  typeof node === 'object' && node !== null && 'attribs' in node;

/** Every element, from the outside in, depth first. */
export const elementsIn = (nodes: ChildNode[]): Element[] =>
  nodes.flatMap((node) => (isElement(node) ? [node, ...elementsIn(node.children)] : []));
