/** What is different between two versions of a form, as facts that a screen can put into words. */
import type { Form } from './form.ts';
import { canonical } from './keywords.ts';
import { pointerTokens } from './pointer.ts';
import { itemSchema, keyword, propertySchemas } from './schema-parts.ts';
import type { Field, Schema, SchemaObject } from './types.ts';

export type FormChangeCode =
  | 'field-added'
  | 'field-removed'
  | 'label-changed'
  | 'type-changed'
  | 'now-required'
  | 'now-optional'
  | 'option-added'
  | 'option-removed'
  | 'limit-changed'
  | 'condition-changed'
  | 'order-changed'
  | 'layout-changed';

export interface FormChange {
  code: FormChangeCode;
  /** the field; empty for the form as a whole */
  pointer: string;
  label: { vi: string; en: string };
  /** what it was and what it is, where that can be said in a word */
  before?: string;
  after?: string;
  /** could an answer that was accepted be refused now, or a printed paper miss a value? */
  isBreaking: boolean;
}

/** Every difference a procedure owner would name, fields in their order. */
export function compareForms(before: Form, after: Form): FormChange[] {
  const earlier = new Map(before.fields.map((field) => [field.pointer, field]));
  const later = new Map(after.fields.map((field) => [field.pointer, field]));
  const changes: FormChange[] = [];
  for (const field of after.fields) {
    const old = earlier.get(field.pointer);
    if (old) changes.push(...compareField({ before, after }, old, field));
    else changes.push({ ...named('field-added', field), isBreaking: field.required });
  }
  for (const field of before.fields) {
    if (!later.has(field.pointer)) changes.push({ ...named('field-removed', field), isBreaking: true });
  }
  const whole = { pointer: '', label: { vi: '', en: '' }, isBreaking: false };
  if (isReordered(before, after)) changes.push({ code: 'order-changed', ...whole });
  if (changes.length === 0 && canonical([before.ui, before.schema]) !== canonical([after.ui, after.schema])) {
    changes.push({ code: 'layout-changed', ...whole });
  }
  return changes;
}

const named = (code: FormChangeCode, { pointer, label }: Field) => ({ code, pointer, label });

function compareField(forms: { before: Form; after: Form }, old: Field, field: Field): FormChange[] {
  const changes: FormChange[] = [];
  if (canonical(old.label) !== canonical(field.label)) {
    changes.push({
      ...named('label-changed', field),
      before: old.label.vi,
      after: field.label.vi,
      isBreaking: false,
    });
  }
  if (old.type !== field.type) {
    changes.push({ ...named('type-changed', field), before: old.type, after: field.type, isBreaking: true });
  }
  if (old.required !== field.required) {
    changes.push({
      ...named(field.required ? 'now-required' : 'now-optional', field),
      isBreaking: field.required,
    });
  }
  changes.push(...compareOptions(old, field), ...compareLimits(forms, field));
  if (conditionText(forms.before, field) !== conditionText(forms.after, field)) {
    changes.push({
      ...named('condition-changed', field),
      before: conditionText(forms.before, field),
      after: conditionText(forms.after, field),
      isBreaking: false,
    });
  }
  return changes;
}

function compareOptions(old: Field, field: Field): FormChange[] {
  const has = (options: Field['options'], value: unknown) =>
    (options ?? []).some((option) => canonical(option.value) === canonical(value));
  if (!old.options || !field.options) return [];
  const added = field.options.filter(({ value }) => !has(old.options, value));
  const removed = old.options.filter(({ value }) => !has(field.options, value));
  return [
    ...added.map(({ label }) => ({ ...named('option-added', field), after: label.vi, isBreaking: false })),
    ...removed.map(({ label }) => ({
      ...named('option-removed', field),
      before: label.vi,
      isBreaking: true,
    })),
  ];
}

const LIMITS: (keyof SchemaObject & string)[] = [
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'format',
];

function compareLimits({ before, after }: { before: Form; after: Form }, field: Field): FormChange[] {
  const was = schemasAt(before.schema, field.pointer);
  const is = schemasAt(after.schema, field.pointer);
  const shown = (schemas: Schema[], root: Schema) =>
    LIMITS.map((limit) => [limit, keyword(root, schemas, limit)] as const)
      .filter(([, value]) => value !== undefined)
      .map(([limit, value]) => `${limit}: ${String(value)}`)
      .join(', ');
  const [from, to] = [shown(was, before.schema), shown(is, after.schema)];
  return from === to
    ? []
    : [{ ...named('limit-changed', field), before: from || '—', after: to || '—', isBreaking: true }];
}

function schemasAt(root: Schema, pointer: string): Schema[] {
  return pointerTokens(pointer).reduce<Schema[]>(
    (schemas, token) => {
      if (token !== '-') return propertySchemas(root, schemas).get(token) ?? [];
      const items = itemSchema(root, schemas);
      return items === undefined ? [] : [items];
    },
    [root],
  );
}

function conditionText(form: Form, field: Field): string {
  const path = pointerTokens(field.pointer).join('/');
  const found = form.conditions.find(
    (condition) => condition.path.map((step) => (typeof step === 'symbol' ? '-' : step)).join('/') === path,
  );
  return [found?.visibleIf, found?.requiredIf, found?.value].filter(Boolean).join('; ');
}

function isReordered(before: Form, after: Form): boolean {
  const common = (form: Form, other: Form) =>
    form.fields
      .map(({ pointer }) => pointer)
      .filter((pointer) => other.fields.some((field) => field.pointer === pointer));
  return common(before, after).join() !== common(after, before).join();
}
