import type { ValidateFunction } from 'ajv';
import type { Condition } from './conditions.ts';
import type { ListRule } from './lists.ts';
import type { Field, Schema, UiNode } from './types.ts';

/** A compiled form: made once a version, used for every answer. Not JSON; keep the two documents. */
export interface Form {
  /** normal form: draft-07, without what the dialect drops */
  schema: Schema;
  ui: UiNode;
  fields: Field[];
  conditions: Condition[];
  /** fields whose values come from a named list */
  lists: ListRule[];
  /** is there a branch (if/then, anyOf, dependencies) or a FEEL condition? */
  isConditional: boolean;
  check: ValidateFunction;
  /** does the value satisfy this node of `schema`? */
  satisfies(node: Schema, value: unknown): boolean;
}
