/** The shape of a compiled process, for checks and drawings: nodes and the flows between them, plain data. */
import { type Node, type NodeKind, programOf, type Scope, type Trigger } from '../compile/program.ts';
import type { Process } from '../types.ts';

export interface GraphNode {
  id: string;
  name: string;
  kind: NodeKind;
  /** nodes that its sequence flows (and a link throw event) lead to */
  next: string[];
  /** the activity on whose border it stands */
  host?: string;
  /** kinds of its events: `timer`, `message`, `terminate`, ... */
  triggers: Trigger['type'][];
  /** one instance for each element of a collection */
  isMultiple: boolean;
  /** the inside of a sub-process */
  body?: ProcessGraph;
}

/** A process or the inside of a sub-process. */
export interface ProcessGraph {
  /** where tokens begin */
  entries: string[];
  nodes: GraphNode[];
}

export const graphOf = (process: Process): ProcessGraph => graphOfScope(programOf(process).scope);

const graphOfScope = (scope: Scope): ProcessGraph => ({
  entries: scope.entries.map(({ id }) => id),
  nodes: scope.nodes.map(graphNode),
});

const graphNode = (node: Node): GraphNode => ({
  id: node.id,
  name: node.name,
  kind: node.kind,
  next: [...node.outgoing.map(({ target }) => target.id), ...(node.linkTarget ? [node.linkTarget.id] : [])],
  ...(node.host ? { host: node.host.id } : {}),
  triggers: node.triggers.map(({ type }) => type),
  isMultiple: node.multi !== undefined,
  ...(node.body ? { body: graphOfScope(node.body) } : {}),
});
