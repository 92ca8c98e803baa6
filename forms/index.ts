/** E-forms: compile, validate, what is visible, what to start with. Pure; runs in Node and in the browser. */

export { type CarriedOver, carryOver } from './carry-over.ts';
export {
  checkExamples,
  type ExampleList,
  type ExampleResult,
  examplesOf,
} from './check-examples.ts';
export { compareForms, type FormChange, type FormChangeCode } from './compare-forms.ts';
export { compileForm, type FormSource } from './compile-form.ts';
export { defaults } from './defaults.ts';
export { fieldsOf } from './fields-of.ts';
export type { Form } from './form.ts';
export { type CheckContext, formatNames } from './formats.ts';
export { localText } from './labels.ts';
export type { ListRule, ValueLists } from './lists.ts';
export { valueAt } from './pointer.ts';
export {
  applyPrefill,
  type Prefilled,
  type PrefillFacts,
  type PrefillOffer,
  prefillOffers,
} from './prefill.ts';
export type { PrefillSource } from './prefill-sources.ts';
export { sampleData } from './sample-data.ts';
export { showValue } from './show-value.ts';
export type {
  Field,
  FieldType,
  FormError,
  FormProblem,
  FormVerdict,
  Language,
  LocalText,
  Schema,
  SchemaObject,
  UiGroup,
  UiNode,
  WidgetName,
} from './types.ts';
export { validateForm } from './validate-form.ts';
export { visibleData } from './visible-data.ts';
