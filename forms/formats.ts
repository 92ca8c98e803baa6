/** The `format`s of the dialect: what each accepts. Their sentences are in messages.ts. */
import { type FormatName, fullFormats } from 'ajv-formats/dist/formats.js';

import type { ValueLists } from './lists.ts';

/** What a check may need besides the value. */
export interface CheckContext {
  /** the day it is, `YYYY-MM-DD` in Asia/Ho_Chi_Minh; checks that need it pass when it is unknown */
  today?: string;
  /** the named lists; fields with a `ui:list` pass when a list is unknown */
  lists?: ValueLists;
}

type Check = (text: string, context: CheckContext) => boolean;

/** Is `text` of this format? Unknown formats are refused when a form is compiled. */
export const checkFormat = (format: string, text: string, context: CheckContext): boolean =>
  FORMATS.get(format)?.(text, context) ?? true;

export const isKnownFormat = (format: unknown): boolean => typeof format === 'string' && FORMATS.has(format);

export const formatNames = (): string[] => [...FORMATS.keys()];

/** Formats of the JSON Schema specification, as ajv-formats reads them. */
const STANDARD: FormatName[] = [
  'date',
  'time',
  'date-time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'uri-template',
  'uuid',
  'json-pointer',
  'relative-json-pointer',
  'regex',
];

/** No address, name or code is longer; a longer text is wrong without a look at its letters. */
const LONGEST = 2000;

const isDate = standard('date');

const OWN: Record<string, Check> = {
  // personal identification number: 12 digits (Law on Identity 26/2023/QH15 Art. 12)
  'citizen-id': (text) => /^\d{12}$/.test(text),
  // national numbers, with or without +84: 10 digits mobile, 11 with area code for land lines
  'phone-vn': (text) => /^(?:\+84|0)(?:[35789]\d{8}|2\d{9})$/.test(text.replaceAll(/[ .-]/g, '')),
  // 10 digits, 13 as 10-3 for a dependent unit, or the citizen number of an individual
  'tax-code': (text) => /^(?:\d{10}|\d{10}-?\d{3}|\d{12})$/.test(text),
  // electronic identification code of an agency (QCVN 102:2016/BTTTT): H01, H01.12, G22.3.4
  'organisation-code': (text) => /^[A-Z]\d{2}(?:\.\d{1,3}){0,4}$/.test(text),
  'past-date': (text, { today }) => isDate(text, {}) && (today === undefined || text <= today),
  'future-date': (text, { today }) => isDate(text, {}) && (today === undefined || text >= today),
  // at least 18 years old today
  'adult-birth-date': (text, { today }) =>
    isDate(text, {}) && (today === undefined || yearsLater(text, 18) <= today),
  year: (text) => /^(?:1[89]|20|21)\d{2}$/.test(text),
  'month-year': (text) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text),
  // a stored attachment: its SHA-256
  'file-id': (text) => /^[0-9a-f]{64}$/.test(text),
  multiline: () => true,
  password: () => true,
};

const FORMATS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ...STANDARD.map((name): [string, Check] => [name, standard(name)]),
  ...Object.entries(OWN),
]);

function standard(name: FormatName): Check {
  const format = fullFormats[name];
  const definition = typeof format === 'object' && 'validate' in format ? format.validate : format;
  if (definition instanceof RegExp) return (text) => text.length <= LONGEST && definition.test(text);
  const validate = definition as (text: string) => boolean;
  return (text) => text.length <= LONGEST && validate(text);
}

/** The same day `years` later; 29 February keeps its text, which still sorts before 1 March. */
function yearsLater(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
}
