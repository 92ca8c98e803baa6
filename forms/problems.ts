/** The sentences of what a form is refused for. */
import type { FormProblem } from './types.ts';

type Values = Record<string, string | number>;

const SENTENCES = {
  'not-a-schema': {
    vi: 'Lược đồ phải là một đối tượng JSON.',
    en: 'A schema must be a JSON object.',
  },
  'ui-not-an-object': {
    vi: 'Tài liệu giao diện phải là một đối tượng JSON.',
    en: 'The ui document must be a JSON object.',
  },
  'too-large': {
    vi: 'Biểu mẫu dài hơn {limit} ký tự.',
    en: 'The form is longer than {limit} characters.',
  },
  'too-deep': {
    vi: 'Lược đồ lồng nhau quá {limit} tầng.',
    en: 'Schemas are nested more than {limit} deep.',
  },
  'too-many-schemas': {
    vi: 'Biểu mẫu có hơn {limit} lược đồ con.',
    en: 'The form has more than {limit} subschemas.',
  },
  'unknown-draft': {
    vi: 'Không hỗ trợ phiên bản JSON Schema "{draft}"; dùng draft-07 hoặc 2020-12.',
    en: 'The JSON Schema version "{draft}" is not supported; use draft-07 or 2020-12.',
  },
  'keyword-not-supported': {
    vi: 'Không hỗ trợ từ khóa "{keyword}".',
    en: 'The keyword "{keyword}" is not supported.',
  },
  'keyword-of-2020-12': {
    vi: 'Từ khóa "{keyword}" cần "$schema": "https://json-schema.org/draft/2020-12/schema".',
    en: 'The keyword "{keyword}" needs "$schema": "https://json-schema.org/draft/2020-12/schema".',
  },
  'keyword-value': {
    vi: 'Giá trị của từ khóa "{keyword}" không đúng: {reason}.',
    en: 'The value of the keyword "{keyword}" is wrong: {reason}.',
  },
  'inner-id': {
    vi: 'Không hỗ trợ "$id" bên trong lược đồ.',
    en: '"$id" inside a schema is not supported.',
  },
  'remote-reference': {
    vi: 'Không hỗ trợ tham chiếu ra ngoài biểu mẫu: "{ref}".',
    en: 'A reference out of the form is not supported: "{ref}".',
  },
  'reference-not-found': {
    vi: 'Tham chiếu "{ref}" không dẫn tới lược đồ nào.',
    en: 'The reference "{ref}" leads to no schema.',
  },
  'reference-circle': {
    vi: 'Tham chiếu "{ref}" chạy vòng tròn.',
    en: 'The reference "{ref}" runs in a circle.',
  },
  'format-not-supported': {
    vi: 'Không hỗ trợ định dạng "{format}".',
    en: 'The format "{format}" is not supported.',
  },
  'pattern-refused': {
    vi: 'Mẫu ký tự "{pattern}" không dùng được: {reasonVi}.',
    en: 'The pattern "{pattern}" cannot be used: {reasonEn}.',
  },
  'prototype-key': {
    vi: 'Không được đặt tên trường là "{name}".',
    en: 'A field must not be named "{name}".',
  },
  'ui-key-not-supported': {
    vi: 'Tài liệu giao diện không có mục "{key}".',
    en: 'The ui document has no entry "{key}".',
  },
  'ui-value': {
    vi: 'Giá trị của "{key}" không đúng; cần {expectedVi}.',
    en: 'The value of "{key}" is wrong; it must be {expectedEn}.',
  },
  'ui-unknown-field': {
    vi: 'Lược đồ không có trường "{field}".',
    en: 'The schema has no field "{field}".',
  },
  'ui-address': {
    vi: 'Địa chỉ hai cấp cần các trường {fields}.',
    en: 'A two-level address needs the fields {fields}.',
  },
  'ui-steps-not-at-root': {
    vi: '"ui:steps" chỉ đặt ở gốc của biểu mẫu.',
    en: '"ui:steps" stands only at the root of the form.',
  },
  expression: {
    vi: 'Biểu thức FEEL "{expression}" không đúng cú pháp.',
    en: 'The FEEL expression "{expression}" has a syntax error.',
  },
} as const;

export type ProblemCode = keyof typeof SENTENCES;

export function formProblem(pointer: string, code: ProblemCode, values: Values = {}): FormProblem {
  const { vi, en } = SENTENCES[code];
  return { pointer, code, message: { vi: fill(vi, values), en: fill(en, values) } };
}

const fill = (sentence: string, values: Values): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
