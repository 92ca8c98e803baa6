/** What is said to a citizen about each keyword and format, in Vietnamese and English. */
import type { Language } from './types.ts';

/** What a sentence may speak of. */
export interface Facts {
  /** the field's name */
  label: string;
  /** the keyword's own value: 12 of `maxLength: 12` */
  limit: unknown;
  value: unknown;
  /** another field that the keyword speaks of */
  other: string;
}

type Sentence = (facts: Facts) => string;
type Pair = Record<Language, Sentence>;

/** The sentence for an error; one for the keyword in general when there is none of its own. */
export function sentenceOf(keyword: string, facts: Facts, language: Language): string {
  if (keyword === 'format') {
    const format = BY_FORMAT[String(facts.limit)] ?? BY_KEYWORD.format;
    return (format as Pair)[language](facts);
  }
  if (keyword === 'type') {
    const wanted = [facts.limit].flat().filter((type) => type !== 'null');
    const name = wanted.length === 1 ? String(wanted[0]) : 'other';
    return (BY_TYPE[name] ?? (BY_TYPE.other as Pair))[language](facts);
  }
  const pair = Object.hasOwn(BY_KEYWORD, keyword) ? BY_KEYWORD[keyword] : BY_KEYWORD.not;
  return (pair as Pair)[language](facts);
}

const number = (value: unknown, language: Language): string =>
  typeof value === 'number'
    ? value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-US', { maximumFractionDigits: 20 })
    : String(value);
const vi = (value: unknown): string => number(value, 'vi');
const en = (value: unknown): string => number(value, 'en');
const s = (count: unknown): string => (count === 1 ? '' : 's');

