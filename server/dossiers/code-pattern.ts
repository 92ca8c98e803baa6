/**
 * Dossier codes: unit code, date of reception, number of the day (TT 01/2018 Đ.19, QĐ 20/2020, NĐ61 Đ.26).
 * The pattern is a setting because the circular that replaces the first two keeps changing it.
 */
import { formatLocal } from '../deadlines/local-time.ts';

export interface CodePattern {
  /** `{unit}`, `{date}` and `{number}` are filled in; nothing in it may be a `/` */
  template: string;
  date: 'yyMMdd' | 'yyyyMMdd';
  /** digits of the number, padded with zeros; larger numbers are not cut */
  width: number;
}

/** `H01.12-260417-0001` */
export const DEFAULT_PATTERN: CodePattern = {
  template: '{unit}-{date}-{number}',
  date: 'yyMMdd',
  width: 4,
};

/** The sequence that numbers the dossiers of a unit on a local day: without gap or double. */
export const codeSequence = (unitCode: string, receivedAt: string, pattern = DEFAULT_PATTERN): string =>
  `dossier-code:${unitCode}:${formatLocal(receivedAt, pattern.date)}`;

/** @param number from the sequence of `codeSequence`, 1 for the first of the day */
export const dossierCode = (
  { unitCode, receivedAt, number }: { unitCode: string; receivedAt: string; number: number },
  pattern = DEFAULT_PATTERN,
): string =>
  pattern.template
    .replace('{unit}', unitCode)
    .replace('{date}', formatLocal(receivedAt, pattern.date))
    .replace('{number}', String(number).padStart(pattern.width, '0'));
