/** Public types of the e-form dialect; `docs/reference/forms.md` is the guide to it. */

import type { PrefillSource } from './prefill-sources.ts';

export type Language = 'vi' | 'en';

/** A text in one language for both, or one for each. */
export type LocalText = string | { vi: string; en: string };

export type JsonObject = Record<string, unknown>;

/** A JSON Schema in the normal form (draft-07): what `compileForm` makes of either accepted draft. */
export interface SchemaObject {
  $ref?: string;
  $defs?: Record<string, Schema>;
  definitions?: Record<string, Schema>;
  title?: string;
  description?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  readOnly?: boolean;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: Schema;
  propertyNames?: Schema;
  required?: string[];
  minProperties?: number;
  maxProperties?: number;
  dependencies?: Record<string, Schema | string[]>;
  items?: Schema | Schema[];
  additionalItems?: Schema;
  contains?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  [annotation: `x-${string}`]: unknown;
}

export type Schema = SchemaObject | boolean;

/** A titled group of fields of one object. */
export interface UiGroup {
  title: LocalText;
  description?: LocalText;
  /** property names, in the order shown */
  fields: string[];
  columns?: 1 | 2 | 3;
  /** steps only: groups inside the step */
  sections?: UiGroup[];
}

/**
 * How one value is shown. The document has the shape of the data: the node of property `a` of an
 * object is `node.a`, the node of an array's rows is `node.items`.
 */
export interface UiNode {
  'ui:title'?: LocalText;
  'ui:description'?: LocalText;
  'ui:help'?: LocalText;
  'ui:placeholder'?: LocalText;
  /** the author's own sentence, shown instead of ours when the value is wrong */
  'ui:message'?: LocalText;
  'ui:widget'?: WidgetName;
  /** names of `enum` values, in their order or by value */
  'ui:enumNames'?: LocalText[] | Record<string, LocalText>;
  'ui:order'?: string[];
  'ui:columns'?: 1 | 2 | 3;
  /** `full`: the whole row of a grid */
  'ui:span'?: 'full' | 'half';
  'ui:unit'?: LocalText;
  /** the articles of law that ask for the field, told apart by semicolons */
  'ui:citation'?: string;
  'ui:rows'?: number;
  'ui:readonly'?: boolean;
  'ui:addLabel'?: LocalText;
  /** a named list of the server that the value is chosen from; what stands in it is stored */
  'ui:list'?: string;
  /** beside `ui:list`: the property of the same object whose value the list's items must lie in */
  'ui:within'?: string;
  /** beside `ui:list`: another value may be typed too */
  'ui:open'?: boolean;
  /** what the field is filled in from beforehand, the first that has a value */
  'ui:from'?: PrefillSource | PrefillSource[];
  /** columns whose sum stands under a table */
  'ui:sum'?: string[];
  /** FEEL; the field is there only while it is true */
  'ui:visibleIf'?: string;
  /** FEEL; the field must be filled in while it is true */
  'ui:requiredIf'?: string;
  /** FEEL; the field's value is worked out, never typed */
  'ui:value'?: string;
  'ui:sections'?: UiGroup[];
  /** root only */
  'ui:steps'?: UiGroup[];
  items?: UiNode;
  [property: string]: unknown;
}

export type WidgetName =
  | 'text'
  | 'textarea'
  | 'select'
  | 'radio'
  | 'checkbox'
  | 'checkboxes'
  | 'date'
  | 'money'
  | 'number'
  | 'citizen-id'
  | 'phone'
  | 'table'
  | 'cards'
  | 'files'
  | 'note'
  | 'signature'
  | 'address'
  | 'hidden';

export type FieldType =
  | 'text'
  | 'textarea'
  | 'number'
  | 'integer'
  | 'money'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date-time'
  | 'email'
  | 'phone'
  | 'citizen-id'
  | 'tax-code'
  | 'organisation-code'
  | 'select'
  | 'multiselect'
  | 'files'
  | 'table'
  | 'list'
  | 'group'
  | 'note'
  | 'signature'
  | 'any';

/** One field of a form, for catalogues and designers. */
export interface Field {
  /** JSON pointer into the data; a table's columns have `-` for the row: `/nguoi/-/hoTen` */
  pointer: string;
  /** the same as a path of a template: `nguoi[].hoTen` */
  path: string;
  label: { vi: string; en: string };
  type: FieldType;
  required: boolean;
  /** FEEL condition or a branch of if/then decides whether it is there */
  conditional: boolean;
  options?: { value: unknown; label: { vi: string; en: string } }[];
  /** the named list it is chosen from */
  list?: string;
  /** the articles of law that ask for it */
  citation?: string;
}

/** Why a form is refused. `pointer` leads into `{ schema, ui }`. */
export interface FormProblem {
  pointer: string;
  code: string;
  message: { vi: string; en: string };
}

/** What is wrong with one value. `pointer` leads into the data. */
export interface FormError {
  pointer: string;
  keyword: string;
  message: string;
}

export interface FormVerdict {
  valid: boolean;
  errors: FormError[];
}