const BY_KEYWORD: Readonly<Record<string, Pair>> = {
  required: {
    vi: ({ label }) => `Chưa nhập “${label}”`,
    en: ({ label }) => `“${label}” is not filled in`,
  },
  'required-choice': {
    vi: ({ label }) => `Chưa chọn “${label}”`,
    en: ({ label }) => `Nothing is chosen for “${label}”`,
  },
  'required-tick': {
    vi: ({ label }) => `Cần đánh dấu vào ô “${label}”`,
    en: ({ label }) => `“${label}” must be ticked`,
  },
  'required-files': {
    vi: ({ label }) => `Chưa đính kèm “${label}”`,
    en: ({ label }) => `“${label}” is not attached`,
  },
  list: {
    vi: ({ label }) => `${label} không có trong danh mục; hãy chọn lại`,
    en: ({ label }) => `${label} is not in its list; choose again`,
  },
  'list-within': {
    vi: ({ label, other }) => `${label} không thuộc “${other}” đã chọn; hãy chọn lại`,
    en: ({ label, other }) => `${label} does not lie in the “${other}” chosen; choose again`,
  },
  minLength: {
    vi: ({ label, limit }) => `${label} phải có ít nhất ${vi(limit)} ký tự`,
    en: ({ label, limit }) => `${label} must have at least ${en(limit)} character${s(limit)}`,
  },
  maxLength: {
    vi: ({ label, limit, value }) => `${label} chỉ được dài tối đa ${vi(limit)} ký tự${lengthVi(value)}`,
    en: ({ label, limit, value }) =>
      `${label} must have at most ${en(limit)} character${s(limit)}${lengthEn(value)}`,
  },
  pattern: {
    vi: ({ label }) => `${label} không đúng mẫu quy định`,
    en: ({ label }) => `${label} is not written as required`,
  },
  format: {
    vi: ({ label }) => `${label} không đúng định dạng`,
    en: ({ label }) => `${label} is not written as required`,
  },
  minimum: {
    vi: ({ label, limit }) => `${label} không được nhỏ hơn ${vi(limit)}`,
    en: ({ label, limit }) => `${label} must not be less than ${en(limit)}`,
  },
  maximum: {
    vi: ({ label, limit }) => `${label} không được lớn hơn ${vi(limit)}`,
    en: ({ label, limit }) => `${label} must not be more than ${en(limit)}`,
  },
  exclusiveMinimum: {
    vi: ({ label, limit }) => `${label} phải lớn hơn ${vi(limit)}`,
    en: ({ label, limit }) => `${label} must be more than ${en(limit)}`,
  },
  exclusiveMaximum: {
    vi: ({ label, limit }) => `${label} phải nhỏ hơn ${vi(limit)}`,
    en: ({ label, limit }) => `${label} must be less than ${en(limit)}`,
  },
  multipleOf: {
    vi: ({ label, limit }) => `${label} phải là bội số của ${vi(limit)}`,
    en: ({ label, limit }) => `${label} must be a multiple of ${en(limit)}`,
  },
  enum: {
    vi: ({ label }) => `${label} phải là một trong các giá trị của danh sách`,
    en: ({ label }) => `${label} must be one of the list`,
  },
  const: {
    vi: ({ label, limit }) =>
      limit === true ? `Cần đánh dấu vào ô “${label}”` : `${label} phải đúng bằng ${shown(limit, 'vi')}`,
    en: ({ label, limit }) =>
      limit === true ? `“${label}” must be ticked` : `${label} must be ${shown(limit, 'en')}`,
  },
  minItems: {
    vi: ({ label, limit }) => `${label} phải có ít nhất ${vi(limit)} mục`,
    en: ({ label, limit }) => `${label} must have at least ${en(limit)} item${s(limit)}`,
  },
  maxItems: {
    vi: ({ label, limit }) => `${label} chỉ được có tối đa ${vi(limit)} mục`,
    en: ({ label, limit }) => `${label} must have at most ${en(limit)} item${s(limit)}`,
  },
  additionalItems: {
    vi: ({ label, limit }) => `${label} chỉ được có tối đa ${vi(limit)} mục`,
    en: ({ label, limit }) => `${label} must have at most ${en(limit)} item${s(limit)}`,
  },
  uniqueItems: {
    vi: ({ label }) => `${label} có hai mục giống nhau`,
    en: ({ label }) => `Two items of ${label} are the same`,
  },
  contains: {
    vi: ({ label }) => `${label} thiếu một mục bắt buộc phải có`,
    en: ({ label }) => `${label} lacks an item that must be there`,
  },
  minProperties: {
    vi: ({ label, limit }) => `${label} phải có ít nhất ${vi(limit)} thông tin`,
    en: ({ label, limit }) => `${label} must have at least ${en(limit)} entr${limit === 1 ? 'y' : 'ies'}`,
  },
  maxProperties: {
    vi: ({ label, limit }) => `${label} chỉ được có tối đa ${vi(limit)} thông tin`,
    en: ({ label, limit }) => `${label} must have at most ${en(limit)} entr${limit === 1 ? 'y' : 'ies'}`,
  },
  additionalProperties: {
    vi: ({ other }) => `Biểu mẫu không có trường “${other}”`,
    en: ({ other }) => `The form has no field “${other}”`,
  },
  propertyNames: {
    vi: ({ other }) => `Tên trường “${other}” không đúng quy định`,
    en: ({ other }) => `The field name “${other}” is not allowed`,
  },
  dependencies: {
    vi: ({ label, other }) => `Chưa nhập “${label}”, cần có khi đã nhập “${other}”`,
    en: ({ label, other }) => `“${label}” is not filled in; it is needed with “${other}”`,
  },
  anyOf: {
    vi: ({ label }) => `${label} không thuộc trường hợp nào được chấp nhận`,
    en: ({ label }) => `${label} is none of what is accepted`,
  },
  oneOf: {
    vi: ({ label }) => `${label} phải thuộc đúng một trong các trường hợp được chấp nhận`,
    en: ({ label }) => `${label} must be exactly one of what is accepted`,
  },
  not: {
    vi: ({ label }) => `${label} không được chấp nhận`,
    en: ({ label }) => `${label} is not accepted`,
  },
  'false schema': {
    vi: ({ label }) => `Không được nhập “${label}”`,
    en: ({ label }) => `“${label}” must not be filled in`,
  },
  rules: {
    vi: ({ limit }) => `Biểu mẫu có quá nhiều dòng phải tính toán (tối đa ${vi(limit)} phép tính)`,
    en: ({ limit }) => `The form has too many rows to work out (at most ${en(limit)} rules)`,
  },
  depth: {
    vi: ({ limit }) => `Dữ liệu lồng nhau quá ${vi(limit)} tầng`,
    en: ({ limit }) => `The data are nested more than ${en(limit)} deep`,
  },
};

