/** Checks what was sent against an endpoint's schemas, and says what is wrong in the caller's language. */
import type { z } from 'zod';
import type { Told } from '../contract/exactly-one.ts';
import type { Language } from './messages.ts';
import { type FieldError, problem } from './problem.ts';

export type Part = 'params' | 'query' | 'body';

/**
 * The parsed value.
 * @throws Problem 400 for parameters of the address, 422 for a body, with a pointer for each fault
 */
export function validate(
  schema: z.ZodType | undefined,
  value: unknown,
  { part, language }: { part: Part; language: Language },
): unknown {
  if (!schema) return value;
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) => fieldErrors(issue, language));
  throw part === 'body'
    ? problem('request.invalid-body', 422, { errors })
    : problem('request.invalid-parameters', 400, { errors });
}

type Issue = z.core.$ZodIssue;
type Sentences = { vi: string; en: string };

function fieldErrors(issue: Issue, language: Language): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: toPointer([...issue.path, key]),
      code: issue.code,
      detail: { vi: 'Trường này không được chấp nhận.', en: 'This field is not accepted.' }[language],
    }));
  }
  return [{ pointer: toPointer(issue.path), code: issue.code, detail: explain(issue)[language] }];
}

function explain(issue: Issue): Sentences {
  if (issue.input === undefined && ABSENT_SHOWS_AS.has(issue.code)) return MISSING;
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? WRONG;
    case 'too_small':
      return limit(issue.origin, Number(issue.minimum), 'at-least');
    case 'too_big':
      return limit(issue.origin, Number(issue.maximum), 'at-most');
    case 'invalid_format':
      return FORMATS[issue.format] ?? WRONG_FORMAT;
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'not_multiple_of':
      return { vi: `Phải là bội số của ${issue.divisor}.`, en: `Must be a multiple of ${issue.divisor}.` };
    case 'custom':
      return (issue.params as Partial<Told> | undefined)?.told ?? WRONG;
    default:
      return WRONG;
  }
}

const ABSENT_SHOWS_AS = new Set(['invalid_type', 'invalid_value', 'invalid_union']);
const MISSING: Sentences = { vi: 'Thông tin này là bắt buộc.', en: 'This is required.' };
const WRONG: Sentences = { vi: 'Giá trị không hợp lệ.', en: 'The value is not valid.' };
const WRONG_FORMAT: Sentences = { vi: 'Không đúng định dạng.', en: 'The format is wrong.' };

const TYPES: Record<string, Sentences> = {
  string: { vi: 'Phải là một chuỗi ký tự.', en: 'Must be text.' },
  number: { vi: 'Phải là một số.', en: 'Must be a number.' },
  int: { vi: 'Phải là một số nguyên.', en: 'Must be a whole number.' },
  boolean: { vi: 'Phải là đúng hoặc sai (true/false).', en: 'Must be true or false.' },
  array: { vi: 'Phải là một danh sách.', en: 'Must be a list.' },
  object: { vi: 'Phải là một đối tượng JSON.', en: 'Must be a JSON object.' },
  record: { vi: 'Phải là một đối tượng JSON.', en: 'Must be a JSON object.' },
};

const FORMATS: Record<string, Sentences> = {
  datetime: {
    vi: 'Phải là thời điểm theo ISO-8601, ví dụ 2026-04-17T03:00:00Z.',
    en: 'Must be an ISO-8601 instant such as 2026-04-17T03:00:00Z.',
  },
  date: {
    vi: 'Phải là ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2026-04-17.',
    en: 'Must be a date such as 2026-04-17.',
  },
};

const COUNTED: Record<string, Sentences> = {
  string: { vi: ' ký tự', en: ' characters' },
  array: { vi: ' mục', en: ' items' },
};

function limit(origin: string, bound: number, side: 'at-least' | 'at-most'): Sentences {
  if (side === 'at-least' && bound === 1 && origin in COUNTED) {
    return { vi: 'Không được để trống.', en: 'Must not be empty.' };
  }
  const unit = COUNTED[origin] ?? { vi: '', en: '' };
  return side === 'at-least'
    ? { vi: `Phải từ ${bound}${unit.vi} trở lên.`, en: `Must be at least ${bound}${unit.en}.` }
    : { vi: `Không được quá ${bound}${unit.vi}.`, en: `Must be at most ${bound}${unit.en}.` };
}

const oneOf = (values: string[]): Sentences => ({
  vi: `Phải là một trong các giá trị: ${values.join(', ')}.`,
  en: `Must be one of: ${values.join(', ')}.`,
});

/** RFC 6901 */
const toPointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
