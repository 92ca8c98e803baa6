/** Comparisons to use inside `{{#if (eq a b)}}`. */
import { type Helper, isBlank } from './helper.ts';
import { toNumber } from './numbers.ts';

export const conditionHelpers: Record<string, Helper> = {
  eq: condition('{{#if (eq dossier.channel "online")}}', 'bằng nhau', 'equal', ([a, b]) => a === b),
  ne: condition('{{#if (ne dossier.channel "online")}}', 'khác nhau', 'not equal', ([a, b]) => a !== b),
  gt: condition(
    '{{#if (gt dossier.setCount 1)}}',
    'lớn hơn',
    'greater',
    ([a, b]) => toNumber(a) > toNumber(b),
  ),
  lt: condition('{{#if (lt dossier.setCount 5)}}', 'nhỏ hơn', 'less', ([a, b]) => toNumber(a) < toNumber(b)),
  and: condition('{{#if (and applicant.phone applicant.email)}}', 'tất cả đều có', 'all given', (values) =>
    values.every(isGiven),
  ),
  or: condition('{{#if (or applicant.phone applicant.email)}}', 'có ít nhất một', 'any given', (values) =>
    values.some(isGiven),
  ),
  not: condition('{{#if (not applicant.email)}}', 'không có', 'not given', ([value]) => !isGiven(value)),
  isBlank: condition('{{#if (isBlank reason)}}', 'để trống', 'blank', ([value]) => isBlank(value)),
};

/** What counts as true: like Handlebars' own `if`, and a blank list is false. */
export function isGiven(value: unknown): boolean {
  return !isBlank(value) && value !== false && value !== 0;
}

function condition(example: string, vi: string, en: string, run: (args: unknown[]) => boolean): Helper {
  return { example, describe: { vi, en }, run };
}