const BY_TYPE: Readonly<Record<string, Pair>> = {
  string: {
    vi: ({ label }) => `${label} phải là chữ`,
    en: ({ label }) => `${label} must be a text`,
  },
  number: {
    vi: ({ label }) => `${label} phải là số`,
    en: ({ label }) => `${label} must be a number`,
  },
  integer: {
    vi: ({ label }) => `${label} phải là số nguyên`,
    en: ({ label }) => `${label} must be a whole number`,
  },
  boolean: {
    vi: ({ label }) => `${label} phải là có hoặc không`,
    en: ({ label }) => `${label} must be yes or no`,
  },
  array: {
    vi: ({ label }) => `${label} phải là một danh sách`,
    en: ({ label }) => `${label} must be a list`,
  },
  object: {
    vi: ({ label }) => `${label} phải là một nhóm thông tin`,
    en: ({ label }) => `${label} must be a group of entries`,
  },
  other: {
    vi: ({ label }) => `${label} không đúng loại giá trị`,
    en: ({ label }) => `${label} is not the right kind of value`,
  },
};

const BY_FORMAT: Readonly<Record<string, Pair>> = {
  'citizen-id': {
    vi: ({ label }) => `${label} phải có 12 chữ số`,
    en: ({ label }) => `${label} must have 12 digits`,
  },
  'phone-vn': {
    vi: ({ label }) => `${label} phải là số điện thoại ở Việt Nam, ví dụ 0912 345 678`,
    en: ({ label }) => `${label} must be a telephone number in Viet Nam, such as 0912 345 678`,
  },
  'tax-code': {
    vi: ({ label }) =>
      `${label} phải có 10 chữ số, 13 chữ số (dạng 0123456789-001) hoặc 12 chữ số của cá nhân`,
    en: ({ label }) => `${label} must have 10 digits, 13 (as 0123456789-001), or a person's 12 digits`,
  },
  'organisation-code': {
    vi: ({ label }) => `${label} phải viết dạng H01 hoặc H01.12`,
    en: ({ label }) => `${label} must be written as H01 or H01.12`,
  },
  email: {
    vi: ({ label }) => `${label} phải là địa chỉ thư điện tử, ví dụ ten@example.vn`,
    en: ({ label }) => `${label} must be an e-mail address, such as name@example.vn`,
  },
  date: {
    vi: ({ label }) => `${label} phải là một ngày có thật, ví dụ 17/04/2026`,
    en: ({ label }) => `${label} must be a real day, such as 17/04/2026`,
  },
  'past-date': {
    vi: ({ label }) => `${label} phải là một ngày có thật và không ở tương lai`,
    en: ({ label }) => `${label} must be a real day and not in the future`,
  },
  'future-date': {
    vi: ({ label }) => `${label} phải là một ngày có thật và không ở quá khứ`,
    en: ({ label }) => `${label} must be a real day and not in the past`,
  },
  'adult-birth-date': {
    vi: ({ label }) => `${label} phải là một ngày có thật; người khai phải đủ 18 tuổi`,
    en: ({ label }) => `${label} must be a real day; one must be 18 years old`,
  },
  time: {
    vi: ({ label }) => `${label} phải là giờ, ví dụ 07:30:00+07:00`,
    en: ({ label }) => `${label} must be a time, such as 07:30:00+07:00`,
  },
  'date-time': {
    vi: ({ label }) => `${label} phải là ngày và giờ`,
    en: ({ label }) => `${label} must be a day and a time`,
  },
  year: {
    vi: ({ label }) => `${label} phải là năm có 4 chữ số`,
    en: ({ label }) => `${label} must be a year of 4 digits`,
  },
  'month-year': {
    vi: ({ label }) => `${label} phải là tháng và năm, dạng 2026-04`,
    en: ({ label }) => `${label} must be a month and a year, as 2026-04`,
  },
  uri: {
    vi: ({ label }) => `${label} phải là địa chỉ trang mạng, ví dụ https://example.vn`,
    en: ({ label }) => `${label} must be a web address, such as https://example.vn`,
  },
  'file-id': {
    vi: ({ label }) => `${label} không phải là tệp đã tải lên`,
    en: ({ label }) => `${label} is not an uploaded file`,
  },
};

/** The formats with a sentence of their own; the others share one. */
export const formatsWithSentence = (): string[] => Object.keys(BY_FORMAT);
/** Every keyword with a sentence. */
export const keywordsWithSentence = (): string[] => [...Object.keys(BY_KEYWORD), 'type'];

const lengthVi = (value: unknown): string =>
  typeof value === 'string' ? ` (đang có ${vi([...value].length)})` : '';
const lengthEn = (value: unknown): string =>
  typeof value === 'string' ? ` (it has ${en([...value].length)})` : '';

function shown(value: unknown, language: Language): string {
  if (typeof value === 'number') return number(value, language);
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}

const YES_NO: Record<Language, [string, string]> = { vi: ['có', 'không'], en: ['yes', 'no'] };
